"""Deficits by the year they arose in: what is restored, waived, extended, and left (underskott att återställa).

A later positive result restores the oldest deficit first; within a deficit, the part that is due first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from moneyed import Money

from sifund_ledger.balance.deficits import findings as codes
from sifund_ledger.findings import Finding
from sifund_ledger.law import DEFICITS, in_force
from sifund_ledger.money import InKronor, from_ore


class Part(NamedTuple):
    """A part of a deficit that is left, in öre (positive), and the fiscal year by whose end it is to be restored."""

    ore: int
    due_year: int

    @property
    def amount(self) -> Money:
        """The amount in kronor, positive."""
        return from_ore(self.ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deficit:
    """A deficit as it stands at the end of a fiscal year (underskott; KL 11:12).

    All amounts are positive: ``arisen = restored + waived + left``. ``extended`` is what a decision has given a later
    year; it is not a term of that sum. ``parts`` sum to ``left``. ``due_year`` is the first year by whose end something
    left is to be restored, or the last deadline where nothing is left. For a deficit stated as opening, ``arisen`` is
    what was left then and what its stated grounds had waived: earlier restorations are not known. ``voluntary`` is what
    of the waived has been restored all the same: no term of the sum, and shown apart.

    >>> deficit = Deficit(year=2014, arisen_ore=19300, restored_ore=19300, waived_ore=0, extended_ore=0,
    ...                   parts=(Part(0, 2017),), as_of_year=2015)
    >>> deficit.left_ore, deficit.due_year, deficit.overdue
    (0, 2017, False)
    """

    year: int
    arisen_ore: int
    restored_ore: int
    waived_ore: int
    extended_ore: int
    parts: tuple[Part, ...]
    as_of_year: int
    voluntary_ore: int = 0

    @property
    def left_ore(self) -> int:
        """What is left to restore, in öre."""
        return sum(part.ore for part in self.parts)

    @property
    def due_year(self) -> int:
        """The first deadline among what is left; the last one where nothing is."""
        return min((part.due_year for part in self.parts if part.ore), default=self.parts[-1].due_year)

    @property
    def overdue(self) -> bool:
        """Whether something is left although the year it was due in is past.

        In the due year's own statement a deficit is due, not overdue: that statement is where the restoration would
        show, and the deadline runs to the end of that year.
        """
        return any(part.ore and part.due_year < self.as_of_year for part in self.parts)

    @property
    def overdue_ore(self) -> int:
        """How much of what is left is overdue, in öre."""
        return sum(part.ore for part in self.parts if part.due_year < self.as_of_year)

    @property
    def due_now_ore(self) -> int:
        """How much of what is left was to be restored this very year, in öre."""
        return sum(part.ore for part in self.parts if part.due_year == self.as_of_year)

    @property
    def plan_required(self) -> bool:
        """Whether the council adopts an action plan (åtgärdsplan): for what is left of deficits from 2005 on."""
        return bool(self.left_ore) and in_force(DEFICITS, self.year).plan

    @property
    def decide_by(self) -> date | None:
        """The last day for the council's decision on how to restore; ``None`` where the law names none."""
        return in_force(DEFICITS, self.year).decide_by(self.year)

    arisen = InKronor("The deficit when it arose, in kronor, positive.")
    restored = InKronor("What later results have restored, in kronor.")
    waived = InKronor("What need not be restored, by decision on exceptional grounds, in kronor.")
    extended = InKronor("What a decision has given a later deadline, in kronor.")
    voluntary = InKronor("What of the waived has been restored voluntarily, in kronor.")
    left = InKronor("What is left to restore, in kronor.")


@dataclass(slots=True)
class DeficitAccount:
    """One deficit while the years are worked through; mutable, and never handed out."""

    year: int
    arisen: int
    statutory_due: int
    restored: int = 0
    waived: int = 0
    extended: int = 0
    voluntary: int = 0
    parts: list[Part] = field(default_factory=list)

    @classmethod
    def arising(cls, year: int, ore: int) -> DeficitAccount:
        """A new deficit, due as the law of its year says."""
        due = in_force(DEFICITS, year).due_year(year)
        return cls(year, ore, due, parts=[Part(ore, due)])

    def opened(self, waived: int, extensions: Iterable[tuple[int, int]], due_year: int | None) -> None:
        """Take in what was decided before the figures begin: pairs of öre and due year, and the rest's deadline."""
        moved = [Part(ore, due) for ore, due in extensions]
        rest = max(0, self.left - sum(part.ore for part in moved))
        self.arisen += waived
        self.waived = waived
        due = self.statutory_due if due_year is None else due_year
        self.extended = sum(part.ore for part in moved) + (rest if due > self.statutory_due else 0)
        self.parts = [Part(rest, due), *moved]

    @property
    def left(self) -> int:
        return sum(part.ore for part in self.parts)

    def left_after(self, year: int) -> int:
        """How much is left with a deadline after a year, in öre."""
        return sum(part.ore for part in self.parts if part.due_year > year)

    def extendable(self, due_year: int) -> int:
        """How much is left with an earlier deadline than ``due_year``, in öre."""
        return sum(part.ore for part in self.parts if part.due_year < due_year)

    def waive(self, ore: int) -> None:
        self._take(ore)
        self.waived += ore

    def restore(self, ore: int) -> int:
        """Restore up to ``ore``; how much it was."""
        used = min(ore, self.left)
        self._take(used)
        self.restored += used
        return used

    def extend(self, moves: Iterable[tuple[int, int]]) -> None:
        """Give parts new deadlines: pairs of öre and due year, none larger than what is left before it."""
        moved = []
        for ore, due_year in sorted(moves, key=lambda move: move[1]):
            # What was extended before is not counted as extended once more.
            from_statutory = sum(part.ore for part in self.parts if part.due_year <= self.statutory_due)
            self._take(ore)
            self.extended += min(ore, from_statutory)
            moved.append(Part(ore, due_year))
        self.parts.extend(moved)

    def at_end_of(self, year: int) -> Deficit:
        """The state at the end of a fiscal year."""
        by_due: dict[int, int] = {}
        for part in self.parts:
            by_due[part.due_year] = by_due.get(part.due_year, 0) + part.ore
        left = tuple(Part(ore, due) for due, ore in sorted(by_due.items()) if ore)
        return Deficit(
            year=self.year,
            arisen_ore=self.arisen,
            restored_ore=self.restored,
            waived_ore=self.waived,
            extended_ore=self.extended,
            parts=left or (Part(0, max(by_due, default=self.statutory_due)),),
            as_of_year=year,
            voluntary_ore=self.voluntary,
        )

    def _take(self, ore: int) -> None:
        rest: list[Part] = []
        for part in sorted(self.parts, key=lambda part: part.due_year):
            used = min(part.ore, ore)
            ore -= used
            rest.append(Part(part.ore - used, part.due_year))
        self.parts = rest


def check_deficits(deficits: Sequence[Deficit], year: int) -> Iterator[Finding]:
    """What is overdue, due or newly arisen at a year's end, by the law of the year each deficit arose in."""
    for deficit in deficits:
        rule = in_force(DEFICITS, deficit.year)
        place = f"{year}.deficits.{deficit.year}"
        about: dict[str, Any] = {"citation": rule.citation, "year": deficit.year}
        if deficit.overdue_ore:
            yield codes.DEFICIT_OVERDUE.at(place, amount=deficit.overdue_ore, due=deficit.due_year, **about)
        if deficit.due_now_ore:
            yield codes.DEFICIT_DUE.at(place, amount=deficit.due_now_ore, due=year, **about)
        if deficit.year == year and deficit.left_ore:
            due, by = max(part.due_year for part in deficit.parts), deficit.decide_by
            plan = codes.NO_PLAN if not rule.plan else codes.PLAN_BY if by else codes.PLAN
            days: dict[str, Any] = {"ordinarily": rule.budgeted_by(year), "by": by}
            yield codes.DEFICIT_ARISEN.at(place, amount=deficit.left_ore, due=due, plan=plan, **days, **about)
