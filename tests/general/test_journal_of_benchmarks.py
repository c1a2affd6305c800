"""The journal that benchmarks read is sound, and the same in every format."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sifund_ledger.exchange import read_general_ledger
from tests.benchmarks import floor
from tests.benchmarks.municipal_journal import write_all, write_many


def test_the_journal_ties_in_every_format(tmp_path: Path) -> None:
    rows = write_all(tmp_path, 200)
    ledger, from_csv = (read_general_ledger(tmp_path / name) for name in ("j.se", "j.csv"))
    months = ledger.by_month()

    assert (ledger.findings, from_csv.findings) == ((), ())
    assert ledger.rows == from_csv.rows == rows
    assert from_csv.by_month() == months
    assert ledger.sources[0].periods == {
        (account, month): ore for account, of_account in months.items() for month, ore in of_account.items()
    }
    printed = subprocess.check_output([sys.executable, floor.__file__, str(tmp_path / "j.se")], text=True).split()
    assert printed[:4] == ["200", str(rows), "0", "0"]


def test_many_files_are_the_one(tmp_path: Path) -> None:
    write_many(tmp_path, 100, 10)
    one, many = read_general_ledger(tmp_path / "one.se"), read_general_ledger(*sorted(tmp_path.glob("part-*.se")))

    assert (one.findings, many.findings) == ((), ())
    assert one.by_month() == many.by_month()
    assert one.accounts == many.accounts
