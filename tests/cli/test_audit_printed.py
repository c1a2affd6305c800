"""``sifund audit --printed``: a table that is not ours, alone and beside a book."""

from __future__ import annotations

import io
import json
from pathlib import Path

from sifund_ledger.cli.exit_codes import ExitCode

TABLE = """\
Belopp i mkr           2015    2014
Årets resultat          563    –149
Realisationsvinster     –23     –56
Balanskravsresultat     540    –205
"""


def test_a_table_that_adds_up_gives_status_0(console) -> None:
    Path("tabell.txt").write_text(TABLE, "utf-8")
    status, out, err = console("audit --printed tabell.txt")
    assert (status, err) == (ExitCode.DONE, "")
    assert "Prövade summor (mkr)" in out
    assert "lagens rader, och inget annat i resultatet" in out


def test_a_difference_gives_status_1_and_its_line(console) -> None:
    Path("tabell.txt").write_text(TABLE.replace("540", "530"), "utf-8")
    status, _, err = console("audit --printed tabell.txt")
    assert status == ExitCode.FOUND
    assert "tabell.txt:4: PRINTED_DIFFERS: Balanskravsresultat 2015 är tryckt som 530 mkr" in err
    status, out, _ = console("audit --printed tabell.txt -O json --lang en")
    tree = json.loads(out)
    assert status == ExitCode.FOUND
    assert [each["difference"] for each in tree["sums"]] == ["-10", "0"]
    assert {each["code"]: each["status"] for each in tree["checks"]} == {
        "printed_read": "passed", "printed_sums": "found", "printed_law": "passed",
    }  # fmt: skip
    assert (tree["findings"][0]["check"], tree["years"][0]["law"]) == ("printed_sums", {"Balanskravsresultat": "540"})


def test_beside_a_book_what_differs_from_it_is_found(ale) -> None:
    Path("tabell.csv").write_text("kr;2013\nÅrets resultat;1\nÅrets balanskravsresultat;1\n", "utf-8")
    status, _, err = ale("audit ale.sifund --printed tabell.csv")
    assert status == ExitCode.FOUND, err
    assert "PRINTED_BOOK_DIFFERS: ”Årets resultat” 2013 är tryckt som 1 kr" in err


def test_without_a_book_or_a_table_there_is_nothing_to_audit(console) -> None:
    status, _, err = console("audit")
    assert status == ExitCode.USAGE
    assert "USAGE_MISSING: BOOK måste anges" in err
    assert console("audit --printed finns-inte.txt")[0] == ExitCode.USAGE


def test_what_is_pasted_is_read(console, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))
    assert console("audit --printed -")[0] == ExitCode.DONE
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    status, _, err = console("audit --printed -")
    assert (status, "<stdin>: PRINTED_EMPTY" in err) == (ExitCode.FOUND, True)
