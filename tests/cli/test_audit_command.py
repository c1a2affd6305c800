"""``sifund audit``: the report, the exit status, and a book that cannot be opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sifund_ledger import open_book
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.exchange.sie import sie_bytes
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing import ledger_of, plant, sound_book
from sifund_ledger.testing.book_ledgers import MAPPING_FILE, ROLES_FILE


@pytest.fixture
def filed(console):
    """The sound book in a file."""
    write("bok.sifund", plant("tail_cut", sound_book().records()).store)
    return console


def write(name: str, journal) -> None:
    SQLiteStore.create(name, rows=journal.scan()).close()


def test_a_sound_book_gives_status_0_and_is_left_as_it_is(filed) -> None:
    before = Path("bok.sifund").read_bytes()
    with open_book("bok.sifund") as book:
        checkpoint = str(book.checkpoint)
    status, out, err = filed(f"audit bok.sifund --checkpoint {checkpoint}")
    assert status == ExitCode.DONE
    assert "Granskning av Exempelkommunen, nivå full" in out
    assert "Ej granskat:" in out
    assert "FLOOR_SHARE_OF_USED" in err  # a note
    assert "FLOOR_SHARE_OF_USED" not in out
    assert Path("bok.sifund").read_bytes() == before


def test_a_warning_gives_status_1(ale) -> None:
    status, out, _ = ale("audit ale.sifund -O json --lang en")
    tree = json.loads(out)
    assert status == ExitCode.DONE, tree["findings"]
    ale.done("close ale.sifund 2013 --decision 'KF 2014-04-28 § 30'")
    status, out, _ = ale("audit ale.sifund -O json --lang en")
    assert status == ExitCode.FOUND
    (found,) = [each for each in json.loads(out)["findings"] if each["severity"] != "note"]
    assert (found["code"], found["check"], found["place"]) == ("NEVER_COMPARED", "compared", "2013")


def test_a_rewritten_book_that_opens_is_found_out(console) -> None:
    write("bok.sifund", plant("body_forged", sound_book().records()).store)
    with open_book("bok.sifund") as book:
        assert book.head.seq == 75
    status, _, err = console("audit bok.sifund")
    assert status == ExitCode.FOUND
    assert "post 62: DECISION_WITHOUT_AUTHORITY" in err
    status, out, _ = console("audit bok.sifund -O json --tier always")
    assert (status, json.loads(out)["findings"]) == (ExitCode.DONE, [])


def test_a_book_that_cannot_be_opened_is_audited(filed) -> None:
    data = Path("bok.sifund").read_bytes()
    Path("bok.sifund").write_bytes(data.replace(b"Navigator", b"Navigaror"))
    assert filed("verify bok.sifund")[0] == ExitCode.USAGE
    status, out, _ = filed("audit bok.sifund -O json")
    assert status == ExitCode.FOUND
    tree = json.loads(out)
    assert {each["status"] for each in tree["checks"] if each["code"] == "chain"} == {"found"}
    assert filed("audit bok.sifund --checkpoint 1:0123456789abcdef")[0] == ExitCode.FOUND


def test_what_is_no_book_is_refused(console) -> None:
    assert console("audit finns-inte.sifund")[0] == ExitCode.USAGE
    assert console("audit 2014.toml")[0] == ExitCode.USAGE


def test_the_report_in_a_file_has_its_findings(filed) -> None:
    filed.done("audit bok.sifund -o granskning.txt")
    text = Path("granskning.txt").read_text("utf-8")
    assert "FLOOR_SHARE_OF_USED" in text
    assert text.startswith("Granskning av Exempelkommunen")


@pytest.fixture
def with_ledger(console):
    """The sound book in a file, and a SIE file for each of its years, with the mapping and the roles."""
    with sound_book() as book:
        write("bok.sifund", book.store)
        for document in ledger_of(book):
            Path(f"{int(document.first('GEN')[:4]) - 1}.se").write_bytes(sie_bytes(document)[0])
    Path("mapping.toml").write_text(MAPPING_FILE, "utf-8")
    Path("roles.toml").write_text(ROLES_FILE, "utf-8")
    return console


SIE = " ".join(f"--sie {year}.se" for year in range(2013, 2020))


def test_a_book_against_its_general_ledger(with_ledger) -> None:
    status, out, err = with_ledger(f"audit bok.sifund {SIE} --mapping mapping.toml --roles roles.toml -O json")
    assert status == ExitCode.DONE, err
    checks = {each["code"]: each for each in json.loads(out)["checks"]}
    assert checks["ledger_rows"] == {
        "code": "ledger_rows", "name": "Huvudboken rad för rad", "tier": "full", "status": "passed", "examined": 60,
        "proves": checks["ledger_rows"]["proves"], "citation": "LKBR (2018:597) 3:3, 3:9",
    }  # fmt: skip
    Path("2013.se").write_bytes(Path("2013.se").read_bytes().replace(b"10000000.00", b"10000000.01"))
    status, out, _ = with_ledger(f"audit bok.sifund {SIE} --mapping mapping.toml -O json")
    rows = [each for each in json.loads(out)["findings"] if each["check"] == "ledger_rows"]
    assert (status, {each["code"] for each in rows}) == (ExitCode.FOUND, {"ROW_OTHER_AMOUNT"})
    assert rows[0]["evidence"]["rows"][0].startswith("2013.se:")


def test_a_book_and_a_sie_file_alone_are_enough(with_ledger) -> None:
    status, out, _ = with_ledger("audit bok.sifund --sie 2014.se")
    assert status == ExitCode.DONE
    assert "ingen konteringsmall är angiven" in out
    assert with_ledger("audit bok.sifund --mapping mapping.toml")[0] == ExitCode.USAGE
