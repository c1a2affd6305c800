"""A book belongs to the thread and the process that opened it, and says so elsewhere; nobody is told of damage."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from sifund_ledger import Book, Refused, open_book
from sifund_ledger.store import SQLiteStore

USES: dict[str, Callable[[Book], object]] = {
    "reading": lambda book: book.head,
    "listing": lambda book: list(book.records()),
    "recording": lambda book: book.record_result(2013, 5),
    "previewing": lambda book: book.preview().__enter__(),
    "closing": Book.close,
}


def elsewhere(call: Callable[[], object]) -> str:
    """The code that a call in another thread is refused with."""
    with ThreadPoolExecutor(1) as pool, pytest.raises(Refused) as caught:
        pool.submit(call).result()
    (finding,) = caught.value.findings
    return finding.code


@pytest.mark.parametrize("filed", [True, False])
@pytest.mark.parametrize("use", USES.values(), ids=list(USES))
def test_a_book_in_another_thread_says_that_it_belongs_to_one(
    tmp_path: Path, use: Callable[[Book], object], filed: bool
) -> None:
    with open_book(tmp_path / "ale.sifund" if filed else None, create="Ale", actor="ekonomi") as book:
        assert elsewhere(lambda: use(book)) == "BOOK_OF_ANOTHER_THREAD"
        book.record_result(2013, 7)
        assert book.head.seq == 2


def test_what_another_thread_records_does_not_come_into_an_open_batch(tmp_path: Path) -> None:
    with open_book(tmp_path / "ale.sifund", create="Ale", actor="ekonomi") as book:
        with book.batch():
            book.record_result(2013, 7)
            assert elsewhere(lambda: book.record_result(2014, 8)) == "BOOK_OF_ANOTHER_THREAD"
        assert book.years == (2013,)


def test_a_store_in_another_thread_says_so_too(tmp_path: Path) -> None:
    store = SQLiteStore.create(tmp_path / "bok.sifund")
    for use in (store.head, store.balances, lambda: list(store.scan()), store.writing().__enter__, store.close):
        assert elsewhere(use) == "BOOK_OF_ANOTHER_THREAD"
    store.close()
    for use in (store.head, store.balances, lambda: list(store.scan()), store.writing().__enter__):
        with pytest.raises(Refused, match="BOOK_CLOSED"):
            use()


def test_threads_that_each_open_the_book_record_all_that_they_are_told_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "ale.sifund"
    open_book(path, create="Ale", actor="ekonomi").close()

    def record(years: range) -> None:
        with open_book(path, actor="ekonomi", timeout=60) as book:
            for year in years:
                book.record_result(year, 1)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(record, (range(2000, 2005), range(2005, 2010), range(2010, 2015))))
    with open_book(path) as book:
        assert sorted(book.years) == [*range(2000, 2015)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_process_that_was_forked_does_not_use_the_book_of_its_parent(tmp_path: Path) -> None:
    with open_book(tmp_path / "ale.sifund", create="Ale", actor="ekonomi") as book:
        child = os.fork()
        if not child:
            told = 1
            with suppress(BaseException):
                try:
                    book.record_result(2013, 7)
                except Refused as refusal:
                    told = 0 if refusal.findings[0].code == "BOOK_OF_ANOTHER_THREAD" else 2
            os._exit(told)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert book.head.seq == 1
