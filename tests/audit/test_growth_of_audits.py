"""What an audit costs, counted at three sizes of a book and its general ledger: in proportion to them, and no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from models.counting import CountedList, count
from models.growing import POLICY, book_of, kf

from sifund_ledger import Book, open_book, sek
from sifund_ledger.audit import audit
from sifund_ledger.audit.deciding import DecidingAgain
from sifund_ledger.exchange import given_ledger, read_general_ledger
from sifund_ledger.testing import ledger_of, mapping_of_ledger, roles_of_ledger
from sifund_ledger.year_end.book_state import BookState

SIZES = (3, 9, 27)


def assert_in_proportion(work: Callable[[Book], int], made: Callable[[int], Book] = book_of) -> None:
    _, small, middle, large = (work(made(size)) for size in (SIZES[0], *SIZES))  # what is cached, first
    grown = (large - middle) / (middle - small)
    assert grown <= 1.05 * (SIZES[2] - SIZES[1]) / (SIZES[1] - SIZES[0]), (small, middle, large)


def test_an_audit_against_the_ledger_grows_in_proportion() -> None:
    def work(book: Book) -> int:
        given = given_ledger(read_general_ledger(*ledger_of(book)), mapping_of_ledger(), roles_of_ledger())
        return count(lambda: audit(book, ledger=given))

    assert_in_proportion(work)


def settled_book(projects: int) -> Book:
    """So many projects granted in 2014, measured and repaid in 2016, and settled."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, tzinfo=UTC))
    book.open_equity(2013, sek(10**9), opening_deficits=[], decision=kf(2014))
    book.create_fund("social", policy=POLICY, decision=kf(2014))
    book.open_fund("social", sek(10**8), year=2014, decision=kf(2014))
    for name in (f"projekt {number}" for number in range(projects)):
        book.grant(
            "social", name, sek(600), board="Utb", financing="ur fonden", start=date(2014, 5, 1),
            end=date(2014, 12, 31), plan={"Skola": {2016: sek(240)}, "Social": {2016: sek(360)}}, decision=kf(2014),
        )  # fmt: skip
        book.report_cost("social", name, sek(600), year=2014, decision=kf(2015))
        book.use("social", sek(600), year=2014, project=name, decision=kf(2015))
        book.close_project(name, year=2014, decision=kf(2015))
        for board in ("Skola", "Social"):
            book.measure(name, board, sek(100), effect_year=2015, decision=kf(2016))
            book.repay(name, board, sek(100), effect_year=2015, frame_year=2016, decision=kf(2016))
        book.settle(name, frame_year=2016, decision=kf(2016))
    return book


def test_what_is_decided_again_looks_at_no_more_records_in_a_larger_book() -> None:
    """A slice of all that follow a record is no line that runs: what is taken out of the list is counted."""

    def work(book: Book) -> int:
        state, records = BookState(), CountedList(book.records())
        deciding = DecidingAgain(state, records)

        def through() -> None:
            for at in range(len(records)):
                deciding.of(at)
                state.evolve(list.__getitem__(records, at))

        return count(through)

    assert_in_proportion(work, settled_book)
