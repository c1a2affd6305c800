"""A book as it stood at the close of a year (läget vid årets slut): for reports of an earlier year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sifund_ledger.book.log import of_year
from sifund_ledger.book.reports import FundReports
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.book_state import BookState


class BookAtClose(FundReports):
    """What can be read of a book as it stood at the close of a year; nothing is recorded in it."""

    def __init__(self, book: FundReports, year: int) -> None:
        self._recorder, self._year = book._recorder, year
        self._kept = list(_kept(book.records(), year))
        self._then = BookState()
        for record in self._kept:
            self._then.evolve(record)

    @property
    def _state(self) -> BookState:
        return self._then

    def _read(self, after: int, until: int | None = None) -> Iterator[Record]:
        return (record for record in self._kept if after < record.seq and (until is None or record.seq <= until))


def _year_of(record: Record) -> int:
    """The year that a record belongs to, or that its event dates it in; 0 for what has no year of its own, such as the
    making of a fund: what came with it is told apart by its own records."""
    dated = getattr(record.event, "event_date", None) or getattr(record.event, "last_day", None)
    return of_year(record) or (dated.year if isinstance(dated, date) else 0)


def _kept(records: Iterable[Record], year: int) -> Iterator[Record]:
    """The records of a year and those before it; what is recorded of a project that was granted later is left out with
    it, whatever day its decision has."""
    begun = dict[str, int]()
    for record in records:
        own, project = _year_of(record), getattr(record.event, "project", "")
        if max(own, begun.setdefault(project, own) if project else 0) <= year:
            yield record


def at_close(book: FundReports, year: int) -> FundReports:
    """The funds and projects of a book as they stood at the close of a fiscal year, corrections of later years left
    out (R43)."""
    return BookAtClose(book, year)
