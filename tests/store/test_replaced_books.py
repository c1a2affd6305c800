"""A book whose file is rolled back, replaced or taken away while it is open says so when it is next read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sifund_ledger import Book, UnreadableInput, open_book

READINGS: dict[str, Callable[[Book], object]] = {
    "head": lambda book: book.head,
    "records": lambda book: list(book.records()),
    "years": lambda book: book.years,
    "preview": lambda book: book.preview().__enter__(),
    "recording": lambda book: book.record_result(2016, 1),
}


def copied_over(copy: Path, path: Path) -> None:
    """As ``cp`` restores a file: the same file, with the bytes of another."""
    with copy.open("rb") as old, path.open("r+b") as file:
        shutil.copyfileobj(old, file)
        file.truncate()


def renamed_over(copy: Path, path: Path) -> None:
    """As a program restores a file that writes it beside first: another file under the name."""
    os.replace(copy, path)


WAYS = [copied_over, renamed_over]


def refused(reading: Callable[[Book], object], book: Book) -> None:
    for _ in range(2):  # it is not forgotten after it was said once
        with pytest.raises(UnreadableInput) as caught:
            reading(book)
        assert [finding.code for finding in caught.value.findings] == ["BOOK_REPLACED"]


@pytest.mark.parametrize("restore", WAYS)
@pytest.mark.parametrize("reading", READINGS.values(), ids=list(READINGS))
def test_an_older_copy_put_in_its_place(tmp_path: Path, reading: Callable[[Book], object], restore: Callable) -> None:
    path, copy = tmp_path / "ale.sifund", tmp_path / "kopia.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book:
        book.record_result(2013, 1)
        shutil.copy(path, copy)
        book.record_result(2014, 1)
        restore(copy, path)
        refused(reading, book)
    with open_book(path) as book:
        assert book.head.seq == 2  # what is there now is a book, and stays as it is


@pytest.mark.parametrize("restore", WAYS)
@pytest.mark.parametrize("more", [1, 2])
@pytest.mark.parametrize("reading", READINGS.values(), ids=list(READINGS))
def test_an_older_copy_that_others_have_recorded_in_since(
    tmp_path: Path, reading: Callable[[Book], object], more: int, restore: Callable
) -> None:
    path, copy = tmp_path / "ale.sifund", tmp_path / "kopia.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book:
        shutil.copy(path, copy)
        book.record_result(2013, 1)
        with open_book(copy, actor="ekonomi") as other:
            for year in range(2014, 2015 + more):
                other.record_result(year, 2)
        restore(copy, path)
        refused(reading, book)


@pytest.mark.parametrize("reading", READINGS.values(), ids=list(READINGS))
def test_a_file_that_was_taken_away(tmp_path: Path, reading: Callable[[Book], object]) -> None:
    path = tmp_path / "ale.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book:
        path.rename(tmp_path / "flyttad.sifund")
        refused(reading, book)


def test_what_is_kept_in_a_file_that_was_replaced_meanwhile_is_not_acknowledged(tmp_path: Path) -> None:
    path, copy = tmp_path / "ale.sifund", tmp_path / "kopia.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book:
        shutil.copy(path, copy)
        batch = book.batch()
        batch.__enter__()
        book.record_result(2013, 1)
        renamed_over(copy, path)
        with pytest.raises(UnreadableInput, match="BOOK_REPLACED"):
            batch.__exit__(None, None, None)
    with open_book(path) as book:
        assert book.head.seq == 1


def test_a_book_opened_by_a_name_in_a_folder_that_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "annan").mkdir()
    with open_book("ale.sifund", create="Ale", actor="ekonomi") as book:
        monkeypatch.chdir(tmp_path / "annan")
        book.record_result(2013, 1)
        assert book.head.seq == 2


def test_what_others_record_meanwhile_is_no_replacement(tmp_path: Path) -> None:
    path = tmp_path / "ale.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book, open_book(path, actor="revision") as other:
        other.record_result(2013, 1)
        assert book.years == (2013,)
        book.record_result(2014, 1)
        assert other.years == (2013, 2014)
