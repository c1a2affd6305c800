"""The events of projects (projektens händelser), and what each posts. Amounts are öre, positive, as decided.

Events that end in ``OfFrame`` or ``OfReserve`` are the same things in a fund that is no earmark: there nothing moves
between free equity, available and committed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sifund_ledger.funds.state.postings import FREE, PlanLine, YearOre, available, claimed, committed, to_board
from sifund_ledger.ledger.accounts import BOARD_FRAME, RESULT_RESERVE, earmark, frame
from sifund_ledger.ledger.entries import EntryDraft, Posting, transfer
from sifund_ledger.ledger.records import Event


@dataclass(frozen=True, slots=True)
class Granted:
    """P2 and P6: an amount granted to a project (beviljande), the frames it adds to a board by fiscal year (R19), and
    the plan by which boards repay it (återföringsplan), by board and year."""

    kind: ClassVar[str] = "granted"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = False
    fund: str
    subfund: str
    project: str
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

    def draft(self) -> EntryDraft:
        """Dr available / Cr committed; per year Dr the board's frame / Cr the fund's appropriation; per line of the
        plan Dr the fund's claim / Cr the board's debt."""
        pot = committed(self.fund, self.subfund, self.project)
        return self._entry([*transfer(available(self.fund, self.subfund), pot, self.ore)])

    def _entry(self, postings: list[Posting]) -> EntryDraft:
        postings += to_board(self.fund, self.board, self.frames)
        if self.plan:
            postings += claimed(self.fund, self.subfund, self.project, self.plan)
        return EntryDraft(
            self.year,
            self.event_date,
            f"Beviljat ur {self.fund} till {self.project}",
            tuple(postings),
            counterparty=self.board,
            documents=(f"finansiering: {self.financing}",),
        )


@dataclass(frozen=True, slots=True)
class GrantedOfFrame(Granted):
    """An amount granted of a fund that is an appropriation, or is met by the result reserve (R18)."""

    kind: ClassVar[str] = "granted_of_frame"

    def draft(self) -> EntryDraft:
        """Per year Dr the board's frame / Cr the fund's appropriation; per line of the plan Dr claim / Cr debt."""
        return self._entry([])


@dataclass(frozen=True, slots=True)
class GrantAmended:
    """A grant raised, or (negative) lowered, by a later decision (ändrat beviljande; R28)."""

    kind: ClassVar[str] = "grant_amended"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = False
    fund: str
    subfund: str
    project: str
    ore: int
    board: str
    frames: tuple[YearOre, ...]
    reason: str
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """As a grant; a lowered one the other way round."""
        postings: list[Posting] = []
        if self.ore:
            pot = committed(self.fund, self.subfund, self.project)
            postings += (Posting(available(self.fund, self.subfund), self.ore), Posting(pot, -self.ore))
        return self._entry(postings)

    def _entry(self, postings: list[Posting]) -> EntryDraft | None:
        postings += to_board(self.fund, self.board, self.frames)
        if not postings:
            return None
        text = f"Ändrat beviljande till {self.project}: {self.reason}"
        return EntryDraft(self.year, self.event_date, text, tuple(postings), counterparty=self.board)


@dataclass(frozen=True, slots=True)
class GrantOfFrameAmended(GrantAmended):
    """A grant of an appropriation, or met by the result reserve, raised or lowered."""

    kind: ClassVar[str] = "grant_of_frame_amended"

    def draft(self) -> EntryDraft | None:
        """Per year Dr the board's frame / Cr the fund's appropriation; lowered the other way round."""
        return self._entry([])


@dataclass(frozen=True, slots=True)
class CostReported:
    """P3: what a project has cost in a year (projektkostnad): gross, contributions, overheads left out, equipment that
    is capitalised, its depreciation; and the net cost that follows (R15). The latest report of a year counts."""

    kind: ClassVar[str] = "cost_reported"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
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

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class Used:
    """P4: what a project has used of its grant in a year (ianspråktagande), and the net cost declared (R15)."""

    kind: ClassVar[str] = "used"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    fund: str
    subfund: str
    project: str
    ore: int
    net_cost_ore: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """Dr committed / Cr free equity."""
        account = committed(self.fund, self.subfund, self.project)
        text = f"Ianspråktaget ur {self.fund} för {self.project} {self.year}"
        return EntryDraft(
            self.year, self.event_date, text, transfer(account, FREE, self.ore), counterparty=self.project
        )


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

    def draft(self) -> EntryDraft:
        """Dr the result reserve / Cr free equity."""
        text = f"Användning av resultatreserven för {self.project} {self.year}: {self.reason}"
        postings = transfer(earmark(RESULT_RESERVE), FREE, self.ore)
        return EntryDraft(self.year, self.event_date, text, postings, counterparty=self.project)


@dataclass(frozen=True, slots=True)
class Released:
    """P5: what a project does not use of its grant, back to the fund (återlämnat, outnyttjade medel)."""

    kind: ClassVar[str] = "released"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    fund: str
    subfund: str
    project: str
    ore: int
    board: str
    frames: tuple[YearOre, ...]
    year: int
    event_date: date

    def draft(self) -> EntryDraft | None:
        """Dr committed / Cr available; per year Dr the fund's appropriation / Cr the board's frame."""
        pot = committed(self.fund, self.subfund, self.project)
        return self._entry([*transfer(pot, available(self.fund, self.subfund), self.ore)])

    def _entry(self, postings: list[Posting]) -> EntryDraft | None:
        postings += to_board(self.fund, self.board, [(year, -ore) for year, ore in self.frames])
        if not postings:
            return None
        text = f"Outnyttjade medel från {self.project} till {self.fund}"
        return EntryDraft(self.year, self.event_date, text, tuple(postings), counterparty=self.board)


@dataclass(frozen=True, slots=True)
class ReleasedOfFrame(Released):
    """What a project does not use of a grant that is an appropriation, or is met by the result reserve."""

    kind: ClassVar[str] = "released_of_frame"

    def draft(self) -> EntryDraft | None:
        """Per year Dr the fund's appropriation / Cr the board's frame."""
        return self._entry([])


@dataclass(frozen=True, slots=True)
class Lapsed(Released):
    """What a project does not use, where the policy lets it fall to free equity (förfallna projektmedel)."""

    kind: ClassVar[str] = "lapsed"

    def draft(self) -> EntryDraft | None:
        """Dr committed / Cr free equity; per year Dr the fund's appropriation / Cr the board's frame."""
        return self._entry([*transfer(committed(self.fund, self.subfund, self.project), FREE, self.ore)])


@dataclass(frozen=True, slots=True)
class FrameCarried:
    """What a project has not used of a year's frame, carried to the next (resultatöverföring; S25)."""

    kind: ClassVar[str] = "frame_carried"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
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
class ProjectOpened:
    """A project half-way when the book took its fund over (ingående projekt; R28): what was granted, used, released,
    repaid and planned before the first day of ``year``; what is left of the grant and of the plan is posted."""

    kind: ClassVar[str] = "project_opened"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    fund: str
    subfund: str
    project: str
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
        postings: list[Posting] = []
        left = self.granted_ore - self.used_ore - self.released_ore
        if left and self.earmarked:
            postings += transfer(FREE, committed(self.fund, self.subfund, self.project), left)
        postings += claimed(self.fund, self.subfund, self.project, self.open_claims)
        if not postings:
            return None
        text = f"Ingående balans för projektet {self.project} {self.year}"
        return EntryDraft(self.year, self.event_date, text, tuple(postings), counterparty=self.board, series="IB")


@dataclass(frozen=True, slots=True)
class ProjectMoved:
    """A project's state (projektets läge): running, closed, settled; and why."""

    kind: ClassVar[str] = "project_moved"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    project: str
    state: str
    reason: str
    event_date: date

    def draft(self) -> None:
        """Nothing moves."""


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
