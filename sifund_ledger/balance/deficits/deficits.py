"""Deficits by the year they arose in: what is restored, waived, extended, and left (underskott att återställa).

A later positive result restores the oldest deficit first; within a deficit, the part that is due first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from moneyed import Money

from sifund_ledger.balance.deficits import findings as codes
from sifund_ledger.findings import Finding
from sifund_ledger.law.deficits import DEFICITS
from sifund_ledger.law.rules import in_force
from sifund_ledger.money import InKronor, InKronorIfKnown, from_ore


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
    what was left then and what its stated grounds had waived, unless it is stated too: ``original`` is what it arose
    with, ``None`` where that is not known. ``voluntary`` is what of the waived has been restored all the same: no term
    of the sum, and shown apart.

    >>> deficit = Deficit(year=2014, arisen_ore=19300, restored_ore=19300, waived_ore=0, extended_ore=0,
    ...                   parts=(Part(0, 2017),), as_of_year=2015)
    >>> deficit.left_ore, deficit.due_year, deficit.overdue
    (0, 2017, False)
    """

    year: int
    arisen_ore: int
    restored_ore: int = 0
    waived_ore: int = 0
    extended_ore: int = 0
    parts: tuple[Part, ...]
    as_of_year: int
    voluntary_ore: int = 0
    original_known: bool = True

    @property
    def original_ore(self) -> int | None:
        """What it was when it arose, in öre; ``None`` where that is not known."""
        return self.arisen_ore if self.original_known else None

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

    arisen = InKronor("What is known to have arisen, in kronor, positive: the sum of restored, waived and left.")
    original = InKronorIfKnown("The deficit when it arose, in kronor, positive; ``None`` where it is not known.")
    restored = InKronor("What later results have restored, in kronor.")
    waived = InKronor("What need not be restored, by decision on exceptional grounds, in kronor.")
    extended = InKronor("What a decision has given a later deadline, in kronor.")
    voluntary = InKronor("What of the waived has been restored voluntarily, in kronor.")
    left = InKronor("What is left to restore, in kronor.")


Deficits = dict[int, Deficit]
"""Deficits by year of origin while the years are worked through."""


def arising(year: int, ore: int) -> Deficit:
    """A new deficit of a fiscal year, due as the law of its year says; öre, positive."""
    return Deficit(year=year, arisen_ore=ore, parts=(Part(ore, _statutory_due(year)),), as_of_year=year)


def restate(deficits: Deficits, corrected: Iterable[Deficit]) -> int:
    """Let deficits be what they are with results of earlier years corrected, each with its own deadline (R43). By how
    much what is left to restore changed, in öre."""
    before = sum(deficit.left_ore for deficit in deficits.values())
    deficits.clear()
    deficits.update((deficit.year, deficit) for deficit in corrected)
    return sum(deficit.left_ore for deficit in deficits.values()) - before


def repeal(deficits: Deficits, year: int, ore: int) -> int:
    """Let so much of a ground for an earlier year's deficit no longer count, or, as a minus, count again; the deficit
    keeps its deadline (R45). By how much what is left to restore changed, in öre."""
    deficit = deficits.get(year) or arising(year, 0)
    back = Part(max(0, min(ore, deficit.waived_ore)), _statutory_due(year))
    taken = min(max(0, -ore), deficit.left_ore)
    changed = back.ore - taken
    parts = _merged((*_less(deficit.parts, taken), back))
    deficits[year] = replace(deficit, waived_ore=deficit.waived_ore - changed, parts=parts)
    return changed


def move_extension(deficits: Deficits, year: int, ore: int, due_year: int) -> None:
    """Give what is left of an earlier year's deficit, so many öre of it, the law's deadline, as an extension to
    ``due_year`` falls (a minus), or that one, as it stands again (R45)."""
    deficit, statutory = deficits.get(year) or arising(year, 0), _statutory_due(year)
    old, new = (due_year, statutory) if ore < 0 else (statutory, due_year)
    moved = min(abs(ore), sum(part.ore for part in deficit.parts if part.due_year == old))
    kept = (part._replace(ore=part.ore - moved) if part.due_year == old else part for part in deficit.parts)
    extended = deficit.extended_ore + (moved if ore > 0 else -min(moved, deficit.extended_ore))
    deficits[year] = replace(deficit, parts=_merged((*kept, Part(moved, new))), extended_ore=extended)


def waive(deficit: Deficit, ore: int) -> Deficit:
    """The deficit with some of what is left waived, the part that is due first before the others."""
    return replace(deficit, waived_ore=deficit.waived_ore + ore, parts=_merged(_less(deficit.parts, ore)))


def restore(deficits: Deficits, result_ore: int) -> tuple[tuple[int, int], ...]:
    """Let a positive result restore what is left, oldest first; pairs of the year of origin and öre (DEF-5)."""
    restored = []
    for origin, deficit in sorted(deficits.items()):
        ore = min(result_ore, deficit.left_ore)
        if ore:
            parts = _merged(_less(deficit.parts, ore))
            deficits[origin] = replace(deficit, restored_ore=deficit.restored_ore + ore, parts=parts)
            restored.append((origin, ore))
            result_ore -= ore
    return tuple(restored)


def restore_voluntarily(deficits: Deficits, ore: int, year: int) -> Iterator[Finding]:
    """Restore what was waived, oldest first, though nothing asks for it; an error above what was waived."""
    open_to = {origin: each.waived_ore - each.voluntary_ore for origin, each in sorted(deficits.items())}
    if ore > sum(open_to.values()):
        waived = sum(open_to.values())
        yield codes.VOLUNTARY_ABOVE_WAIVED.at(f"{year}.voluntarily_restored", year=year, amount=ore, waived=waived)
        return
    for origin, most in open_to.items():
        used = min(ore, most)
        deficits[origin] = replace(deficits[origin], voluntary_ore=deficits[origin].voluntary_ore + used)
        ore -= used


def extend(deficit: Deficit, moves: Sequence[Part]) -> Deficit:
    """The deficit with parts given new deadlines, none larger than what is left before it."""
    parts, extended = deficit.parts, deficit.extended_ore
    for ore, _ in moves:
        # What was extended before is not counted as extended once more.
        from_statutory = sum(part.ore for part in parts if part.due_year <= _statutory_due(deficit.year))
        extended += min(ore, from_statutory)
        parts = _less(parts, ore)
    return replace(deficit, extended_ore=extended, parts=_merged((*parts, *moves)))


def opened(
    year: int, left_ore: int, waived_ore: int, moved: Sequence[Part], due_year: int | None, arisen_ore: int | None
) -> Deficit:
    """A deficit from before the figures: what is left, what was waived and extended, and the deadline of the rest.

    Where it is known what it was when it arose, what is neither left nor waived has been restored.
    """
    statutory, known = _statutory_due(year), left_ore + waived_ore
    due = due_year or statutory
    extended = sum(part.ore for part in moved)
    rest = max(0, left_ore - extended)
    return Deficit(
        year=year,
        arisen_ore=known if arisen_ore is None else arisen_ore,
        restored_ore=0 if arisen_ore is None else max(0, arisen_ore - known),
        original_known=arisen_ore is not None,
        waived_ore=waived_ore,
        extended_ore=extended + (rest if due > statutory else 0),
        parts=_merged((Part(rest, due), *moved)),
        as_of_year=year,
    )


def _statutory_due(year: int) -> int:
    return in_force(DEFICITS, year).due_year(year)


def _less(parts: Sequence[Part], ore: int) -> tuple[Part, ...]:
    rest = []
    for part in sorted(parts, key=lambda part: part.due_year):
        used = min(part.ore, ore)
        ore -= used
        rest.append(Part(part.ore - used, part.due_year))
    return tuple(rest)


def _merged(parts: Sequence[Part]) -> tuple[Part, ...]:
    """One part for each deadline, in order; the last deadline alone where nothing is left."""
    by_due: Counter[int] = Counter()
    for part in parts:
        by_due[part.due_year] += part.ore
    return tuple(Part(ore, due) for due, ore in sorted(by_due.items()) if ore) or (Part(0, max(by_due)),)


def check_order(deficits: Iterable[Deficit], beyond_ore: int, year: int) -> Iterator[Finding]:
    """A warning where the convention, oldest first, has missed a deadline that another order would have met.

    ``beyond_ore`` is what the year restored of parts with a later deadline.
    """
    missed = sum(deficit.due_now_ore for deficit in deficits)
    if beyond_ore > 0 and missed:
        amount = min(beyond_ore, missed)
        yield codes.RESTORED_OUT_OF_ORDER.at(f"{year}.deficits", year=year, amount=amount, missed=missed)


def overdue_at(deficits: Deficits, year: int) -> dict[int, Part]:
    """By year of origin, what was to be restored before a year, and by the end of which at the latest."""
    late = {
        origin: [part for part in each.parts if part.ore and part.due_year < year] for origin, each in deficits.items()
    }
    return {
        origin: Part(sum(part.ore for part in parts), max(part.due_year for part in parts))
        for origin, parts in late.items()
        if parts
    }


def check_late(late: dict[int, Part], restored: Iterable[tuple[int, int]], year: int) -> Iterator[Finding]:
    """A warning for what a year restores after its deadline; ``late`` is what was overdue before that."""
    for origin, ore in restored:
        if origin in late:
            overdue = late[origin]
            values: dict[str, Any] = {"amount": min(ore, overdue.ore), "due": overdue.due_year, "restored_in": year}
            yield codes.DEFICIT_RESTORED_LATE.at(f"{year}.deficits.{origin}", year=origin, **values)


def check_deficits(deficits: Sequence[Deficit], year: int) -> Iterator[Finding]:
    """What is overdue, due or newly arisen at a year's end, by the law of the year each deficit arose in."""
    for deficit in deficits:
        rule = in_force(DEFICITS, deficit.year)
        place = f"{year}.deficits.{deficit.year}"
        if deficit.overdue_ore:
            yield codes.DEFICIT_OVERDUE.at(place, year=deficit.year, amount=deficit.overdue_ore, due=deficit.due_year)
        if deficit.due_now_ore:
            yield codes.DEFICIT_DUE.at(place, year=deficit.year, amount=deficit.due_now_ore, due=year)
        if deficit.year == year and deficit.left_ore:
            due, by = max(part.due_year for part in deficit.parts), deficit.decide_by
            plan = codes.NO_PLAN if not rule.plan else codes.PLAN_BY if by else codes.PLAN
            yield codes.DEFICIT_ARISEN.at(
                place,
                year=year,
                amount=deficit.left_ore,
                due=due,
                plan=plan,
                by=by,
                ordinarily=rule.budgeted_by(year),
            )
