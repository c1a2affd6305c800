"""A book has its first record before it has its name, and no name that it has been given is taken away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from store_journals import raw

from sifund_ledger import Book, open_book
from sifund_ledger.errors import Refused, StoreUnavailable, UnreadableInput
from sifund_ledger.store import SQLiteStore, opening, sqlite_file


def records_in(path: Path) -> list[str]:
    with raw(path) as connection:
        return [kind for (kind,) in connection.execute("SELECT kind FROM record ORDER BY seq")]


def test_the_first_record_is_in_the_draft_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, link = tmp_path / "bok.sifund", os.link
    seen: list[list[str]] = []

    def watched(draft: Path, target: Path) -> None:
        seen.append(records_in(draft))
        link(draft, target)

    monkeypatch.setattr(os, "link", watched)
    open_book(path, create="Tomelilla kommun", actor="ekonomi").close()
    assert seen == [["journal_opened"]]


def test_a_book_that_is_refused_has_never_been_there(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        open_book(tmp_path / "bok.sifund", create="Tomelilla kommun")
    assert list(tmp_path.iterdir()) == []


def test_an_error_while_a_new_book_is_opened_leaves_what_another_program_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bok.sifund"

    def stopped(store: object, **about: object) -> Book:
        if isinstance(store, SQLiteStore):
            with Book(SQLiteStore(path), **{**about, "actor": "revision"}) as other:
                other.record_result(2013, 5)
            raise KeyboardInterrupt
        return Book(store, **about)

    monkeypatch.setattr(opening, "Book", stopped)
    with pytest.raises(KeyboardInterrupt):
        open_book(path, create="Tomelilla kommun", actor="ekonomi")
    monkeypatch.undo()
    with open_book(path) as book:
        assert [record.event.kind for record in book.records()] == ["journal_opened", "result_recorded"]


def test_a_book_without_its_first_record_does_not_open(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    SQLiteStore.create(path).close()
    for actor in ("", "ekonomi"):
        with pytest.raises(UnreadableInput, match="BOOK_WITHOUT_OWNER"):
            open_book(path, actor=actor)
    with pytest.raises(UnreadableInput, match="BOOK_EXISTS"):
        open_book(path, create="Tomelilla kommun", actor="ekonomi")
    assert path.exists()


@pytest.mark.parametrize("name", ["bok\0.sifund", "b" * 300 + ".sifund"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    for create in ("", "Tomelilla kommun"):
        with pytest.raises(StoreUnavailable):
            open_book(tmp_path / name, create=create, actor="ekonomi")
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_a_file_may_have(tmp_path: Path) -> None:
    path = tmp_path / ("b" * 240)
    open_book(path, create="Tomelilla kommun", actor="ekonomi").close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_drafts_that_a_kill_has_left_are_swept_once_they_are_old(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / f".sifund-{16 * digit}.{kind}" for digit, kind in (("0", "draft"), ("1", "part"), ("g", "draft"))
    )
    for file in (old, new, other):
        file.write_bytes(b"")
    for file in (old, other):
        os.utime(file, (0, 0))
    SQLiteStore.create(tmp_path / "bok.sifund").close()
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([new.name, other.name, "bok.sifund"])


def test_every_record_brings_the_folder_to_the_disk_too(tmp_path: Path) -> None:
    SQLiteStore.create(tmp_path / "bok.sifund").close()
    for read_only in (False, True):
        connection = sqlite_file.open_file(tmp_path / "bok.sifund", read_only=read_only, timeout=0)
        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
        connection.close()
