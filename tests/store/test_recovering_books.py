"""A journal that a killed program left: undone where it is the book's, never where it would destroy a good copy."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store_journals import FREE, FUND, Chain, faults_of, make_book, small_journal, write

from sifund_ledger.errors import StoreUnavailable, UnreadableInput
from sifund_ledger.store import SQLiteStore
from sifund_ledger.store.recovering import is_hot, recover

HERE = str(Path(__file__).parent)
KILLED = """
import os, signal, sys
from store_journals import FREE, FUND, Chain
from sifund_ledger.store import SQLiteStore

store = SQLiteStore(sys.argv[1])
count, when = int(sys.argv[2]), sys.argv[3]
chain = Chain(store.head())
for i in range(count):
    chain.move(FREE, FUND._replace(project=f"K{i}"), i + 1)
store._connection.execute("PRAGMA cache_size=1")
if when == "after the pages":  # as where the machine stops before the journal is taken away
    store._connection.execute("PRAGMA journal_mode=PERSIST")
with store.writing():
    store.append(chain.rows)
    if when == "between":
        os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(path: Path, count: int = 500) -> None:
    """A program writes in the book, and is killed when some of its pages are in the file."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *filter(None, sys.path)])}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(count), "between"], env=environment, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert is_hot(path)


def record(path: Path, count: int = 1) -> Chain:
    """So many records, each in a transaction of its own."""
    with closing(SQLiteStore(path)) as store:
        chain = Chain(store.head())
        for i in range(count):
            write(store, [chain.move(FREE, FUND._replace(project=f"R{i}"), i + 1)])
    return chain


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "bok.sifund"
    make_book(path)
    return path


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


@pytest.mark.parametrize("way", ["opening", "recovering"])
def test_what_a_killed_program_had_not_finished_is_undone(book: Path, way: str) -> None:
    before = book.read_bytes()
    killed(book)
    with pytest.raises(StoreUnavailable, match="recover the book"):
        SQLiteStore(book, read_only=True)
    if way == "recovering":
        assert recover(book) is None
    with closing(SQLiteStore(book)) as store:
        assert list(store.scan()) == small_journal().rows
    assert book.read_bytes() == before
    assert names(book) == [book.name]


@pytest.mark.parametrize("more", [0, 5])
def test_a_good_copy_beside_another_stages_journal_is_not_destroyed(book: Path, more: int) -> None:
    """The copy is older than the journal, or was taken without the journal and has been used elsewhere since."""
    copy = book.with_name("kopia.sifund")
    shutil.copy(book, copy)
    record(copy if more else book, more or 3)
    killed(book)
    shutil.copy(copy, book)
    kept = book.read_bytes()
    assert is_hot(book)
    for _ in range(2):
        with pytest.raises(UnreadableInput, match="BOOK_JOURNAL_STRAY"):
            SQLiteStore(book)
        assert book.read_bytes() == kept
    aside = recover(book)
    assert aside is not None
    assert aside.stat().st_size
    assert names(book) == sorted([book.name, copy.name, aside.name])
    assert book.read_bytes() == kept
    with closing(SQLiteStore(book)) as store:
        assert faults_of(store) == []
        assert store.head().seq == 6 + more
    record(book)


def test_a_copy_of_the_same_stage_takes_the_journal_without_harm(book: Path) -> None:
    copy = book.with_name("kopia.sifund")
    shutil.copy(book, copy)
    killed(book)
    shutil.copy(copy, book)
    with closing(SQLiteStore(book)) as store:
        assert list(store.scan()) == small_journal().rows


def test_a_book_without_a_journal_is_left_as_it_is(book: Path) -> None:
    before = book.read_bytes(), book.stat().st_mtime_ns
    assert recover(book) is None
    assert (book.read_bytes(), book.stat().st_mtime_ns) == before


def test_a_journal_of_a_program_that_still_writes_is_not_hot(book: Path) -> None:
    with closing(SQLiteStore(book)) as store, store.writing():
        store.append(Chain(store.head()).rows)
        assert not is_hot(book)
        with pytest.raises(StoreUnavailable), closing(SQLiteStore(book, timeout=0.05)) as other, other.writing():
            pass


def test_a_book_that_is_named_by_a_link_is_recovered(book: Path) -> None:
    killed(book)
    link = book.parent / "annan" / "länk.sifund"
    link.parent.mkdir()
    link.symlink_to(book)
    assert recover(link) is None
    with closing(SQLiteStore(book, read_only=True)) as store:
        assert store.head().seq == 6
