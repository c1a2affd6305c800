"""Balances and movements (saldon, rörelser): a fold over postings, never stored, rebuilt at will."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.accounts import CHART, Account, Limit
from sifund_ledger.ledger.entries import Posting
from sifund_ledger.ledger.folds import Undoable

_SIGNS: dict[str, int] = {
    code.code: {Limit.CREDIT: 1, Limit.DEBIT: -1, Limit.EITHER: 0}[code.limit] for code in CHART.values()
}
_Key = tuple[int, str]
_Movements = dict[_Key, int]
LATER: Final = "~"
"""Stands before the kind of what a later year has corrected."""


def account_text(account: Account) -> str:
    """The account as people read it: the Swedish term and the dimensions that apply.

    >>> from sifund_ledger.ledger.accounts import FUND_AVAILABLE, earmark
    >>> account_text(earmark(FUND_AVAILABLE, fund="social"))
    'öronmärkt, disponibelt (social)'
    """
    code = CHART.get((account.book, account.code))
    return _with_dimensions(account, code.swedish if code else f"{account.book}.{account.code}")


def account_words(account: Account) -> Bilingual:
    """The account in both languages: the Swedish term, or its code, with the dimensions that apply."""
    return Bilingual(account_text(account), _with_dimensions(account, account.code.replace("_", " ")))


def _with_dimensions(account: Account, name: str) -> str:
    dimensions = [text for text in (*account[2:6], str(account.year or "")) if text]
    return f"{name} ({', '.join(dimensions)})" if dimensions else name


class Balances(Undoable):
    """Sums in öre, debit positive, per account, fiscal year and kind of event.

    >>> from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
    >>> balances = Balances()
    >>> fund = earmark(FUND_AVAILABLE, fund="social")
    >>> balances.post("set_aside", 2011, [Posting(earmark(FREE_EQUITY), 1000), Posting(fund, -1000)])
    >>> balances.balance(fund), balances.balance(fund, at=2010), balances.total()
    (-1000, 0, 0)
    """

    def __init__(self, changes: list[tuple[Any, Any, Any]] | None = None) -> None:
        super().__init__(changes)
        self._by_account: dict[Account, _Movements] = {}
        self._by_code: dict[str, list[Account]] = {}
        self._later: dict[tuple[int, int, str, Account], int] = {}
        """What later years have corrected: the year that it belongs to, the one that it is booked in, kind, account."""

    def post(
        self, kind: str, year: int, postings: Iterable[tuple[Account, int]], *, of_year: int | None = None
    ) -> None:
        """Add postings in öre to a fiscal year, under the kind of event that made them.

        What corrects an earlier year, ``of_year``, is kept apart from the year's own movements (ruling R43).
        """
        later = of_year is not None and of_year != year
        key, logging = (year, LATER + kind if later else kind), bool(self._changes)
        for account, ore in postings:
            if later:
                place = (of_year or 0, year, kind, account)
                self._put(self._later, place, self._later.get(place, 0) + ore)
            movements = self._by_account.get(account)
            if movements is None:
                movements = {}
                self._put(self._by_account, account, movements)
                if account[1] not in self._by_code:
                    self._put(self._by_code, account[1], [])
                self._append(self._by_code[account[1]], account)
            if logging:
                self._put(movements, key, movements.get(key, 0) + ore)
            else:
                movements[key] = movements.get(key, 0) + ore

    def balance(self, account: Account, *, at: int | None = None) -> int:
        """The balance in öre at the close of a fiscal year, or now; debit positive."""
        movements = self._by_account.get(account, {})
        if at is None:
            return sum(movements.values())
        return sum([ore for (year, _), ore in movements.items() if year <= at])

    def movement(self, account: Account, kind: str, *, year: int | None = None) -> int:
        """What one kind of event has posted on the account, in one fiscal year or in all; öre, debit positive.

        Corrections count in the year of what they correct; one made in a later year counts in the sum of all alone.
        """
        movements = self._by_account.get(account, {})
        if year is not None:
            return movements.get((year, kind), 0)
        return sum([ore for (_, k), ore in movements.items() if k.removeprefix(LATER) == kind])

    def corrected(self, account: Account, year: int) -> int:
        """What a fiscal year has corrected of earlier years on the account (rättelse av tidigare år; R43); öre."""
        movements = self._by_account.get(account, {})
        return sum([ore for (y, kind), ore in movements.items() if y == year and kind.startswith(LATER)])

    def corrected_in(self, year: int) -> list[int]:
        """The earlier fiscal years of which a year has corrected anything, in order."""
        return sorted({of_year for of_year, booked, *_ in self._later if booked == year})

    def restated(self, year: int, through: int) -> Balances | None:
        """The balances with what the years after one, through another, have corrected of it and of those before it,
        each in the year that it belongs to (omräknat; R43); ``None`` where they have corrected nothing.

        >>> from sifund_ledger.ledger.accounts import FUND_AVAILABLE, earmark
        >>> balances, fund = Balances(), earmark(FUND_AVAILABLE, fund="social")
        >>> balances.post("set_aside", 2013, [Posting(fund, -50)])
        >>> balances.post("set_aside", 2014, [Posting(fund, 30)], of_year=2013)
        >>> balances.balance(fund, at=2013), balances.restated(2013, 2014).balance(fund, at=2013)
        (-50, -20)
        """
        moved = [(key, ore) for key, ore in self._later.items() if key[0] <= year < key[1] <= through and ore]
        if not moved:
            return None
        restated = Balances()
        restated._by_account, restated._by_code = dict(self._by_account), self._by_code
        for account in {account for (*_, account), _ in moved}:
            restated._by_account[account] = dict(self._by_account[account])
        for (of_year, booked, kind, account), ore in moved:
            movements = restated._by_account[account]
            movements[booked, LATER + kind] -= ore
            movements[of_year, kind] = movements.get((of_year, kind), 0) + ore
        return restated

    def movements(self, account: Account) -> Mapping[tuple[int, str], int]:
        """What moved on an account by fiscal year and kind of event, in öre, debit positive; a view."""
        return self._by_account.get(account, {})

    def years(self, account: Account) -> set[int]:
        """The fiscal years in which anything is posted on the account."""
        return {year for year, _ in self._by_account.get(account, {})}

    def accounts(self, *codes: str) -> Iterator[Account]:
        """Every account with a posting, or those of some codes; those of each code in the order of their first use."""
        if not codes:
            return iter(self._by_account)
        return chain.from_iterable([self._by_code.get(code, ()) for code in codes])

    def as_dict(self) -> dict[Account, int]:
        """Every account's balance in öre, debit positive; accounts at zero left out."""
        sums = ((account, sum(movements.values())) for account, movements in self._by_account.items())
        return {account: ore for account, ore in sums if ore}

    def total(self, book: str | None = None) -> int:
        """The sum of all balances of a book, or of all books: zero, always."""
        return sum(
            ore
            for account, movements in self._by_account.items()
            if book is None or account.book == book
            for ore in movements.values()
        )

    def limit_faults(self, year: int, postings: Iterable[Posting]) -> list[Finding]:
        """What the postings would put on an account's forbidden side, at the close of ``year`` or of a later one.

        So a fund stays at or above zero both in the order of recording and at every year's close, even where a
        record belongs to an earlier year than those before it (invariant 4).
        """
        deltas: dict[Account, int] = {}
        for account, ore in postings:
            sign = _SIGNS[account[1]]
            if sign:
                deltas[account] = deltas.get(account, 0) + sign * ore
        faults = []
        for account, delta in deltas.items():
            if delta <= 0:
                continue
            lacking_year, lacking = self._lacking(account, year, delta, _SIGNS[account[1]])
            if lacking > 0:
                faults.append(
                    codes.BALANCE_ON_WRONG_SIDE.at(
                        account_text(account),
                        account=account_words(account),
                        missing=lacking,
                        year=lacking_year,
                    )
                )
        return faults

    def _lacking(self, account: Account, year: int, delta: int, sign: int) -> tuple[int, int]:
        """The first closing from ``year`` on at which the account would be on the wrong side, and by how much."""
        movements = self._by_account.get(account, {})
        if all(key[0] <= year for key in movements):
            return year, delta + sign * sum(movements.values())
        by_year: dict[int, int] = {year: 0}
        for (y, _), ore in movements.items():
            by_year[y] = by_year.get(y, 0) + sign * ore
        running = delta
        for y in sorted(by_year):
            running += by_year[y]
            if y >= year and running > 0:
                return y, running
        return year, 0
