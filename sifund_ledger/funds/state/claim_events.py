"""The events of repayment (återföringens händelser), and what each posts. Amounts are öre, positive, as decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar

from sifund_ledger.funds.state.postings import FREE, PlanLine, YearOre, from_board, of_board, to_board
from sifund_ledger.funds.state.shared_events import FundEvent, ProjectEvent
from sifund_ledger.ledger.entries import Posting, transfer
from sifund_ledger.ledger.records import events_in


@dataclass(frozen=True, slots=True)
class EffectMeasured(FundEvent):
    """What a project has saved a board in a year (uppmätt effekt); the latest measure of a year counts."""

    kind: ClassVar[str] = "effect_measured"
    project: str
    board: str
    effect_year: int
    ore: int
    certificate: str
    event_date: date


@dataclass(frozen=True, slots=True)
class PlanRevised(ProjectEvent):
    """A repayment plan changed by a later decision (reviderad återföringsplan): what each line changes by, signed.

    The original plan stays as it was: the floor is measured on it (R24).
    """

    kind: ClassVar[str] = "plan_revised"
    template: ClassVar[str] = "Reviderad återföringsplan för {e.project}: {e.reason}"
    party: ClassVar[str] = "project"
    changes: tuple[PlanLine, ...]
    reason: str
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """Per line Dr the fund's claim / Cr the board's debt, or the other way round."""
        return self.claimed(self.changes)


@dataclass(frozen=True, slots=True)
class Repaid(ProjectEvent):
    """P7 and P9, the first step of a repayment (återföring; R20 a): the board's frame is lowered, its debt settled.

    ``effect_year`` is when the saving arose, ``frame_year`` whose frame is lowered (R21). ``basis`` says what the
    amount rests on: plan, measured, rebased, agreed, floor, or a loss charged to the unit. ``lines`` are the
    instalments settled, by year; together at most the amount.
    """

    kind: ClassVar[str] = "repaid"
    template: ClassVar[str] = "Återföring från {e.board} för {e.project}, ram {e.frame_year}"
    board: str
    ore: int
    lines: tuple[YearOre, ...]
    basis: str
    effect_year: int
    frame_year: int
    permanent: bool
    entitles: bool
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """Dr the fund's repayments / Cr the board's frame; per instalment Dr the board's debt / Cr the fund's claim."""
        lowered = from_board(self.fund, self.board, self.frame_year, self.ore)
        return [*lowered, *self.claimed(of_board(self.board, self.lines), -1)]


@dataclass(frozen=True, slots=True)
class RepaymentReturned(ProjectEvent):
    """A claw-back given back (återlämnad återföring; R28): the board's frame of a year is raised by what was taken
    beyond what it owes, and the fund bears it.

    ``renewed_ore`` is what of it has renewed the earmark already, and leaves it; the rest lowers what repayments give
    a right to renew. ``financing`` is what the decision says of the larger frame (KL 11:15).
    """

    kind: ClassVar[str] = "repayment_returned"
    template: ClassVar[str] = "Återlämnad återföring till {e.board} för {e.project}, ram {e.frame_year}"
    board: str
    ore: int
    renewed_ore: int
    frame_year: int
    entitles: bool
    financing: str
    reason: str
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """Dr the board's frame / Cr the fund's appropriation; of what is renewed Dr available / Cr free equity."""
        renewed = transfer(self.available, FREE, self.renewed_ore) if self.renewed_ore else ()
        return [*renewed, *to_board(self.fund, self.board, ((self.frame_year, self.ore),))]


@dataclass(frozen=True, slots=True)
class ShortfallBorne(ProjectEvent):
    """P8: what boards do not repay, borne by the fund (fondens förlust); the equity fell when the grant was used."""

    kind: ClassVar[str] = "shortfall_borne"
    template: ClassVar[str] = "Ej återfört för {e.project}, bärs av {e.fund}"
    party: ClassVar[str] = "project"
    lines: tuple[PlanLine, ...]
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """Per instalment Dr the board's debt / Cr the fund's claim."""
        return self.claimed(self.lines, -1)


@dataclass(frozen=True, slots=True)
class Waived(ProjectEvent):
    """P10: a claim on a board given up by decision (efterskänkt återföringskrav), and why."""

    kind: ClassVar[str] = "waived"
    template: ClassVar[str] = "Efterskänkt krav på {e.board} för {e.project}: {e.reason}"
    board: str
    lines: tuple[YearOre, ...]
    reason: str
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """Per instalment Dr the board's debt / Cr the fund's claim."""
        return self.claimed(of_board(self.board, self.lines), -1)


@dataclass(frozen=True, slots=True)
class WaivedOfFloor(Waived):
    """P10: a claim given up by a decision of the council that reaches the floor too (efterskänkt golv; R38)."""

    version: ClassVar[int] = 2
    of: str


@dataclass(frozen=True, slots=True)
class Reassigned(ProjectEvent):
    """P11: claim and debt moved from one board to another (omförd fordran; R22), with the part of the original plan
    that goes with them. So a settlement charges a loss to a unit; what is moved by decision is of version 2."""

    kind: ClassVar[str] = "reassigned"
    template: ClassVar[str] = "Fordran för {e.project} från {e.from_board} till {e.to_board}: {e.reason}"
    party: ClassVar[str] = "to_board"
    from_board: str
    to_board: str
    lines: tuple[YearOre, ...]
    original_ore: int
    reason: str
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """Per instalment Dr the new board's claim / Cr the old one's; Dr the old board's debt / Cr the new one's."""
        old, new = of_board(self.from_board, self.lines), of_board(self.to_board, self.lines)
        return self.claimed(old, -1) + self.claimed(new)


@dataclass(frozen=True, slots=True)
class ReassignedInProportion(Reassigned):
    """P11: claim and debt moved, and with them, in proportion to the plan, what of it is repaid, waived, borne and
    measured (R39): no sum of a project changes, and no floor. ``effects`` are those moved, by year."""

    version: ClassVar[int] = 2
    planned_ore: int
    repaid_ore: int
    waived_ore: int
    borne_ore: int
    floor_waived_ore: int
    effects: tuple[YearOre, ...]


@dataclass(frozen=True, slots=True)
class BoardRegistered(FundEvent):
    """A board and its organisational units (nämnd, enheter), from a day on."""

    kind: ClassVar[str] = "board_registered"
    board: str
    units: tuple[str, ...]
    valid_from: date


@dataclass(frozen=True, slots=True)
class BoardReorganised(FundEvent):
    """A board ends on a day, and others take over its budget in shares that make one (omorganisation)."""

    kind: ClassVar[str] = "board_reorganised"
    board: str
    last_day: date
    successors: tuple[tuple[str, Fraction], ...]


EVENTS = events_in(globals())
