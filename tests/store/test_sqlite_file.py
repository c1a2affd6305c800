"""Making a book, and refusing what is none: with code, place, paragraph and remedy, and every byte as it was."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from store_journals import make_book, raw, small_journal, unguarded, write

from sifund_ledger.catalogue import codes_of
from sifund_ledger.errors import StoreUnavailable, UnreadableInput
from sifund_ledger.store import SQLiteStore, sqlite_file


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder, with its bytes and its time of change."""
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir() if file.is_file()}


def refusal(path: Path, **options: bool) -> str:
    """The one code that opening is refused with; the folder is the same afterwards."""
    before = tree(path.parent)
    with pytest.raises(UnreadableInput) as caught:
        SQLiteStore(path, **options)
    assert tree(path.parent) == before
    (finding,) = caught.value.findings
    assert finding.place == str(path)
    assert finding.message
    assert finding.message_sv
    assert finding.remedy
    assert finding.remedy_sv
    return finding.code


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "bok.sifund"
    make_book(path)
    return path


def test_opening_and_reading_leave_every_byte(book: Path) -> None:
    before = tree(book.parent)
    for read_only in (False, True):
        with closing(SQLiteStore.open(str(book), read_only=read_only)) as store:
            assert len(list(store.scan())) == 6
            assert store.balances()
    assert tree(book.parent) == before


def test_a_name_with_signs_that_mean_something_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "Årsbok 50% #1?mode=memory&x.sifund"
    rows = make_book(path)
    with closing(SQLiteStore(path)) as store:
        assert list(store.scan()) == rows
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = make_book(Path("bok.sifund"))
    with closing(SQLiteStore("bok.sifund")) as store:
        assert list(store.scan()) == rows


def test_a_book_is_never_made_over_something(book: Path) -> None:
    before = tree(book.parent)
    for taken in (book, book.parent):
        with pytest.raises(UnreadableInput) as caught:
            SQLiteStore.create(taken)
        assert [finding.code for finding in caught.value.findings] == ["BOOK_EXISTS"]
    assert tree(book.parent) == before


def test_a_dangling_link_is_something(tmp_path: Path) -> None:
    link = tmp_path / "bok.sifund"
    link.symlink_to(tmp_path / "ingenstans")
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        SQLiteStore.create(link)
    assert refusal(link) == "BOOK_NOT_FOUND"


def test_somebody_made_the_book_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bok.sifund"
    path.write_bytes(b"annan")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        SQLiteStore.create(path)
    assert tree(tmp_path).keys() == {"bok.sifund"}
    assert path.read_bytes() == b"annan"


def fail(*_: object) -> None:
    raise OSError(95, "Operation not supported")


def test_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", fail)
    rows = make_book(tmp_path / "bok.sifund")
    with closing(SQLiteStore(tmp_path / "bok.sifund")) as store:
        assert list(store.scan()) == rows
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        SQLiteStore.create(tmp_path / "bok.sifund")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        SQLiteStore.create(tmp_path / "bok.sifund")
    assert [file.name for file in tmp_path.iterdir()] == ["bok.sifund"]


def test_a_failure_leaves_no_half_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StoreUnavailable, match="not supported"):
        SQLiteStore.create(tmp_path / "bok.sifund")
    monkeypatch.setattr(sqlite_file, "schema_sql", lambda: "CREATE TABLE half (a) STRICT")
    with pytest.raises(StoreUnavailable, match="missing datatype"):
        SQLiteStore.create(tmp_path / "bok.sifund")
    with pytest.raises(StoreUnavailable):
        SQLiteStore.create(tmp_path / "saknas" / "bok.sifund")
    assert list(tmp_path.iterdir()) == []


def text(path: Path) -> None:
    path.write_text("#FLAGGA 0\n" * 500)


def other_database(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("CREATE TABLE till_salu (a)")
        connection.execute("PRAGMA user_version=99")


def other_database_in_wal(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE till_salu (a)")


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "make",
    [text, other_database, other_database_in_wal, Path.mkdir, Path.touch, lambda path: path.write_bytes(b"SQLi")],
)
def test_what_is_no_book(tmp_path: Path, make: Callable[[Path], object], read_only: bool) -> None:
    make(tmp_path / "annat")
    assert refusal(tmp_path / "annat", read_only=read_only) == "BOOK_FOREIGN"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_no_book(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    assert refusal(tmp_path / "rör") == "BOOK_FOREIGN"


def test_a_missing_book(book: Path) -> None:
    assert refusal(book.parent / "saknas.sifund") == "BOOK_NOT_FOUND"
    for path in (book.parent / "saknas" / "bok.sifund", book / "bok.sifund"):
        with pytest.raises(UnreadableInput, match="BOOK_NOT_FOUND"):
            SQLiteStore(path)


@pytest.mark.parametrize(("version", "code"), [(2, "BOOK_NEWER"), (0, "BOOK_DAMAGED"), (-1, "BOOK_DAMAGED")])
def test_another_schema(book: Path, version: int, code: str) -> None:
    with raw(book) as connection:
        connection.execute(f"PRAGMA user_version={version}")
    assert refusal(book) == code


ALTERATIONS = [
    "DROP TRIGGER record_delete",
    "DROP TRIGGER record_insert",
    "DROP INDEX record_target",
    "DROP TABLE posting",
    "CREATE TABLE mer (a)",
    "CREATE VIEW vy AS SELECT 1",
    "CREATE TRIGGER mer AFTER INSERT ON record BEGIN SELECT 1; END",
    "ALTER TABLE record ADD COLUMN mer TEXT",
    "DROP TRIGGER record_delete; CREATE TRIGGER record_delete BEFORE DELETE ON record WHEN 0 BEGIN SELECT 1; END",
]


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_an_altered_guard(book: Path, alteration: str) -> None:
    with raw(book) as connection:
        connection.executescript(alteration)
    assert refusal(book) == "BOOK_GUARD_MISSING"


def test_statistics_and_vacuum_are_no_alteration(book: Path) -> None:
    with raw(book) as connection:
        connection.execute("ANALYZE")
        connection.execute("VACUUM")
    with closing(SQLiteStore(book)) as store:
        assert list(store.scan()) == small_journal().rows


def test_postings_of_no_record(book: Path) -> None:
    with raw(book) as connection:
        connection.execute("INSERT INTO posting VALUES (7, 1, 1, 2014, 5)")
    assert refusal(book) == "BOOK_DAMAGED"


def test_postings_before_the_first_record(book: Path) -> None:
    with unguarded(book) as connection:
        connection.execute("INSERT INTO posting VALUES (0, 1, 1, 2014, 5)")
    assert refusal(book) == "BOOK_DAMAGED"


def test_a_broken_check(book: Path) -> None:
    with unguarded(book) as connection:
        connection.execute("UPDATE record SET hash = x'00' WHERE seq = 2")
    assert refusal(book) == "BOOK_DAMAGED"


@pytest.mark.parametrize("read_only", [False, True])
def test_every_truncation(book: Path, tmp_path: Path, read_only: bool) -> None:
    data = book.read_bytes()
    folder = tmp_path / "avklippt"
    folder.mkdir()
    for length in {1, 15, 16, 99, 100, 101, 511, *range(4096, len(data) - 600, 2048)}:
        (folder / "bok.sifund").write_bytes(data[:length])
        assert refusal(folder / "bok.sifund", read_only=read_only) in {"BOOK_DAMAGED", "BOOK_FOREIGN"}


def test_a_book_in_write_ahead_mode(book: Path) -> None:
    with raw(book) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert refusal(book) == "BOOK_NOT_ONE_FILE"
    assert refusal(book, read_only=True) == "BOOK_NOT_ONE_FILE"
    with raw(book) as connection:
        connection.execute("ANALYZE")
        assert Path(f"{book}-wal").stat().st_size > 0
        assert refusal(book) == "BOOK_NOT_ONE_FILE"
    with raw(book) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with closing(SQLiteStore(book)) as store:
        assert store.head().seq == 6


def test_reading_only(book: Path) -> None:
    with closing(SQLiteStore(book, read_only=True)) as store:
        with pytest.raises(StoreUnavailable, match="reading only"), store.writing():
            pass
        assert store.head().seq == 6


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_file_that_may_only_be_read(book: Path) -> None:
    book.chmod(0o444)
    with closing(SQLiteStore(book)) as store, pytest.raises(StoreUnavailable), store.writing():
        pass


def test_a_folder_out_of_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", denied)
    with pytest.raises(StoreUnavailable, match="Permission denied"):
        SQLiteStore(tmp_path / "bok.sifund")


def test_a_file_that_may_not_be_read(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(sqlite_file, "connect", denied)
    with pytest.raises(StoreUnavailable, match="unable to open"):
        SQLiteStore(book)


def test_an_engine_that_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    for way in (SQLiteStore.create, SQLiteStore.open):
        with pytest.raises(StoreUnavailable, match=r"3\.37"):
            way(tmp_path / "bok.sifund")


@pytest.mark.parametrize("sql", ["SELECT ?", "COMMIT", "SELECT no_such(1)", "SELECT zeroblob(2000000000)"])
def test_an_error_that_is_no_damage_is_not_said_to_be(book: Path, sql: str) -> None:
    """What the engine will not do is no reason to put a book aside as evidence."""
    with closing(SQLiteStore(book)) as store:
        with pytest.raises(StoreUnavailable, match="the engine answers"):
            store._rows(sql)
        assert store.head().seq == 6


def test_a_book_that_grows_is_not_taken_for_damaged(book: Path) -> None:
    """Without a lock a file being written to can look cut short; the look with a lock decides."""
    data = book.read_bytes()
    book.write_bytes(data[:-4096])
    assert refusal(book) == "BOOK_DAMAGED"
    book.write_bytes(data)
    with closing(SQLiteStore(book)) as store:
        write(store, [])
        assert store.head().seq == 6


def test_codes_are_unique_and_told_in_both_languages() -> None:
    assert len({code.name for code in codes_of("store")}) == len(codes_of("store"))
    assert all(code.sv and code.remedy_en and code.remedy_sv for code in codes_of("store"))
