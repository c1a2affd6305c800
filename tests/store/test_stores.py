"""What every store does, run over each of them; and what was written is there when a book is opened again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from store_journals import small_journal, write

from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.store import MemoryStore, PostgresStore, SQLiteStore
from sifund_ledger.testing.store_contract import StoreContract


class TestMemory(StoreContract):
    @pytest.fixture
    def new_store(self) -> Callable[[], Store]:
        return MemoryStore


class TestSQLite(StoreContract):
    @pytest.fixture
    def new_store(self, tmp_path: Path) -> Callable[[], Store]:
        numbers = count()
        return lambda: SQLiteStore.create(tmp_path / f"{next(numbers)}.sifund")


class TestPostgres(StoreContract):
    @pytest.fixture
    def new_store(self, new_address: Callable[[], str]) -> Callable[[], Store]:
        return lambda: PostgresStore.create(new_address())


def test_what_was_written_is_there_when_a_book_is_opened_again(tmp_path: Path, new_address: Callable[[], str]) -> None:
    rows = small_journal().rows
    path, address = tmp_path / "bok.sifund", new_address()
    with closing(SQLiteStore.create(path)) as one, closing(PostgresStore.create(address)) as other:
        write(one, rows)
        write(other, rows)
    with closing(SQLiteStore(path, read_only=True)) as one, closing(PostgresStore(address, read_only=True)) as other:
        assert list(one.scan()) == list(other.scan()) == rows
