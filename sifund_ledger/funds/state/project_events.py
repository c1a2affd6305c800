"""The events of projects (projektens händelser), and what each posts. Amounts are öre, positive, as decided.

Events that end in ``OfFrame`` or ``OfReserve`` are the same things in a fund that is no earmark: there nothing moves
between free equity, available and committed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sifund_ledger.funds.state.postings import FREE, PlanLine, YearOre, available, claimed, to_board
from sifund_ledger.funds.state.shared_events import ProjectEvent
from sifund_ledger.ledger.accounts import BOARD_FRAME, RESULT_RESERVE, earmark, frame
from sifund_ledger.ledger.entries import EntryDraft, Posting, transfer
from sifund_ledger.ledger.records import Event


@dataclass(frozen=True, slots=True)
class Granted(ProjectEvent):
    """P2 and P6: an amount granted to a project (beviljande), the frames it adds to a board by fiscal year (R19), and
    the plan by which boards repay it (återföringsplan), by board and year."""

    kind: ClassVar[str] = "granted"
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

    def draft(self) -> EntryDraft | None:
        """In an earmark Dr available / Cr committed; per year Dr the board's frame / Cr the fund's appropriation; per
        line of the plan Dr the fund's claim / Cr the board's debt."""
        postings = [*self.moved(), *to_board(self.fund, self.board, self.frames)]
        postings += claimed(self.fund, self.subfund, self.project, self.plan)
        text, financing = f"Beviljat ur {self.fund} till {self.project}", f"finansiering: {self.financing}"
        return self.entry(text, postings, self.board, documents=(financing,))

    def moved(self) -> tuple[Posting, ...]:
        """What moves within equity."""
        return transfer(available(self.fund, self.subfund), self.pot, self.ore)


@dataclass(frozen=True, slots=True)
class GrantedOfFrame(Granted):
    """An amount granted of a fund that is an appropriation, or is met by the result reserve (R18)."""

    kind: ClassVar[str] = "granted_of_frame"

    def moved(self) -> tuple[Posting, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class GrantAmended(ProjectEvent):
    """A grant raised, or (negative) lowered, by a later decision (ändrat beviljande; R28)."""

    kind: ClassVar[str] = "grant_amended"
    adjusting: ClassVar[bool] = False
    ore: int
    board: str
    frames: tuple[YearOre, ...]
    reason: str
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """As a grant; a lowered one the other way round."""
        postings = [*self.moved(), *to_board(self.fund, self.board, self.frames)]
        text = f"Ändrat beviljande till {self.project}: {self.reason}"
        return self.entry(text, postings, self.board) if postings else None

    def moved(self) -> tuple[Posting, ...]:
        """What moves within equity."""
        return transfer(available(self.fund, self.subfund), self.pot, self.ore) if self.ore else ()


@dataclass(frozen=True, slots=True)
class GrantOfFrameAmended(GrantAmended):
    """A grant of an appropriation, or met by the result reserve, raised or lowered."""

    kind: ClassVar[str] = "grant_of_frame_amended"

    def moved(self) -> tuple[Posting, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class CostReported(Event):
    """P3: what a project has cost in a year (projektkostnad): gross, contributions, overheads left out, equipment that
    is capitalised, its depreciation; and the net cost that follows (R15). The latest report of a year counts."""

    kind: ClassVar[str] = "cost_reported"
    fund: str
    project: str
    board: str
    year: int
    gross_ore: int
    contributions_ore: int
    overheads_ore: int
    capitalised_ore: int
    depreciation_ore: int
    net_ore: int
    event_date: date


@dataclass(frozen=True, slots=True)
class Used(ProjectEvent):
    """P4: what a project has used of its grant in a year (ianspråktagande), and the net cost declared (R15)."""

    kind: ClassVar[str] = "used"
    ore: int
    net_cost_ore: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """Dr committed / Cr free equity."""
        text = f"Ianspråktaget ur {self.fund} för {self.project} {self.year}"
        return self.entry(text, transfer(self.pot, FREE, self.ore), self.project)


@dataclass(frozen=True, slots=True)
class UsedOfFrame(Used):
    """What a project has used of a grant that is an appropriation: an ordinary cost, and nothing in equity."""

    kind: ClassVar[str] = "used_of_frame"

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class UsedOfReserve(Used):
    """What a project's cost has taken of the result reserve (RER), for its purpose and with its reason (R18)."""

    kind: ClassVar[str] = "used_of_reserve"
    reason: str = ""

    def draft(self) -> EntryDraft | None:
        """Dr the result reserve / Cr free equity."""
        text = f"Användning av resultatreserven för {self.project} {self.year}: {self.reason}"
        return self.entry(text, transfer(earmark(RESULT_RESERVE), FREE, self.ore), self.project)


@dataclass(frozen=True, slots=True)
class Released(ProjectEvent):
    """P5: what a project does not use of its grant, back to the fund (återlämnat, outnyttjade medel)."""

    kind: ClassVar[str] = "released"
    ore: int
    board: str
    frames: tuple[YearOre, ...]
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """In an earmark Dr committed / Cr available, or free equity where it lapses; per year Dr the fund's
        appropriation / Cr the board's frame."""
        postings = [*self.moved(), *to_board(self.fund, self.board, [(year, -ore) for year, ore in self.frames])]
        text = f"Outnyttjade medel från {self.project} till {self.fund}"
        return self.entry(text, postings, self.board) if postings else None

    def moved(self) -> tuple[Posting, ...]:
        """What moves within equity."""
        return transfer(self.pot, available(self.fund, self.subfund), self.ore)


@dataclass(frozen=True, slots=True)
class ReleasedOfFrame(Released):
    """What a project does not use of a grant that is an appropriation, or is met by the result reserve."""

    kind: ClassVar[str] = "released_of_frame"

    def moved(self) -> tuple[Posting, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Lapsed(Released):
    """What a project does not use, where the policy lets it fall to free equity (förfallna projektmedel)."""

    kind: ClassVar[str] = "lapsed"

    def moved(self) -> tuple[Posting, ...]:
        """Dr committed / Cr free equity."""
        return transfer(self.pot, FREE, self.ore)


@dataclass(frozen=True, slots=True)
class FrameCarried(Event):
    """What a project has not used of a year's frame, carried to the next (resultatöverföring; S25)."""

    kind: ClassVar[str] = "frame_carried"
    fund: str
    project: str
    board: str
    ore: int
    from_year: int
    to_year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr the board's frame of the later year / Cr that of the earlier."""
        later = frame(BOARD_FRAME, board=self.board, year=self.to_year)
        postings = transfer(later, frame(BOARD_FRAME, board=self.board, year=self.from_year), self.ore)
        text = f"Överföring av outnyttjad ram för {self.project} till {self.to_year}"
        return EntryDraft(self.from_year, self.event_date, text, postings, counterparty=self.board)


@dataclass(frozen=True, slots=True)
class ProjectOpened(ProjectEvent):
    """A project half-way when the book took its fund over (ingående projekt; R28): what was granted, used, released,
    repaid and planned before the first day of ``year``; what is left of the grant and of the plan is posted."""

    kind: ClassVar[str] = "project_opened"
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

    def draft(self) -> EntryDraft | None:
        """Dr free equity / Cr committed with the rest of the grant; Dr claim / Cr debt with the rest of the plan."""
        left = self.granted_ore - self.used_ore - self.released_ore if self.earmarked else 0
        postings = [*(transfer(FREE, self.pot, left) if left else ())]
        postings += claimed(self.fund, self.subfund, self.project, self.open_claims)
        text = f"Ingående balans för projektet {self.project} {self.year}"
        return self.entry(text, postings, self.board, series="IB") if postings else None


@dataclass(frozen=True, slots=True)
class ProjectMoved(Event):
    """A project's state (projektets läge): running, closed, settled; and why."""

    kind: ClassVar[str] = "project_moved"
    project: str
    state: str
    reason: str
    event_date: date


EVENTS: tuple[type[Event], ...] = (
    Granted,
    GrantedOfFrame,
    GrantAmended,
    GrantOfFrameAmended,
    CostReported,
    Used,
    UsedOfFrame,
    UsedOfReserve,
    Released,
    ReleasedOfFrame,
    Lapsed,
    FrameCarried,
    ProjectOpened,
    ProjectMoved,
)
