"""A model of a book (modell): plain sums over a list of movements, written from the rulings and not from the code.

Each command says whether it is accepted, and then does it. Amounts are öre, debit positive.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any, Final, NamedTuple

Key = tuple[Any, ...]
"""An account of the model: its code, and the dimensions that apply."""

_NET, _FREE = ("net_assets",), ("free_equity",)
_NEVER_BELOW_ZERO: Final = ("fund_available", "fund_committed")
_BOUND: Final = ("equity_opened", "result_recorded", "result_carried")


class Movement(NamedTuple):
    """What a record moved: its kind, fiscal year and amounts by account; ``about`` is (fund, result year) or so."""

    kind: str
    year: int
    changes: dict[Key, int]
    about: tuple[Any, ...] = ()


class Posted(NamedTuple):
    """What a year-end has stated: result, gains, set-asides of the year and of its result, uses and layout; the grounds
    and their decision."""

    figures: tuple[int, int, int, int, int, str]
    grounds: tuple[int, ...]
    decision: Any


class Model:
    """What a book should hold; ``records`` has a movement, or ``None``, for each of its records.

    >>> model = Model()
    >>> model.open_equity(2010, 1000), model.open_equity(2011, 1000)
    (True, False)
    >>> model.record_result(2011, -50), model.equity(2011), model.balances()[("result_of_year", 2011)]
    (True, 950, 50)
    """

    def __init__(self) -> None:
        self.records: list[Movement | None] = [None]
        self.opened: int | None = None
        self.closed = 0
        self.approved: Any = None
        self.adjusting: set[int] = set()
        self.results: dict[int, int] = {}
        self.zeros: set[int] = set()
        self.funds: dict[str, dict[str, Any]] = {}
        self.delegated: dict[tuple[str, str], date] = {}
        self.posted: dict[int, Posted] = {}
        self.corrected: dict[int, int] = {}

    def copy(self) -> Model:
        """A model that goes on by itself."""
        return deepcopy(self)

    # What it holds

    def balance(self, key: Key, at: int = 9999) -> int:
        """The balance of an account at the close of a year."""
        return sum(move.changes.get(key, 0) for move in self.records if move and move.year <= at)

    def balances(self) -> dict[Key, int]:
        """Every balance that is not zero."""
        keys = {key for move in self.records if move for key in move.changes}
        return {key: ore for key in keys if (ore := self.balance(key))}

    def equity(self, at: int) -> int:
        """Equity at the close of a year."""
        return self.balance(_NET, at)

    def earmarked(self, at: int) -> int:
        """All that is earmarked at the close of a year."""
        keys = {key for move in self.records if move for key in move.changes if key[0] in _NEVER_BELOW_ZERO}
        return -sum(self.balance(key, at) for key in keys)

    def live(self, kind: str, *about: Any) -> list[Movement]:
        """The movements of a kind that no correction has taken back, and that begin with ``about``."""
        return [
            move
            for seq, move in enumerate(self.records, 1)
            if move and move.kind == kind and move.about[: len(about)] == about and seq not in self.corrected
        ]

    def used(self, fund: str, year: int, project: str | None = None) -> int:
        """What has been used of a fund, or by a project of it, in a year, corrections counted in their year."""
        moves = [move for move in self.records if move and move.year == year and move.about[:2] == ("use", fund)]
        wanted = [move for move in moves if project is None or move.about[2] == project]
        return -sum(move.changes[_FREE] for move in wanted)

    # What it may do

    def _closes(self, year: int) -> set[int]:
        return {year, *(move.year for move in self.records if move and move.year > year)}

    def _fits(self, year: int, changes: dict[Key, int]) -> bool:
        """Whether a year is not closed, and no fund goes below zero then or at any later close."""
        return year > self.closed and all(
            self.balance(key, close) + ore <= 0
            for key, ore in changes.items()
            if ore > 0 and key[0] in _NEVER_BELOW_ZERO
            for close in self._closes(year)
        )

    def _move(self, kind: str, year: int, changes: dict[Key, int], about: tuple[Any, ...] = ()) -> bool:
        if self._fits(year, changes):
            self.records.append(Movement(kind, year, changes, about))
            return True
        return False

    # Equity

    def open_equity(self, year: int, ore: int, *, sound: bool = True) -> bool:
        """``sound`` says, here and below, that the decision is the council's and taken."""
        if not sound or self.opened is not None or year <= self.closed:
            return False
        if min(self._first_years(), default=year + 1) <= year:
            return False
        self.opened, self.closed = year, year
        self.records += [Movement("equity_opened", year, {_NET: ore, _FREE: -ore}) if ore else None, None, None]
        return True

    def _first_years(self) -> set[int]:
        return {*self.results, *self.posted, *(move.year for move in self.records if move and _NET in move.changes)}

    def _carry(self, before: int) -> bool:
        """Earlier results join other equity in the year after theirs."""
        years = sorted({key[1] for move in self.records if move for key in move.changes if key[0] == "result_of_year"})
        for year in (year for year in years if year < before):
            key = ("result_of_year", year)
            ore = -self.balance(key)
            if ore and not self._move("result_carried", year + 1, {key: ore, _FREE: -ore}):
                return False
        return True

    def record_result(self, year: int, ore: int) -> bool:
        """A result of zero moves nothing, and is replaced by one that does."""
        if year <= self.closed or (year in self.results and (self.results[year] or not ore)):
            return False
        done = self._carry(year)
        self.records.append(
            Movement("result_recorded", year, {_NET: ore, ("result_of_year", year): -ore}) if ore else None
        )
        self.results[year] = ore
        self.zeros |= set() if ore else {year}
        return done

    def adjust_equity(self, year: int, ore: int, *, sound: bool = True) -> bool:
        """An adjustment of zero is none."""
        return sound and ore != 0 and self._move("equity_adjusted", year, {_NET: ore, _FREE: -ore})

    # Funds

    def create_fund(self, fund: str, policy: dict[str, Any], *, sound: bool = True) -> bool:
        """``policy`` has sources, above_surplus, direct and in_result_year."""
        if not sound or fund in self.funds:
            return False
        self.funds[fund] = policy
        self.records.append(None)
        return True

    def set_aside(
        self, fund: str, ore: int, *, source: str, result_year: int | None, decided: int, sound: bool = True
    ) -> bool:
        """Within the surplus, all funds together, and within equity at this close and every later one."""
        policy = self.funds.get(fund)
        if not sound or policy is None or source not in policy["sources"]:
            return False
        year = decided
        if source == "surplus":
            if result_year is None or result_year not in self.results:
                return False
            if not self._within_surplus(ore, result_year, unlimited=policy["above_surplus"]):
                return False
            year = result_year if policy["in_result_year"] else decided
        if any(self.earmarked(close) + ore > self.equity(close) for close in self._closes(year)):
            return False
        about = (fund, result_year if source == "surplus" else 0)
        return self._move("set_aside", year, {_FREE: ore, ("fund_available", fund): -ore}, about)

    def _within_surplus(self, ore: int, year: int, *, unlimited: bool) -> bool:
        result, posted = self.results[year], self.posted.get(year)
        adjusted = result - posted.figures[1] if posted else result
        taken = self._set_aside_of(year)
        limit = max(0, min(result, adjusted))
        return (unlimited and result > 0) or (limit > 0 and ore <= limit - taken)

    def _set_aside_of(self, result_year: int) -> int:
        """What is set aside of a year's result, in whichever year it was booked (R40)."""
        return sum(move.changes[_FREE] for move in self.live("set_aside") if move.about[1] == result_year)

    def delegate(self, fund: str, body: str, day: date, *, sound: bool = True) -> bool:
        """Grants from a fund handed to a body, from the day of the decision."""
        if not sound or fund not in self.funds:
            return False
        self.delegated[fund, body] = min(day, self.delegated.get((fund, body), day))
        self.records.append(None)
        return True

    def grant(self, fund: str, project: str, ore: int, *, board: str, body: str, day: date, sound: bool) -> bool:
        """By the council, or by a body it has delegated to by then; never while the year is being closed."""
        decided, delegated = day.year, self.delegated.get((fund, body))
        grants = [move for move in self.live("granted") if move.about[1] == project]
        known = {(move.about[0], move.about[2]) for move in grants}
        if not sound or fund not in self.funds or not (body == "KF" or (delegated and delegated <= day)):
            return False
        if decided in self.adjusting or (known and known != {(fund, board)}):
            return False
        available, committed = ("fund_available", fund), ("fund_committed", fund, project)
        frames = {("board_frame", board, decided): ore, ("fund_appropriation", fund, decided): -ore}
        return self._move(
            "granted", decided, {available: ore, committed: -ore, **frames}, (fund, project, board, body, day)
        )

    def may_use(self, fund: str, project: str, body: str, day: date) -> bool:
        """The council, or a body that granted; neither before the first grant (R44)."""
        grants = [move.about[3:] for move in self.live("granted", fund, project)]
        return not grants or (day >= min(day for _, day in grants) and body in {"KF", *(body for body, _ in grants)})

    def use(self, fund: str, ore: int, *, year: int, cost: int, project: str | None = None, sound: bool = True) -> bool:
        """Within the grant, or within what is available; within the year's net cost."""
        if not sound or fund not in self.funds:
            return False
        if project is None:
            key: Key = ("fund_available", fund)
            allowed = self.funds[fund]["direct"] and ore <= cost
        else:
            key = ("fund_committed", fund, project)
            allowed = bool(self.live("granted", fund, project)) and self.used(fund, year, project) + ore <= cost
        return allowed and self._move("used", year, {key: ore, _FREE: -ore}, ("use", fund, project))

    def correct(self, seq: int, year: int | None, *, sound: bool = True) -> bool:
        """A movement once, never a correction; in its own year or, for what is not bound to it, a later one."""
        move = self.records[seq - 1] if 1 <= seq <= len(self.records) else None
        if not sound or move is None or move.kind == "correction" or seq in self.corrected:
            return False
        in_year = year or move.year
        if in_year < move.year or (move.kind in _BOUND and in_year != move.year):
            return False
        reversed_changes = {key: -ore for key, ore in move.changes.items()}
        # One made in a later year is a correction, and neither a use nor a set-aside of that year (R43).
        if not self._move("correction", in_year, reversed_changes, move.about if in_year == move.year else ()):
            return False
        self.corrected[seq] = len(self.records)
        if move.kind == "result_recorded":
            self.results.pop(move.year, None)
            if move.year in self.zeros:
                self.results[move.year] = 0
        return True

    def _take_result_back(self, year: int) -> None:
        standing = enumerate(self.records, 1)
        (seq,) = (
            seq
            for seq, move in standing
            if move and (move.kind, move.year) == ("result_recorded", year) and seq not in self.corrected
        )
        assert self.correct(seq, year)

    # Years

    def start_closing(self, year: int) -> bool:
        """From open to adjusting, once."""
        if year <= self.closed or year in self.adjusting:
            return False
        self.adjusting.add(year)
        self.records.append(None)
        return True

    def reopen_year(self, year: int, *, taken: bool) -> bool:
        """From adjusting to open."""
        if not taken or year not in self.adjusting or year <= self.closed:
            return False
        self.adjusting.remove(year)
        self.records.append(None)
        return True

    def _gap_before(self, year: int) -> bool:
        """Whether a year of the book before one has no result."""
        first = min({*self.results, *self.posted}, default=year) if self.opened is None else self.opened + 1
        return any(each not in self.results for each in range(first, year))

    def close_year(self, year: int, *, day: Any, sound: bool = True) -> bool:
        """In order, once its result is recorded, on an approval after its end and not before the last one; and only a
        year whose grounds stand, and whose earmarks equity holds."""
        if not sound or self.opened is None or year != self.closed + 1 or year not in self.results:
            return False
        if day.year <= year or (self.approved is not None and day < self.approved):
            return False
        if not self._statement_stands(year) or 0 < self.earmarked(year) > self.equity(year):
            return False
        done = self._carry(year)
        self.closed, self.approved = year, day
        self.records += [None, None, None]  # what it lacks, the year, the checkpoint
        return done

    def _deficit(self, year: int) -> int:
        return max(0, self.posted[year].figures[1] - self.results.get(year, 0))

    def _statement_stands(self, year: int) -> bool:
        """Whether the grounds posted with a year are still within its deficit, and what it has used."""
        grounds = self.posted[year].grounds if year in self.posted else ()
        used = sum(self.used(fund, year) for fund in self.funds)
        return not grounds or sum(grounds) <= min(self._deficit(year), used)

    def post_year_end(self, year: int, ore: int, gains: int, *, decision: Any) -> bool:
        """Figures, the result where it is not recorded, and a ground for each fund used, up to the deficit.

        The same again changes nothing; another result takes back that of an earlier run, not one recorded by itself.
        """
        recorded = self.results.get(year, 0)
        if recorded and recorded != ore and year not in self.posted:
            return False
        left, grounds = max(0, gains - ore), []
        for fund in self.funds if decision else ():
            amount = max(0, min(left, self.used(fund, year)))
            left -= amount
            grounds += [amount] if amount else []
        if grounds and not (decision.body == "KF" and decision.may_post):
            return False
        marks = [move for move in self.records if move and move.year == year and len(move.about) == 2]
        set_aside = max(0, sum(move.changes[_FREE] for move in marks))
        used = max(0, sum(self.used(fund, year) for fund in self.funds))
        layouts = [policy["layout"] for policy in self.funds.values() if policy["layout"] != "strict"]
        layout = layouts[0] if layouts and year >= 2013 and (set_aside or used) else "strict"
        figures = (ore, gains, set_aside, self._set_aside_of(year), used, layout)
        stated = Posted(figures, tuple(grounds), decision if grounds else None)
        if self.posted.get(year) == stated and year in self.results and recorded == ore:
            return True
        if year <= self.closed or self._gap_before(year):
            return False
        if recorded not in (0, ore):
            self._take_result_back(year)
        recorded = self.results.get(year, 0)
        if not recorded and (ore or year not in self.results) and not self.record_result(year, ore):
            return False
        self.posted[year] = stated
        self.records += [None] * (1 + len(grounds))
        return True
