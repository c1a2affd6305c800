"""The events of projects (projektens händelser), and what each posts. Amounts are öre, positive, as decided.

Events that end in ``OfFrame`` or ``OfReserve`` are the same things in a fund that is not an earmark: there nothing
moves between free equity, available and committed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sifund_ledger.funds.state.postings import FREE, PlanLine, YearOre, to_board
from sifund_ledger.funds.state.shared_events import FundEvent, OutsideEquity, ProjectEvent
from sifund_ledger.ledger.accounts import BOARD_FRAME, frame
from sifund_ledger.ledger.entries import Posting, transfer
from sifund_ledger.ledger.records import events_in


@dataclass(frozen=True, slots=True)
class Granted(ProjectEvent):
    """P2 and P6: an amount granted to a project (beviljande), the frames it adds to a board by fiscal year (R19), and
    the plan by which boards repay it (återföringsplan), by board and year."""

    kind: ClassVar[str] = "granted"
    template: ClassVar[str] = "Beviljat ur {e.fund} till {e.project}"
    adjusting: ClassVar[bool] = False
    ore: int
    board: str
    frames: tuple[YearOre, ...]
    financing: str
    year: int
    event_date: date
    plan: tuple[PlanLine, ...] = ()
    start: date | None = None
    end: date | None = None
    participants: tuple[tuple[str, str], ...] = ()

    def postings(self) -> list[Posting]:
        """In an earmark Dr available / Cr committed; per year Dr the board's frame / Cr the fund's appropriation; per
        line of the plan Dr the fund's claim / Cr the board's debt."""
        return [*self.moved(), *to_board(self.fund, self.board, self.frames), *self.claimed(self.plan)]

    def documents(self) -> tuple[str, ...]:
        """How the grant is financed."""
        return (f"finansiering: {self.financing}",)

    def moved(self) -> tuple[Posting, ...]:
        """What moves within equity."""
        return transfer(self.available, self.pot, self.ore)


@dataclass(frozen=True, slots=True)
class GrantedOfFrame(OutsideEquity, Granted):
    """An amount granted of a fund that is an appropriation, or is met by the result reserve (R18)."""

    kind: ClassVar[str] = "granted_of_frame"


@dataclass(frozen=True, slots=True)
class GrantAmended(ProjectEvent):
    """A grant raised, or (negative) lowered, by a later decision (ändrat beviljande; R28)."""

    kind: ClassVar[str] = "grant_amended"
    template: ClassVar[str] = "Ändrat beviljande till {e.project}: {e.reason}"
    adjusting: ClassVar[bool] = False
    ore: int
    board: str
    frames: tuple[YearOre, ...]
    reason: str
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """As a grant; a lowered one the other way round."""
        return [*self.moved(), *to_board(self.fund, self.board, self.frames)]

    def moved(self) -> tuple[Posting, ...]:
        """What moves within equity."""
        return transfer(self.available, self.pot, self.ore) if self.ore else ()


@dataclass(frozen=True, slots=True)
class GrantOfFrameAmended(OutsideEquity, GrantAmended):
    """A grant of an appropriation, or met by the result reserve, raised or lowered."""

    kind: ClassVar[str] = "grant_of_frame_amended"


@dataclass(frozen=True, slots=True)
class GrantAmendedWithPlan(GrantAmended):
    """A grant amended with its plan (ändrat beviljande med återföringsplan; R36). ``plan`` is what boards are to repay
    more, or, negative, less; ``frozen`` what is frozen with it: the plan, or what it had been revised up by before."""

    version: ClassVar[int] = 2
    plan: tuple[PlanLine, ...]
    frozen: tuple[PlanLine, ...]

    def postings(self) -> list[Posting]:
        """As an amended grant; per line of the plan Dr the fund's claim / Cr the board's debt, or the other way."""
        return [*GrantAmended.postings(self), *self.claimed(self.plan)]


@dataclass(frozen=True, slots=True)
class GrantOfFrameAmendedWithPlan(OutsideEquity, GrantAmendedWithPlan):
    """A grant of an appropriation, or met by the result reserve, amended with its plan."""

    kind: ClassVar[str] = "grant_of_frame_amended"


@dataclass(frozen=True, slots=True)
class Released(ProjectEvent):
    """P5: what a project does not use of its grant, back to the fund (återlämnat, outnyttjade medel)."""

    kind: ClassVar[str] = "released"
    template: ClassVar[str] = "Outnyttjade medel från {e.project} till {e.fund}"
    ore: int
    board: str
    frames: tuple[YearOre, ...]
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """In an earmark Dr committed / Cr available, or free equity where it lapses; per year Dr the fund's
        appropriation / Cr the board's frame."""
        return [*self.moved(), *to_board(self.fund, self.board, [(year, -ore) for year, ore in self.frames])]

    def moved(self) -> tuple[Posting, ...]:
        """What moves within equity."""
        return transfer(self.pot, self.available, self.ore)


@dataclass(frozen=True, slots=True)
class ReleasedOfFrame(OutsideEquity, Released):
    """What a project does not use of a grant that is an appropriation, or is met by the result reserve."""

    kind: ClassVar[str] = "released_of_frame"


@dataclass(frozen=True, slots=True)
class Lapsed(Released):
    """What a project does not use, where the policy lets it fall to free equity (förfallna projektmedel)."""

    kind: ClassVar[str] = "lapsed"

    def moved(self) -> tuple[Posting, ...]:
        """Dr committed / Cr free equity."""
        return transfer(self.pot, FREE, self.ore)


@dataclass(frozen=True, slots=True)
class FrameCarried(FundEvent):
    """What a project has not used of a year's frame, carried to the next (resultatöverföring; S25)."""

    kind: ClassVar[str] = "frame_carried"
    template: ClassVar[str] = "Överföring av outnyttjad ram för {e.project} till {e.to_year}"
    party: ClassVar[str] = "board"
    fund: str
    project: str
    board: str
    ore: int
    from_year: int
    to_year: int
    event_date: date

    @property
    def year(self) -> int:
        """The fiscal year of its entry."""
        return self.from_year

    def postings(self) -> Sequence[Posting]:
        """Dr the board's frame of the later year / Cr that of the earlier."""
        later = frame(BOARD_FRAME, board=self.board, year=self.to_year)
        return transfer(later, frame(BOARD_FRAME, board=self.board, year=self.from_year), self.ore)


@dataclass(frozen=True, slots=True)
class ProjectOpened(ProjectEvent):
    """A project half-way when the book took its fund over (ingående projekt; R28): what was granted, used, released,
    repaid and planned before the first day of ``year``; what is left of the grant and of the plan is posted."""

    kind: ClassVar[str] = "project_opened"
    counted: ClassVar[bool] = True
    template: ClassVar[str] = "Ingående balans för projektet {e.project} {e.year}"
    series: ClassVar[str] = "IB"
    board: str
    granted_ore: int
    used_ore: int
    released_ore: int
    original_plan: tuple[PlanLine, ...]
    repaid: tuple[tuple[str, int], ...]
    open_claims: tuple[PlanLine, ...]
    start: date | None
    end: date | None
    participants: tuple[tuple[str, str], ...]
    earmarked: bool
    year: int
    event_date: date

    def postings(self) -> list[Posting]:
        """Dr free equity / Cr committed with the rest of the grant; Dr claim / Cr debt with the rest of the plan."""
        return [*(self.moved() if self.earmarked else ()), *self.claimed(self.open_claims)]

    def moved(self) -> tuple[Posting, ...]:
        """What moves within equity."""
        left = self.granted_ore - self.used_ore - self.released_ore
        return transfer(FREE, self.pot, left) if left else ()


@dataclass(frozen=True, slots=True)
class ProjectMoved(FundEvent):
    """A project's state (projektets läge): running, closed, settled; and why."""

    kind: ClassVar[str] = "project_moved"
    project: str
    state: str
    reason: str
    event_date: date


EVENTS = events_in(globals())
