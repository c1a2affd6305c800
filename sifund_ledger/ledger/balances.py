"""Balances and movements (saldon, rörelser): a fold over postings, never stored, rebuilt at will."""

from __future__ import annotations

from bisect import bisect_right
from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple, cast

from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.accounts import CHART, FUND_AVAILABLE, FUND_COMMITTED, Account, Limit
from sifund_ledger.ledger.entries import Posting
from sifund_ledger.ledger.folds import Undoable
from sifund_ledger.ledger.year_sums import NO_SUMS, CorrectedLater, HeldAtYear, YearSums, held_at, held_with

_SIGNS: dict[str, int] = {
    code.code: {Limit.CREDIT: 1, Limit.DEBIT: -1, Limit.EITHER: 0}[code.limit] for code in CHART.values()
}
LATER: Final = "~"
"""Stands before the kind of what a later year has corrected."""
_EARMARKED: Final = frozenset({FUND_AVAILABLE, FUND_COMMITTED})


def _moved(code: str, ore: int) -> tuple[int, int]:
    """What moves on an earmark's account, as available and as committed."""
    return (ore, 0) if code == FUND_AVAILABLE else (0, ore)


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


class _Movements(NamedTuple):
    """What moved on an account: its balance at the close of each year, and its sums by year and kind of event."""

    sums: YearSums
    by_year: dict[int, dict[str, int]]

    def copy(self) -> _Movements:
        """The same, to go on from without changing this."""
        years, closings = self.sums
        by_year = {year: dict(of_year) for year, of_year in self.by_year.items()}
        return _Movements(YearSums([*years], [*closings]), by_year)


_NOTHING: Final = _Movements(NO_SUMS, {})


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
        self._held: dict[tuple[str | None, str | None], HeldAtYear] = {}
        self._earmarked: dict[str, None] = {}
        self._later: dict[tuple[int, int], dict[tuple[str, Account], int]] = {}
        """What later years have corrected, by the year that it belongs to and the one that it is booked in."""
        self._corrected: dict[str, CorrectedLater] = {}
        """What a later year than its own has corrected of what each fund has earmarked."""

    def post(
        self, kind: str, year: int, postings: Iterable[tuple[Account, int]], *, of_year: int | None = None
    ) -> None:
        """Add postings in öre to a fiscal year, under the kind of event that made them.

        What corrects an earlier year, ``of_year``, is kept apart from the year's own movements (ruling R43).
        """
        later = of_year is not None and of_year != year
        key = LATER + kind if later else kind
        for account, ore in postings:
            if later:
                self._correct(of_year or 0, year, kind, account, ore)
            movements = self._by_account.get(account)
            if movements is None:
                movements = self._opened(account)
            self._add_in_year(movements.sums, year, ore)
            in_year = movements.by_year.get(year)
            if in_year is None:
                self._put(movements.by_year, year, {key: ore})
            elif self._changes:
                self._put(in_year, key, in_year.get(key, 0) + ore)
            else:
                in_year[key] = in_year.get(key, 0) + ore
            if account[1] in _EARMARKED:
                self._hold(account, year, key, -ore)

    def _correct(self, of_year: int, year: int, kind: str, account: Account, ore: int) -> None:
        place = (of_year, year)
        if place not in self._later:
            self._put(self._later, place, {})
        self._put(self._later[place], (kind, account), self._later[place].get((kind, account), 0) + ore)
        if account.code in _EARMARKED:
            before = self._corrected.get(account.fund)
            made = CorrectedLater(of_year, year, kind, account.subfund, *_moved(account.code, -ore), before)
            self._put(self._corrected, account.fund, made)

    def _opened(self, account: Account) -> _Movements:
        movements = _Movements(YearSums([], []), {})
        self._put(self._by_account, account, movements)
        if account[1] not in self._by_code:
            self._put(self._by_code, account[1], [])
        self._append(self._by_code[account[1]], account)
        if account[1] in _EARMARKED and account[2] not in self._earmarked:
            self._put(self._earmarked, account[2], None)
        return movements

    def _hold(self, account: Account, year: int, kind: str, ore: int) -> None:
        """Keep what moves on an earmark's account for its sub-fund, for its fund, and for all funds."""
        _, code, fund, subfund, *_ = account
        moved = _moved(code, ore)
        for key in ((fund, subfund), (fund, None), (None, None)):
            self._put(self._held, key, held_with(self._held.get(key), year, kind, *moved))

    def held(self, fund: str | None = None, subfund: str | None = None, *, at: int | None = None) -> HeldAtYear | None:
        """What is earmarked in a fund, in one of its sub-funds, or in all funds: the last year through ``at`` in which
        it moved, with those before it; ``None`` where nothing has."""
        return held_at(self._held.get((fund, subfund)), at)

    def earmarked(self, fund: str | None = None, *, at: int | None = None) -> int:
        """What is earmarked in a fund or in all, at the close of a year or now; öre, positive."""
        held = self.held(fund, at=at)
        return held.ore if held else 0

    def earmarked_funds(self) -> Iterable[str]:
        """The funds with an earmark, in the order of their first postings; what is left of it may be nothing."""
        return self._earmarked.keys()

    def balance(self, account: Account, *, at: int | None = None) -> int:
        """The balance in öre at the close of a fiscal year, or now; debit positive."""
        movements = self._by_account.get(account)
        return movements.sums.at(at) if movements else 0

    def movement(self, account: Account, kind: str, *, year: int | None = None) -> int:
        """What one kind of event has posted on the account, in one fiscal year or in all; öre, debit positive.

        Corrections count in the year of what they correct; one made in a later year counts in the sum of all alone.
        """
        movements = self._by_account.get(account, _NOTHING)
        if year is not None:
            return movements.by_year.get(year, {}).get(kind, 0)
        kinds = (kind, LATER + kind)
        return sum([of_year.get(each, 0) for of_year in movements.by_year.values() for each in kinds])

    def corrected(self, account: Account, year: int) -> int:
        """What a fiscal year has corrected of earlier years on the account (rättelse av tidigare år; R43); öre."""
        of_year = self._by_account.get(account, _NOTHING).by_year.get(year, {})
        return sum([ore for kind, ore in of_year.items() if kind.startswith(LATER)])

    def corrected_spans(self) -> set[tuple[int, int]]:
        """The fiscal years of which a later one has corrected anything, each with that one."""
        return {*self._later}

    def corrected_in(self, year: int) -> list[int]:
        """The earlier fiscal years of which a year has corrected anything, in order."""
        return sorted([of_year for of_year, booked in self._later if booked == year])

    def corrected_of(self, fund: str) -> CorrectedLater | None:
        """What later years have corrected of what a fund has earmarked, the last first; ``None`` where nothing is."""
        return self._corrected.get(fund)

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
        moved = [
            (*place, kind, account, ore)
            for place, of_place in self._later.items()
            if place[0] <= year < place[1] <= through
            for (kind, account), ore in of_place.items()
            if ore
        ]
        if not moved:
            return None
        restated = Balances()
        # What is corrected is laid over what is not; nothing else is copied.
        restated._by_account = cast(Any, ChainMap({}, self._by_account))
        restated._held = cast(Any, ChainMap({}, self._held))
        restated._by_code, restated._earmarked = self._by_code, self._earmarked
        for account in {account for *_, account, _ in moved}:
            restated._by_account[account] = self._by_account[account].copy()
        for of_year, booked, kind, account, ore in moved:
            restated.post(LATER + kind, booked, [(account, -ore)])
            restated.post(kind, of_year, [(account, ore)])
        return restated

    def is_restated(self, year: int, through: int) -> bool:
        """Whether :meth:`restated` of the same years differs from what is booked."""
        return any(
            place[0] <= year < place[1] <= through and any(of_place.values()) for place, of_place in self._later.items()
        )

    def movements(self, account: Account) -> dict[tuple[int, str], int]:
        """What moved on an account by fiscal year and kind of event, in öre, debit positive."""
        by_year = self._by_account.get(account, _NOTHING).by_year
        return {(year, kind): ore for year, of_year in by_year.items() for kind, ore in of_year.items()}

    def years(self, account: Account) -> Sequence[int]:
        """The fiscal years in which anything is posted on the account, in order."""
        return self._by_account.get(account, _NOTHING).sums.years

    def accounts(self, *codes: str) -> Iterator[Account]:
        """Every account with a posting, or those of some codes; those of each code in the order of their first use."""
        if not codes:
            return iter(self._by_account)
        return chain.from_iterable([self._by_code.get(code, ()) for code in codes])

    def as_dict(self) -> dict[Account, int]:
        """Every account's balance in öre, debit positive; accounts at zero left out."""
        sums = ((account, movements.sums.at()) for account, movements in self._by_account.items())
        return {account: ore for account, ore in sums if ore}

    def total(self, book: str | None = None) -> int:
        """The sum of all balances of a book, or of all books: zero, always."""
        return sum(
            movements.sums.at() for account, movements in self._by_account.items() if book in (None, account.book)
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
        years, closings = self._by_account.get(account, _NOTHING).sums
        begins = bisect_right(years, year)
        now = delta + sign * (closings[begins - 1] if begins else 0)
        if now > 0:
            return year, now
        for position in range(begins, len(years)):
            lacking = delta + sign * closings[position]
            if lacking > 0:
                return years[position], lacking
        return year, 0
