"""What a book knows of a project (projekt): grants, participants, plans, claims by board, its state.

The original plan is frozen: it says what each board was to repay, by year, when the grant was made. What boards owe
now is the *claim* (fordran), which later decisions change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.funds.state.postings import PlanLine, YearOre


class ProjectStanding(StrEnum):
    """How far a project has come (projektets läge).

    *Running* (pågår) has a grant to use; *closed* (avslutat) has used or released all of it; *settled* (slutavräknat)
    has had its repayments settled, and none is open.
    """

    RUNNING = "running"
    CLOSED = "closed"
    SETTLED = "settled"

    def words(self, language: Language) -> str:
        """The state in the language."""
        return _STANDINGS[self] if language == "sv" else self.value


_STANDINGS: Final = {
    ProjectStanding.RUNNING: "pågående",
    ProjectStanding.CLOSED: "avslutat",
    ProjectStanding.SETTLED: "slutavräknat",
}


def total_of(lines: Iterable[YearOre]) -> int:
    """What instalments come to, in öre."""
    return sum(ore for _, ore in lines)


class BoardClaim(NamedTuple):
    """What a project's plan asks of a board, in öre: as first decided, as it is now, and what has become of it."""

    original: int = 0
    planned: int = 0
    repaid: int = 0
    waived: int = 0
    borne: int = 0
    open_lines: tuple[YearOre, ...] = ()
    floor_waived: int = 0
    """What of the waived takes from the floor too, by a decision that says so (R38)."""

    @property
    def open(self) -> int:
        """What is still to be repaid."""
        return total_of(self.open_lines)

    @property
    def original_left(self) -> int:
        """What is left of the original plan."""
        return max(0, self.original - self.repaid - self.waived - self.borne)


NO_CLAIM: Final = BoardClaim()


def part_of(ore: int, moved: int, owed: int) -> int:
    """The part of an amount that goes with ``moved`` of what is ``owed``, rounded down; all of it with all.

    >>> part_of(240, 140, 140), part_of(100, 70, 140), part_of(1, 1, 2)
    (240, 50, 0)
    """
    return ore * moved // owed if owed else 0


def moved_with(claim: BoardClaim, moved: int) -> BoardClaim:
    """What goes with an amount of what a board owes: everything in proportion to the plan (R39).

    >>> moved_with(BoardClaim(240, 240, 100, open_lines=((2017, 140),)), 140)
    BoardClaim(original=240, planned=240, repaid=100, waived=0, borne=0, open_lines=(), floor_waived=0)
    """
    parts = (claim.original, claim.planned - claim.open, claim.repaid, claim.waived, claim.borne, claim.floor_waived)
    original, past, repaid, waived, borne, of_floor = (part_of(ore, moved, claim.open) for ore in parts)
    return BoardClaim(original, moved + past, repaid, waived, borne, floor_waived=of_floor)


def moved_lines(lines: tuple[YearOre, ...], changes: tuple[YearOre, ...], sign: int) -> tuple[YearOre, ...]:
    """Instalments with changes added to them (or, by a negative sign, taken away); none at zero, in order of year.

    >>> moved_lines(((2017, 100),), ((2017, 100), (2018, 50)), -1)
    ((2018, -50),)
    """
    if len(lines) == 1 == len(changes) and lines[0][0] == changes[0][0]:
        left = lines[0][1] + sign * changes[0][1]
        return ((lines[0][0], left),) if left else ()
    by_year = dict(lines)
    for year, ore in changes:
        by_year[year] = by_year.get(year, 0) + sign * ore
    return tuple(sorted((year, ore) for year, ore in by_year.items() if ore))


class ProjectState(NamedTuple):
    """A project as the register has it. ``version`` is the version of the policy in force at its start (I18)."""

    name: str
    fund: str
    subfund: str
    board: str
    version: int
    revolving: bool
    start: date
    end: date | None
    first_year: int
    participants: tuple[tuple[str, str], ...]
    grants: tuple[int, ...]
    granted: int = 0
    used: int = 0
    released: int = 0
    original: tuple[PlanLine, ...] = ()
    boards: tuple[str, ...] = ()
    standing: ProjectStanding = ProjectStanding.RUNNING

    @property
    def left(self) -> int:
        """What is left of the grants, in öre."""
        return self.granted - self.used - self.released


def plan_by_board(plan: tuple[PlanLine, ...]) -> dict[str, tuple[YearOre, ...]]:
    """A plan's instalments by board, boards in the order of the plan.

    >>> plan_by_board((("SN", 2017, 100), ("BUN", 2017, 50), ("SN", 2018, 100)))
    {'SN': ((2017, 100), (2018, 100)), 'BUN': ((2017, 50),)}
    """
    boards: dict[str, tuple[YearOre, ...]] = {}
    for board, year, ore in plan:
        boards[board] = (*boards.get(board, ()), (year, ore))
    return boards


def with_lines(plan: tuple[PlanLine, ...], changes: tuple[PlanLine, ...], sign: int = 1) -> tuple[PlanLine, ...]:
    """A plan with lines added to it (or, by a negative sign, taken away), one line by board and year; none at zero.

    >>> with_lines((("SN", 2017, 100), ("BUN", 2017, 50)), (("SN", 2017, 20), ("BUN", 2017, -50)))
    (('SN', 2017, 120),)
    """
    lines = {(board, year): ore for board, year, ore in plan}
    for board, year, ore in changes:
        lines[board, year] = lines.get((board, year), 0) + sign * ore
    return tuple((board, year, ore) for (board, year), ore in lines.items() if ore)
