"""Books made with the first version's code open, verify, print and go on as they did; see tests/data/books/make.py."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from what_books_print import kinds, records_text, tables_text

from sifund_ledger import Decision, open_book, sek
from sifund_ledger.store.backing_up import back_up
from sifund_ledger.store.opening import open_store

BOOKS = Path(__file__).parents[1] / "data" / "books"
NAMES = sorted(path.stem for path in BOOKS.glob("*.sifund"))
LATER = Decision.parse("KF 2041-04-22 § 8")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """The name of each kept book."""
    return request.param


@pytest.fixture
def path(name: str, tmp_path: Path) -> Path:
    """A copy of each kept book; the kept one is never written to."""
    return Path(shutil.copy(BOOKS / f"{name}.sifund", tmp_path))


def kept(name: str) -> str:
    """A kept text, with its line ends as they are."""
    return (BOOKS / name).read_bytes().decode()


def assert_same(printed: str, file: str) -> None:
    """The text is the kept one, byte for byte; otherwise the first line that differs is told."""
    expected = kept(file)
    if printed == expected:
        return
    now, then = printed.split("\n"), expected.split("\n")
    same = next((i for i, (a, b) in enumerate(zip(now, then, strict=False)) if a != b), min(len(now), len(then)))
    headings = [line for line in then[: same + 1] if line.startswith("========")]
    where = f"{file}:{same + 1} {headings[-1] if headings else ''}"
    pytest.fail(f"{where}\nthen: {then[same : same + 1]}\nnow:  {now[same : same + 1]}", pytrace=False)


def test_all_kinds_of_the_first_version_are_kept():
    assert len(NAMES) == 6
    held: set[str] = set()
    for name in NAMES:
        with open_book(BOOKS / f"{name}.sifund") as book:
            held |= kinds(book)
    assert sorted(held) == kept("kinds.txt").splitlines()


def test_the_chain_holds_without_the_library(path):
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT seq, hash, data FROM record ORDER BY seq").fetchall()
    previous = bytes(32)
    for number, (seq, digest, data) in enumerate(rows, 1):
        assert data.startswith(f"sifund-record-1\t{number}\t{previous.hex()}\t".encode())
        assert (seq, digest) == (number, sha256(data).digest())
        previous = digest


def test_the_records_are_read_as_they_were(name, path):
    before = path.read_bytes()
    checkpoint = kept(f"{name}.records.txt").split("\n")[1].removeprefix("checkpoint ")
    with open_book(path, checkpoints=[checkpoint]) as book:
        assert_same(records_text(book), f"{name}.records.txt")
    assert path.read_bytes() == before


def test_the_book_prints_what_it_printed(name, path):
    with open_book(path) as book:
        assert_same(tables_text(book), f"{name}.tables.txt")


def test_the_book_is_the_same_in_a_database_and_back_in_a_file(name, path, new_address, tmp_path):
    address, back = new_address(), tmp_path / "åter.sifund"
    checkpoint = kept(f"{name}.records.txt").split("\n")[1].removeprefix("checkpoint ")
    assert str(back_up(path, address)) == str(back_up(address, back)) == checkpoint
    stored = []
    for place in (path, address, back):
        with closing(open_store(place)) as store:
            stored.append([*store.scan()])
    assert stored[0] == stored[1] == stored[2]
    with open_book(address, actor="revision", clock=lambda: datetime(2041, 6, 30, tzinfo=UTC)) as book:
        assert_same(records_text(book), f"{name}.records.txt")
        before = book.head.seq
        book.adjust_equity(2041, sek("1,25"), reason="Rättelse av fel", decision=LATER)
    with open_book(address, checkpoints=[checkpoint]) as book:
        assert book.head.seq == before + 1


def test_the_book_goes_on(name, path):
    with open_book(path, actor="revision", clock=lambda: datetime(2041, 6, 30, tzinfo=UTC)) as book:
        before, old = book.head, book.checkpoint
        note = book.equity_note(2041)
        book.register_board("Ny nämnd", valid_from=date(2041, 1, 1), decision=LATER)
        book.adjust_equity(2041, sek("1,25"), reason="Rättelse av fel", decision=LATER)
        book.correct(book.head.seq, reason="Fel belopp", decision=LATER)
        book.blot_note(book.head.seq, decision=LATER)
        book.adjust_equity(2041, sek("1,26"), reason="Rättelse av fel", decision=LATER)
    with open_book(path, checkpoints=[str(old)]) as book:
        assert book.head.seq == before.seq + 5
        assert book.equity_note(2041).closing_ore == note.closing_ore + 126
        more = [record.event.kind for record in book.records(before.seq)]
        assert more == ["board_registered", "equity_adjusted", "entry_corrected", "note_blotted", "equity_adjusted"]
        _, _, records = records_text(book).partition("\n\n")
        _, _, old_records = kept(f"{name}.records.txt").partition("\n\n")
        assert records.startswith(old_records)
