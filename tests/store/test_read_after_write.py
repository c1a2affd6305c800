"""What is acknowledged is there: triggers that hide from the look at the guards, or come while a book is open."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from store_journals import FREE, FUND, Chain, faults_of, make_book, raw, small_journal, write

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.store import SQLiteStore, sqlite_file

SWALLOWING = "CREATE TRIGGER swallow BEFORE INSERT ON {table} BEGIN SELECT RAISE(IGNORE); END"
TABLES = ("record", "posting", "account")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "bok.sifund"
    make_book(path)
    return path


def hide(path: Path, trigger: str, name: str = "sqlite_stat4") -> None:
    """Put a trigger in under a name that the engine keeps for itself."""
    with raw(path) as connection:
        connection.execute(trigger)
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET name = ?, sql = replace(sql, 'swallow', ?) WHERE name = 'swallow'", (name, name)
        )


def one_more() -> Chain:
    chain = Chain(small_journal().head)
    chain.move(FREE, FUND._replace(project="ny"), 5)
    return chain


@pytest.mark.parametrize("table", TABLES)
def test_only_tables_are_the_engines_statistics(book: Path, table: str) -> None:
    hide(book, SWALLOWING.format(table=table))
    with pytest.raises(UnreadableInput, match="BOOK_GUARD_MISSING"):
        SQLiteStore(book)


@pytest.mark.parametrize("table", TABLES)
def test_a_trigger_put_in_under_an_open_book_acknowledges_nothing(book: Path, table: str) -> None:
    with closing(SQLiteStore(book)) as store:
        with raw(book) as connection:
            connection.execute(SWALLOWING.format(table=table))
        with pytest.raises(UnreadableInput, match="BOOK_GUARD_MISSING"):
            write(store, one_more().rows)
    with raw(book) as connection:
        connection.execute("DROP TRIGGER swallow")
    with closing(SQLiteStore(book)) as store:
        assert list(store.scan()) == small_journal().rows
        assert faults_of(store) == []


@pytest.mark.parametrize("table", TABLES)
def test_what_was_swallowed_is_not_acknowledged_even_where_the_guards_seem_in_place(
    book: Path, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(book, SWALLOWING.format(table=table))
    monkeypatch.setattr(sqlite_file, "_objects", lambda _: frozenset())
    sqlite_file._expected_objects.cache_clear()
    with closing(SQLiteStore(book)) as store:
        with pytest.raises(UnreadableInput, match="BOOK_DAMAGED"):
            write(store, one_more().rows)
        assert list(store.scan()) == small_journal().rows
    sqlite_file._expected_objects.cache_clear()


def test_a_swallowed_blotting_is_not_acknowledged(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(book, "CREATE TRIGGER swallow BEFORE UPDATE ON record BEGIN SELECT RAISE(IGNORE); END")
    monkeypatch.setattr(sqlite_file, "_objects", lambda _: frozenset())
    sqlite_file._expected_objects.cache_clear()
    with closing(SQLiteStore(book)) as store:
        with pytest.raises(UnreadableInput, match="BOOK_DAMAGED"), store.writing():
            store.blot(2)
        assert next(iter(store.scan(1, 2))).note == small_journal().rows[1].note
    sqlite_file._expected_objects.cache_clear()
