"""A general ledger as an hledger journal: what the real program makes of it is what the ledger has."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from sifund_ledger import UnreadableInput
from sifund_ledger.exchange import read_general_ledger, to_hledger
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.general_ledger import GeneralLedger

needs_hledger = pytest.mark.skipif(not shutil.which("hledger"), reason="hledger is not installed")


def hledger(journal: str, folder: Path, *arguments: str) -> list[list[str]]:
    path = folder / "x.journal"
    path.write_text(journal, encoding="utf-8", newline="")
    done = subprocess.run(
        ["hledger", "-f", str(path), *arguments, "-O", "csv"],
        check=True, capture_output=True, encoding="utf-8", env={"LANG": "C.UTF-8", "PATH": os.environ["PATH"]},
    )  # fmt: skip
    return list(csv.reader(io.StringIO(done.stdout)))[1:]


def balances(journal: str, folder: Path) -> dict[str, int]:
    listed = hledger(journal, folder, "balance", "--flat", "-E", "-N", "^konto")
    return {
        name.removeprefix("konto:"): int(amount.removesuffix(" SEK").replace(".", "").replace(",", ""))
        for name, amount in listed
        if amount != "0"
    }


def read(folder: Path, *texts: str) -> GeneralLedger:
    paths = [folder / f"{index}.se" for index in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    return read_general_ledger(*paths)


def non_zero(ledger: GeneralLedger, year: int | None = None) -> dict[str, int]:
    return {account: ore for account, ore in ledger.balances(year).items() if ore}


@needs_hledger
def test_hledger_gives_the_balances_of_every_real_file(real_sie_files: list[Path], tmp_path: Path) -> None:
    for path in real_sie_files:
        ledger = read_general_ledger(path)

        assert balances(to_hledger(ledger), tmp_path) == non_zero(ledger), path.name


@pytest.mark.parametrize("year", [-1, 0, 2011, 10_000])
def test_a_year_that_the_ledger_lacks_is_refused(year: int, tmp_path: Path) -> None:
    ledger = read(tmp_path, "#RAR 0 20120101 20121231\n#IB 0 1930 5.00\n#IB 0 2070 -5.00\n")

    with pytest.raises(UnreadableInput, match="2012") as refused:
        to_hledger(ledger, year)
    assert [finding.code for finding in refused.value.findings] == ["LEDGER_YEAR_MISSING"]


@needs_hledger
def test_hledger_gives_the_balances_of_sources_without_vouchers(tmp_path: Path) -> None:
    closed = "#RAR 0 20120101 20121231\n#IB 0 1930 5.00\n#UB 0 1930 7.00\n#RES 0 3010 -7.00\n"
    other = "#RAR 0 20120101 20121231\n#IB 0 1930 1.00\n#VER A 1 20120301\n{\n#TRANS 1930 {} 2\n#TRANS 3010 {} -2\n}\n"
    ledger = read(tmp_path, closed, other)

    assert balances(to_hledger(ledger), tmp_path) == {"1930": 1000, "3010": -900} == ledger.balances()


HOSTILE = (
    "19  30", "19\t30", " 1930", "1930 ", "19;30", "19%3B30", "19:30", "19)30", "(1930)", "19 30", "19\xa030", "19_30",
    "1930 = 5 SEK", "1930@@2", "*1930", "åäö", '19"30', "19\u202830", "19\x0b30",
)  # fmt: skip


@needs_hledger
def test_hledger_reads_every_account_name_as_one(tmp_path: Path) -> None:
    rows = "".join(f'#TRANS "{number.replace(chr(34), chr(92) + chr(34))}" {{}} {index}\n'
                   for index, number in enumerate(HOSTILE, 1))  # fmt: skip
    ledger = read(tmp_path, f'#RAR 0 20120101 20121231\n#VER A 1 20120301 "x"\n{{\n{rows}}}\n')
    made = balances(to_hledger(ledger), tmp_path)

    assert set(HOSTILE) == set(ledger.accounts)
    assert sorted(made.values()) == [100 * index for index in range(1, len(HOSTILE) + 1)]
    assert made["19%3B30"] == 500
    assert made["19%253B30"] == 600
    assert "; konto '19;30' står som konto:19%3B30\n" in to_hledger(ledger)


@needs_hledger
def test_hledger_finds_no_transaction_that_an_account_would_bring(tmp_path: Path) -> None:
    evil, reader = "1930\n2012-01-01 * evil\n    konto:9  5 SEK\n    konto:8", LedgerReader()
    reader.columns.add_vouchers(
        series=["A"], numbers=["1"], days=["20120101"], texts=[""], registered=[""], makers=[""], lines=[1], counts=[1]
    )
    reader.columns.add_rows(accounts=[evil], ores=[0], objects=[""], details=[""])
    reader.end_source(FileFindings("x.se"), SieDocument(type="4I"))
    ledger = reader.ledger()

    assert len(hledger(to_hledger(ledger), tmp_path, "print")) == 1


@needs_hledger
def test_hledger_has_codes_and_texts_whole(tmp_path: Path) -> None:
    voucher = '#VER "A(b)" "1;2" 20120301 "Hyra; kv | (§ 12) ! *"\n{\n#TRANS 1930 {} 0\n}\n'
    (listed,) = hledger(to_hledger(read(tmp_path, f"#RAR 0 20120101 20121231\n{voucher}")), tmp_path, "print")

    assert "A%28b%291%3B2" in listed
    assert "Hyra  kv   (§ 12) ! *" in listed


@needs_hledger
def test_hledger_opens_a_broken_fiscal_year_before_its_vouchers(tmp_path: Path) -> None:
    vouchers = "".join(
        f"#VER A {index} {day}\n{{\n#TRANS 1930 {{}} 2\n#TRANS 3010 {{}} -2\n}}\n"
        for index, day in enumerate(("20120703", "20130402", ""))
    )
    ledger = read(tmp_path, f"#RAR 0 20120701 20130630\n#IB 0 1930 5\n#IB 0 2010 -5\n{vouchers}")
    days = [row[1] for row in hledger(to_hledger(ledger), tmp_path, "register", "konto:1930")]

    assert days == ["2012-07-01", "2012-07-03", "2013-04-02", "2013-06-30"]


@needs_hledger
def test_hledger_gets_one_year_and_is_told_which(tmp_path: Path) -> None:
    years = (f"#RAR 0 {year}0101 {year}1231\n#UB 0 1930 {year}\n" for year in (2012, 2013))
    ledger = read(tmp_path, *years)

    for year in (2012, 2013):
        assert balances(to_hledger(ledger, year), tmp_path) == {"1930": year * 100}
        assert to_hledger(ledger, year).startswith(f"; räkenskapsår {year}; huvudboken har 2012, 2013\n")
    assert to_hledger(ledger) == to_hledger(ledger, 2013)


def test_the_journal_of_an_empty_ledger_is_empty(tmp_path: Path) -> None:
    assert to_hledger(read(tmp_path, "")).splitlines()[-2:] == ["decimal-mark .", ""]
