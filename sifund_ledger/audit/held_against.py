"""A book and the general ledger given held against each other (bok mot huvudbok): each part worked out once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sifund_ledger.audit.given_ledger import GivenLedger, InLedger
from sifund_ledger.funds.state.fund_events import FundCreated, PolicyChanged
from sifund_ledger.general_ledger.proposed_figures import ProposedFigures
from sifund_ledger.general_ledger.reconciled import Reconciliation
from sifund_ledger.general_ledger.reconciliation import reconcile
from sifund_ledger.ledger.accounts import (
    EQUALISATION_RESERVE,
    FREE_EQUITY,
    FUND_AVAILABLE,
    FUND_COMMITTED,
    RESULT_RESERVE,
)
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.compared import book_amounts

if TYPE_CHECKING:
    from sifund_ledger.audit.audited import Audited


class HeldAgainst:
    """A book that was read and the general ledger given, held against each other; each part worked out once."""

    def __init__(self, audited: Audited, given: GivenLedger) -> None:
        self.audited, self.given = audited, given
        self._in_notes: dict[int, frozenset[str]] = {}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the ledger that the book knows of: those after the one by whose close it was opened."""
        opened = self.audited.state.stated.opened_year
        return tuple(year for year in self.given.ledger.years if opened is None or year > opened)

    @cached_property
    def whole_years(self) -> tuple[int, ...]:
        """Those whose files go to the year's end, and whose result the book has."""
        has_result = self.audited.state.stated.has_result
        return tuple(year for year in self.years if has_result(year) and not self.proposed[year].covered)

    @cached_property
    def proposed(self) -> dict[int, ProposedFigures]:
        """The ledger's figures of each year."""
        return {year: self.given.proposed(year) for year in self.years}

    @cached_property
    def rows(self) -> Reconciliation | None:
        """The book against the ledger row by row, where a mapping leads from one to the other."""
        bookings = self.given.bookings
        if bookings is None:
            return None
        booked = bookings.rows(self.audited.records, self.years)
        return reconcile(booked, self.given.ledger, own=bookings.own, shared=bookings.shared, years=self.years)

    @cached_property
    def in_ledger(self) -> dict[int, dict[str, InLedger]]:
        """What the ledger has of each whole year, by the codes of a comparison."""
        return {year: self.given.amounts(self.proposed[year]) for year in self.whole_years}

    @cached_property
    def in_book(self) -> dict[int, dict[str, int]]:
        """What the book has of each whole year, by the same codes."""
        statement, state = self.audited.statement, self.audited.state
        drawn = {each.year: each for each in statement.years} if statement is not None else {}
        return {year: book_amounts(state, year, drawn.get(year)) for year in self.whole_years}

    @cached_property
    def costs(self) -> dict[int, dict[str, int]]:
        """The net cost of each project code in the ledger, by year; none where the dimension has no row."""
        return {
            year: {each.key: each.ore or 0 for each in self.proposed[year].projects}
            for year in self.whole_years
            if self.proposed[year].projects
        }

    @cached_property
    def projects(self) -> list[tuple[int, str]]:
        """The projects of the book with a use or a cost in a year, whose code the ledger can be asked for."""
        register, coded = self.audited.state.register, self.given.bookings is not None
        known = {(year, project) for project, year in (*register.used, *register.costs) if year in self.costs}
        return sorted((year, each) for year, each in known if coded or self.given.code_of(each) in self.costs[year])

    def is_mapped(self, year: int) -> bool:
        """Whether every fund's account with a balance at the close of a year has one in the ledger."""
        balances, bookings, in_notes = self.audited.state.balances, self.given.bookings, self.in_notes(year)
        return bookings is not None and all(
            bookings.number(account) is not None or account.fund in in_notes or not balances.balance(account, at=year)
            for account in balances.accounts(FUND_AVAILABLE, FUND_COMMITTED)
        )

    @cached_property
    def mapped_years(self) -> list[int]:
        """The whole years of which the earmarks can be held against the accounts of the ledger."""
        return [year for year in self.whole_years if self.is_mapped(year)]

    def earmarked(self, year: int) -> tuple[int, int, frozenset[str]]:
        """What the book and the ledger have on the funds' own accounts at the close of a year, öre, and the accounts.

        Funds that the year shows in notes alone have none there.
        """
        in_notes, closing = self.in_notes(year), self.given.ledger.balances(year)
        moved = {key: by_year for key, by_year in self._moved_of_funds.items() if key[0] not in in_notes}
        book = -sum(ore for by_year in moved.values() for of, ore in by_year.items() if of <= year)
        numbers = frozenset(number for _, number in moved)
        return book, -sum(closing.get(number, 0) for number in numbers), numbers

    @cached_property
    def _moved_of_funds(self) -> dict[tuple[str, str], dict[int, int]]:
        """What moved on the accounts of each fund in each year, by fund and the ledger's account of its own."""
        moved: dict[tuple[str, str], dict[int, int]] = {}
        balances, bookings = self.audited.state.balances, self.given.bookings
        for account in balances.accounts(FUND_AVAILABLE, FUND_COMMITTED):
            number = bookings.number(account) if bookings is not None else None
            if number is None or bookings is None or number not in bookings.own:
                continue
            by_year, before = moved.setdefault((account.fund, number), {}), 0
            for year in balances.years(account):
                closing = balances.balance(account, at=year)
                by_year[year] = by_year.get(year, 0) + closing - before
                before = closing
        return moved

    @cached_property
    def unmapped(self) -> list[str]:
        """The accounts of the book with entries of the years that the mapping has no number for."""
        bookings = self.given.bookings
        codes = (FREE_EQUITY, EQUALISATION_RESERVE, RESULT_RESERVE, FUND_AVAILABLE, FUND_COMMITTED)
        return sorted(
            f"{each.code}.{each.fund}".rstrip(".")
            for each in self.audited.state.balances.accounts()
            if each.code in codes and bookings is not None and bookings.number(each) is None
        )

    @cached_property
    def _policies(self) -> list[Record]:
        """The records that say how the ledger shows a fund."""
        return [each for each in self.audited.records if isinstance(each.event, FundCreated | PolicyChanged)]

    def in_notes(self, year: int) -> frozenset[str]:
        """The funds that a year shows in notes alone."""
        if year not in self._in_notes:
            bookings = self.given.bookings
            funds = bookings.in_notes(self._policies, year) if bookings is not None else frozenset[str]()
            self._in_notes[year] = funds
        return self._in_notes[year]
