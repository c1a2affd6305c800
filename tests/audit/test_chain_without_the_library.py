"""The reader of docs/chain.md, as printed, on a book in a file: by a Python with its standard library alone."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sifund_ledger.ledger.accounts import Account
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing import plant, sound_book

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "chain.md").read_text("utf-8")
(READER,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
MAIN = """
import sqlite3, sys

assert "sifund_ledger" not in sys.modules
database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
rows = database.execute("SELECT data, hash FROM record ORDER BY seq")
balances, count = {}, 0
for record in check((bytes(data), hash.hex()) for data, hash in rows):
    count += 1
    for *account, ore in record["postings"]:
        balances[tuple(account)] = balances.get(tuple(account), 0) + ore
print(count)
for account, ore in sorted(balances.items()):
    if ore:
        print(*account, ore, sep="\\t")
"""
BOOK = sound_book()


def write(path: Path, journal) -> Path:
    SQLiteStore.create(path, rows=journal.scan()).close()
    return path


def read(book: Path) -> subprocess.CompletedProcess[str]:
    """The page's reader on a book, isolated from every installed package and from this folder."""
    program = book.with_name("reader.py")
    program.write_text(READER + MAIN, "utf-8")
    command = [sys.executable, "-I", "-S", str(program), str(book)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=book.parent, check=False, timeout=60)


def test_it_goes_through_a_book_and_gives_the_same_balances(tmp_path: Path):
    done = read(write(tmp_path / "bok.sifund", BOOK.store))
    assert done.returncode == 0, done.stderr
    count, *lines = done.stdout.splitlines()
    assert int(count) == BOOK.head.seq
    found = {}
    for line in lines:
        *names, year, ore = line.split("\t")
        found[Account(*names, int(year or 0))] = int(ore)
    assert found == {account: money.amount.scaleb(2) for account, money in BOOK.balances.items()}


@pytest.mark.parametrize("fault", ["amount_changed", "record_taken_out", "records_swapped", "entry_uneven"])
def test_it_finds_a_fault_and_names_the_record(tmp_path: Path, fault: str):
    """The rows of a book somebody has laid hands on, in a file without guards."""
    book = tmp_path / "bok.sifund"
    with closing(sqlite3.connect(book)) as database, database:
        database.execute("CREATE TABLE record (seq INTEGER, data BLOB, hash BLOB)")
        stored = plant(fault, BOOK.records()).store.scan()
        rows = [(place, row.data, row.hash) for place, row in enumerate(stored, 1)]
        database.executemany("INSERT INTO record VALUES (?, ?, ?)", rows)
    done = read(book)
    assert done.returncode != 0
    assert re.search(r"AssertionError: record \d+", done.stderr), done.stderr
