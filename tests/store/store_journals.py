"""Books on disk for the tests of the stores, and what another program can do with one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing.sealed_journals import (
    CARE,
    EVENTS,
    FREE,
    FUND,
    OPENED,
    SALT,
    SCHOOLS,
    Chain,
    Moved,
    chains,
    faults_of,
    small_journal,
    write,
)  # fmt: skip

__all__ = [
    "CARE", "EVENTS", "FREE", "FUND", "OPENED", "SALT", "SCHOOLS", "Chain", "Moved", "chains", "faults_of", "make_book",
    "raw", "small_journal", "unguarded", "write",
]  # fmt: skip


def make_book(path: Path, rows: Sequence[StoredRecord] | None = None) -> list[StoredRecord]:
    """A book on disk with some records, closed; by default the small journal."""
    rows = small_journal().rows if rows is None else rows
    SQLiteStore.create(path, rows=rows).close()
    return list(rows)


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection past the library, as another program has it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


@contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """The same with the triggers taken away, and put back as they were afterwards."""
    with raw(path) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
