"""Several processes at one book: the writers' lock, what readers see, and a writer that dies."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from store_journals import FREE, FUND, Chain, faults_of, make_book, small_journal, write

from sifund_ledger.errors import StoreUnavailable
from sifund_ledger.ledger.records import Head
from sifund_ledger.store import SQLiteStore

HERE = str(Path(__file__).parent)
WRITER = """
import sys
from store_journals import FREE, FUND, Chain, small_journal
from sifund_ledger.store import SQLiteStore

path, count, mode = sys.argv[1], int(sys.argv[2]), sys.argv[3]
chain = Chain(small_journal().head)
for i in range(count):
    chain.move(FREE, FUND._replace(project=f"P{i}"), i + 1)
store = SQLiteStore(path)
if mode == "spill":
    store._connection.execute("PRAGMA cache_size=1")
    store._connection.execute("PRAGMA synchronous=OFF")
with store.writing():
    store.append(chain.rows)
    print("written", flush=True)
    sys.stdin.readline()
print("kept", flush=True)
sys.stdin.readline()
"""


@contextmanager
def writer(path: Path, *, count: int = 3, mode: str = "hold") -> Iterator[subprocess.Popen[str]]:
    """Another process that has appended records and holds the lock until it is sent a line."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *filter(None, sys.path)])}
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(count), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        try:
            yield process
        finally:
            process.kill()


def go_on(process: subprocess.Popen[str]) -> None:
    """Let the other process end its writing."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "kept\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "bok.sifund"
    make_book(path)
    return path


def test_one_writer_at_a_time_and_readers_see_a_whole_journal(book: Path) -> None:
    before = small_journal()
    with closing(SQLiteStore(book, timeout=0.05)) as store, writer(book) as other:
        with pytest.raises(StoreUnavailable, match="another program"), store.writing():
            pass
        assert store.head() == before.head
        assert list(store.scan()) == before.rows
        with closing(SQLiteStore(book, read_only=True, timeout=0.05)) as reader:
            assert list(reader.scan()) == before.rows
        go_on(other)
        assert store.head().seq == 9
        assert faults_of(store) == []
        assert list(store.scan())[:6] == before.rows
        with store.writing() as head:
            assert head == store.head()
            chain = Chain(head)
            chain.move(FREE, FUND._replace(project="P1"), 5)
            chain.move(FREE, FUND._replace(project="ny"), 5)
            store.append(chain.rows)
        assert faults_of(store) == []
        assert store.balances()[FUND._replace(project="P1")] == -7


def test_a_scan_under_way_neither_blocks_a_writer_nor_sees_it(book: Path) -> None:
    with closing(SQLiteStore(book)) as store:
        chain = Chain(store.head())
        for i in range(2_500):
            chain.move(FREE, FUND, i + 1)
        write(store, chain.rows)
        reading = store.scan()
        seen = [next(reading) for _ in range(10)]
        with closing(SQLiteStore(book, timeout=0.05)) as other:
            more = Chain(other.head())
            more.move(FREE, FUND._replace(project="senare"), 1)
            write(other, more.rows)
        seen += reading
        assert seen == small_journal().rows + chain.rows
        assert store.head() == more.head


def test_a_commit_that_readers_hold_up_is_undone(book: Path) -> None:
    with closing(SQLiteStore(book)) as reader, closing(SQLiteStore(book, timeout=0.05)) as store:
        reader._connection.execute("BEGIN")
        reader._connection.execute("SELECT count(*) FROM record").fetchone()
        chain = Chain(store.head())
        chain.move(FREE, FUND._replace(project="ny"), 1)
        with pytest.raises(StoreUnavailable):
            write(store, chain.rows)
        assert store.head().seq == 6
        reader._connection.execute("COMMIT")
        write(store, chain.rows)
        assert list(reader.scan()) == list(store.scan())
        assert faults_of(store) == []


def test_a_book_locked_for_reading_too_is_not_opened(book: Path) -> None:
    with closing(SQLiteStore(book)) as store:
        store._connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable, match="another program"):
            SQLiteStore(book, timeout=0.05)
        assert store.head().seq == 6


def test_looking_at_a_book_does_not_drop_the_locks_of_its_process(book: Path) -> None:
    """POSIX drops a process's locks when it closes any descriptor of the file; the engine's own do not."""
    attempt = (
        "import sys; from sifund_ledger.store import SQLiteStore; from sifund_ledger.errors import StoreUnavailable\n"
        "store = SQLiteStore(sys.argv[1], timeout=0.05)\n"
        "try:\n"
        "    with store.writing(): print('let in')\n"
        "except StoreUnavailable: print('kept out')\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with closing(SQLiteStore(book)) as store, store.writing():
        SQLiteStore(book).close()
        SQLiteStore(book, read_only=True).close()
        result = subprocess.run(
            [sys.executable, "-c", attempt, str(book)], env=environment, capture_output=True, text=True, check=True
        )
    assert result.stdout == "kept out\n"


def test_a_writer_that_dies_leaves_the_book_as_it_was(book: Path) -> None:
    before = book.read_bytes()
    with writer(book, count=2_000, mode="spill") as other:
        assert book.stat().st_size > len(before)
        assert Path(f"{book}-journal").exists()
        other.kill()
    with pytest.raises(StoreUnavailable, match="recover the book"):
        SQLiteStore(book, read_only=True)
    with closing(SQLiteStore(book)) as store:
        assert list(store.scan()) == small_journal().rows
        assert store.head() == Head(6, small_journal().head.hash)
    assert book.read_bytes() == before
    assert [file.name for file in book.parent.iterdir()] == [book.name]
