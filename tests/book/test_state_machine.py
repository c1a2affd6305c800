"""The state machine over a book, in memory and in an SQLite file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from models.machines import BookMachine
from models.running import UNTIMED
from models.said import assert_says_what_it_has

from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.store import SQLiteStore

_FAST = settings(UNTIMED, max_examples=12, stateful_step_count=25)
_LONG = settings(UNTIMED, max_examples=250, stateful_step_count=60)


class SQLiteBookMachine(BookMachine):
    """The same over a file, which is opened anew where a book is read again."""

    def make_store(self) -> Store:
        self.folder = tempfile.TemporaryDirectory(prefix="sifund-")
        return SQLiteStore.create(self.path)

    @property
    def path(self) -> Path:
        return Path(self.folder.name) / "bok.sifund"

    def reopen_store(self, store: Store) -> Store:
        store.close()
        return SQLiteStore.open(self.path)

    def teardown(self) -> None:
        super().teardown()
        if hasattr(self, "folder"):
            self.folder.cleanup()


def test_it_says_which_commands_it_has() -> None:
    assert_says_what_it_has(BookMachine)


class TestInMemory(BookMachine.TestCase):
    settings = _FAST


@pytest.mark.slow
class TestInMemoryLong(BookMachine.TestCase):
    settings = _LONG


@pytest.mark.slow
class TestInSQLite(SQLiteBookMachine.TestCase):
    settings = settings(_LONG, max_examples=60)


class TestInSQLiteBriefly(SQLiteBookMachine.TestCase):
    settings = settings(_FAST, max_examples=8)
