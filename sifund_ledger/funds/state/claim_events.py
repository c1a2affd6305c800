"""The events of repayment (återföringens händelser), and what each posts. Amounts are öre, positive, as decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar

from sifund_ledger.funds.state.postings import PlanLine, YearOre, claimed, from_board, unclaimed
from sifund_ledger.funds.state.shared_events import ProjectEvent
from sifund_ledger.ledger.entries import EntryDraft, Posting
from sifund_ledger.ledger.records import Event


@dataclass(frozen=True, slots=True)
class EffectMeasured(Event):
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
    changes: tuple[PlanLine, ...]
    reason: str
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """Per line Dr the fund's claim / Cr the board's debt, or the other way round."""
        postings = claimed(self.fund, self.subfund, self.project, self.changes)
        return self.entry(f"Reviderad återföringsplan för {self.project}: {self.reason}", postings, self.project)


def settled(event: Repaid | Waived | Reassigned, board: str) -> list[Posting]:
    """Per instalment of an event Dr the board's debt / Cr the fund's claim."""
    return unclaimed(event.fund, event.subfund, event.project, [(board, year, ore) for year, ore in event.lines])


@dataclass(frozen=True, slots=True)
class Repaid(ProjectEvent):
    """P7 and P9, the first step of a repayment (återföring; R20 a): the board's frame is lowered, its debt settled.

    ``effect_year`` is when the saving arose, ``frame_year`` whose frame is lowered (R21). ``basis`` says what the
    amount rests on: plan, measured, rebased, agreed, floor, or a loss charged to the unit. ``lines`` are the
    instalments settled, by year; together at most the amount.
    """

    kind: ClassVar[str] = "repaid"
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

    def draft(self) -> EntryDraft | None:
        """Dr the fund's repayments / Cr the board's frame; per instalment Dr the board's debt / Cr the fund's claim."""
        postings = [*from_board(self.fund, self.board, self.frame_year, self.ore), *settled(self, self.board)]
        text = f"Återföring från {self.board} för {self.project}, ram {self.frame_year}"
        return self.entry(text, postings, self.board)


@dataclass(frozen=True, slots=True)
class ShortfallBorne(ProjectEvent):
    """P8: what boards do not repay, borne by the fund (fondens förlust); the equity fell when the grant was used."""

    kind: ClassVar[str] = "shortfall_borne"
    lines: tuple[PlanLine, ...]
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """Per instalment Dr the board's debt / Cr the fund's claim."""
        postings = unclaimed(self.fund, self.subfund, self.project, self.lines)
        return self.entry(f"Ej återfört för {self.project}, bärs av {self.fund}", postings, self.project)


@dataclass(frozen=True, slots=True)
class Waived(ProjectEvent):
    """P10: a claim on a board given up by decision (efterskänkt återföringskrav), and why."""

    kind: ClassVar[str] = "waived"
    board: str
    lines: tuple[YearOre, ...]
    reason: str
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """Per instalment Dr the board's debt / Cr the fund's claim."""
        text = f"Efterskänkt krav på {self.board} för {self.project}: {self.reason}"
        return self.entry(text, settled(self, self.board), self.board)


@dataclass(frozen=True, slots=True)
class Reassigned(ProjectEvent):
    """P11: claim and debt moved from one board to another (omförd fordran; R22), with the part of the original plan
    that goes with them."""

    kind: ClassVar[str] = "reassigned"
    from_board: str
    to_board: str
    lines: tuple[YearOre, ...]
    original_ore: int
    reason: str
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """Per instalment Dr the new board's claim / Cr the old one's; Dr the old board's debt / Cr the new one's."""
        new = [(self.to_board, year, ore) for year, ore in self.lines]
        postings = settled(self, self.from_board) + claimed(self.fund, self.subfund, self.project, new)
        text = f"Fordran för {self.project} från {self.from_board} till {self.to_board}: {self.reason}"
        return self.entry(text, postings, self.to_board)


@dataclass(frozen=True, slots=True)
class BoardRegistered(Event):
    """A board and its organisational units (nämnd, enheter), from a day on."""

    kind: ClassVar[str] = "board_registered"
    board: str
    units: tuple[str, ...]
    valid_from: date


@dataclass(frozen=True, slots=True)
class BoardReorganised(Event):
    """A board ends on a day, and others take over its budget in shares that make one (omorganisation)."""

    kind: ClassVar[str] = "board_reorganised"
    board: str
    last_day: date
    successors: tuple[tuple[str, Fraction], ...]


EVENTS: tuple[type[Event], ...] = (
    EffectMeasured,
    PlanRevised,
    Repaid,
    ShortfallBorne,
    Waived,
    Reassigned,
    BoardRegistered,
    BoardReorganised,
)
