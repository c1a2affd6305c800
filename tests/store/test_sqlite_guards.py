"""The guards in the file itself: what another program may try on a book, past the library."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_journals import CARE, FREE, FUND, SALT, Chain, Moved, faults_of, make_book, raw, small_journal, write

from sifund_ledger.errors import Refused, StoreUnavailable, UnreadableInput
from sifund_ledger.ledger.events import NoteBlotted
from sifund_ledger.store import SQLiteStore

PRAGMAS = ["", "foreign_keys=ON", "foreign_keys=OFF", "recursive_triggers=ON", "recursive_triggers=OFF",
           "ignore_check_constraints=ON", "defer_foreign_keys=ON"]  # fmt: skip
COPIES = {
    "record": "seq, hash, kind, target, data, note_salt, note",
    "posting": "seq, line, account, year, ore",
    "account": "id, book, code, fund, subfund, project, board, year",
}
ATTEMPTS = [
    *(f"DELETE FROM {table}" for table in COPIES),
    "DELETE FROM record WHERE seq = 6",
    *(f"UPDATE {conflict} record SET {change}"
      for conflict in ("", "OR REPLACE", "OR IGNORE")
      for change in ("seq = seq + 100", "hash = zeroblob(32)", "kind = 'x'", "target = NULL", "data = x'00'",
                     "note = 'annat'", "note = NULL", "note_salt = NULL", "note_salt = NULL, note = NULL",
                     "seq = 1 WHERE seq = 6", "note = NULL, note_salt = NULL, kind = 'x' WHERE seq = 2")),
    *(f"UPDATE OR REPLACE posting SET {column} = {column} + 1" for column in ("seq", "line", "account", "year", "ore")),
    *(f"UPDATE OR REPLACE account SET {column} = 1" for column in ("id", "book", "code", "fund", "board", "year")),
    *(f"INSERT {conflict} INTO {table} ({columns}) SELECT {columns} FROM {table}"
      for conflict in ("", "OR REPLACE", "OR IGNORE", "OR FAIL")
      for table, columns in COPIES.items()),
    *(f"REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} LIMIT 1" for table, columns in COPIES.items()),
    "INSERT INTO record (seq, hash, kind, data) VALUES (1, zeroblob(32), 'x', x'00') "
    "ON CONFLICT DO UPDATE SET kind = 'x'",
    "INSERT INTO account SELECT 1, 'A', 'b', '', '', '', '', 0",
    "INSERT INTO account SELECT 99, 'A', 'b', '', '', '', '', 0",
    "INSERT INTO account (book, code, fund, subfund, project, board, year) VALUES ('A', 'b', '', '', '', '', 0)",
    "INSERT OR REPLACE INTO account SELECT 5, book, code, fund, subfund, project, board, year FROM account LIMIT 1",
    "INSERT INTO posting VALUES (6, 1, 1, 2014, 5)",
    "INSERT INTO posting VALUES (4, 5, 1, 2014, 5)",
    "INSERT INTO posting VALUES (-1, 1, 1, 2014, 5)",
    "INSERT INTO posting VALUES (NULL, 1, 1, 2014, 5)",
    "INSERT INTO posting VALUES (7, 1, 1, 2014, 1.5)",
    "INSERT INTO posting VALUES (7, 1, 1, 2014, '1 kr')",
    "INSERT INTO record (hash, kind, data) VALUES (zeroblob(32), 'x', x'00')",
    "INSERT INTO record (seq, hash, kind, data) VALUES (8, zeroblob(32), 'x', x'00')",
    "INSERT INTO record (seq, hash, kind, data) "
    "SELECT 7, zeroblob(32), 'x', CAST(replace(printf('sifund-record-1_7_%064d_', 0), '_', char(9)) AS BLOB)",
]  # fmt: skip


def dump(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guards") / "bok.sifund"
    make_book(path)
    return path


@pytest.mark.parametrize("pragma", PRAGMAS)
def test_nothing_is_changed_replaced_or_deleted(book: Path, pragma: str) -> None:
    with raw(book) as connection:
        if pragma:
            connection.execute(f"PRAGMA {pragma}")
        before = dump(connection)
        for attempt in ATTEMPTS:
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(attempt)
            assert dump(connection) == before, attempt
    with closing(SQLiteStore(book)) as store:
        assert faults_of(store) == []


def test_without_a_where_clause_that_matches_nothing_is_touched(book: Path) -> None:
    with raw(book) as connection:
        before = dump(connection)
        connection.execute("DELETE FROM record WHERE seq = 99")
        assert dump(connection) == before


def try_to_seal(path: Path, postings: list[tuple[int, int, int]]) -> int:
    """The last record once 7 is added by SQL alone, right in all but its postings (line, account id, öre)."""
    chain = Chain(small_journal().head)
    row = chain.add(Moved("bredvid"))
    with raw(path) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("BEGIN")
        try:
            connection.executemany(
                "INSERT INTO posting VALUES (7, ?, ?, 2014, ?)",
                postings,
            )
            connection.execute(
                "INSERT INTO record (seq, hash, kind, data) VALUES (?, ?, ?, ?)",
                (row.seq, row.hash, row.kind, row.data),
            )
            (last,) = connection.execute("SELECT max(seq) FROM record").fetchone()
            return int(last)
        finally:
            connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("postings", "message"),
    [
        ([(1, 1, 5)], "one only"),
        ([(1, 1, 0)], "one only"),
        ([(1, 1, 5), (3, 2, -5)], "numbered from 1"),
        ([(0, 1, 5), (1, 2, -5)], "numbered from 1"),
        ([(0, 1, 5), (2, 2, -5)], "numbered from 1"),
        ([(1, 1, 5), (2, 99, -5)], "unknown account"),
        ([(1, 1, 5), (2, 2, -4)], "sum to zero"),
        ([(1, 1, 5), (2, 3, -5)], "sum to zero"),
        ([(1, 1, 5), (2, 2, -5), (3, 3, 1), (4, 4, -2)], "sum to zero"),
        ([(1, 1, 5), (1, 2, -5)], "the line exists"),
    ],
)
def test_what_does_not_balance_is_not_sealed(book: Path, postings: list[tuple[int, int, int]], message: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=message):
        try_to_seal(book, postings)


def test_what_is_right_is_sealed_by_sql_too(book: Path) -> None:
    assert try_to_seal(book, []) == 7
    assert try_to_seal(book, [(1, 1, 5), (2, 2, -5), (3, 3, 1), (4, 4, -1)]) == 7


def test_a_record_names_the_hash_before_it(book: Path) -> None:
    row = Chain(small_journal().head._replace(hash=bytes(32))).add(Moved("bredvid"))
    with raw(book) as connection, pytest.raises(sqlite3.IntegrityError, match="hash of the record before"):
        connection.execute(
            "INSERT INTO record (seq, hash, kind, data) VALUES (7, ?, 'test_moved', ?)", (row.hash, row.data)
        )


def test_sql_can_follow_the_chain(book: Path) -> None:
    with raw(book) as connection:
        broken = connection.execute(
            "SELECT count(*) FROM record AS r JOIN record AS p ON p.seq = r.seq - 1 "
            "WHERE r.previous <> lower(hex(p.hash))"
        ).fetchone()
    assert broken == (0,)


def test_a_note_is_blotted_by_sql_only_after_its_record(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    blot = "UPDATE record SET note = NULL, note_salt = NULL WHERE seq = ?"
    with raw(path) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="blots out"):
            connection.execute(blot, (4,))
        connection.execute(blot, (2,))
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE record SET note = 'ny', note_salt = ? WHERE seq = 2", (SALT,))
    with closing(SQLiteStore(path)) as store:
        assert [row.note for row in store.scan()] == [None, None, None, rows[3].note, None, None]


def test_a_blotted_note_is_gone_from_the_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    chain = Chain()
    for i in range(120):
        chain.move(FREE, FUND, i + 1, note=f"Personuppgift {i:03} " + "i" * (i * 53 % 6000))
    for i in range(120):
        chain.add(NoteBlotted(i + 1))
    with closing(SQLiteStore.create(path)) as store:
        for row in chain.rows:
            write(store, [row])
        assert path.read_bytes().count(b"Personuppgift") > 100
        with store.writing():
            for i in range(120):
                store.blot(i + 1)
        assert faults_of(store) == []
    assert b"Personuppgift" not in path.read_bytes()
    assert b"iiiiiiii" not in path.read_bytes()


def test_the_stores_own_writing_meets_the_guards_too(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    chain = Chain(small_journal().head)
    chain.move(FREE, CARE._replace(book="EARMARK"), 5)
    with closing(SQLiteStore(path)) as store:
        with raw(path) as other:
            other.execute("INSERT INTO posting VALUES (7, 1, 1, 2014, 5)")
        with pytest.raises(Refused) as caught, store.writing():
            store.append(chain.rows)
        assert [finding.code for finding in caught.value.findings] == ["GUARD_REFUSED"]
        with pytest.raises(RuntimeError, match="undone"), store.writing():  # noqa: PT012
            with pytest.raises(Refused):
                store.append(chain.rows)
            with pytest.raises(RuntimeError):
                store.append(chain.rows)
        with pytest.raises(UnreadableInput, match="no record"):
            list(store.scan())
        assert store.head().seq == len(rows)
    with pytest.raises(UnreadableInput, match="BOOK_DAMAGED"):
        SQLiteStore(path)


def test_a_full_disk_undoes_everything(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    chain = Chain(small_journal().head)
    for i in range(500):
        chain.move(FREE, FUND._replace(project=f"P{i}"), i + 1)
    with closing(SQLiteStore(path)) as store:
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count={pages + 3}")
        with pytest.raises(StoreUnavailable, match="full"):
            write(store, chain.rows)
        assert list(store.scan()) == rows
        store._connection.execute(f"PRAGMA max_page_count={pages + 1000}")
        write(store, chain.rows)
        assert list(store.scan()) == rows + chain.rows
    with closing(SQLiteStore(path)) as store:
        assert faults_of(store) == []
