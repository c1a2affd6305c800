"""The events of what projects cost and use (nettokostnad, ianspråktagande), and what each posts. Amounts are öre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sifund_ledger.funds.state.postings import FREE
from sifund_ledger.funds.state.shared_events import FundEvent, ProjectEvent
from sifund_ledger.ledger.accounts import RESULT_RESERVE, earmark
from sifund_ledger.ledger.entries import Posting, transfer
from sifund_ledger.ledger.records import OfClosedYear, events_in


@dataclass(frozen=True, slots=True)
class CostReported(FundEvent):
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
    template: ClassVar[str] = "Ianspråktaget ur {e.fund} för {e.project} {e.year}"
    party: ClassVar[str] = "project"
    ore: int
    net_cost_ore: int
    year: int
    event_date: date

    def postings(self) -> Sequence[Posting]:
        """Dr committed / Cr free equity."""
        return transfer(self.pot, FREE, self.ore)


@dataclass(frozen=True, slots=True)
class UsedOfFrame(Used):
    """What a project has used of a grant that is an appropriation: an ordinary cost, and nothing in equity."""

    kind: ClassVar[str] = "used_of_frame"
    counted: ClassVar[bool] = True
    postings = FundEvent.postings


@dataclass(frozen=True, slots=True)
class UsedOfReserve(Used):
    """What a project's cost has taken of the result reserve (RER), for its purpose and with its reason (R18)."""

    kind: ClassVar[str] = "used_of_reserve"
    template: ClassVar[str] = "Användning av resultatreserven för {e.project} {e.year}: {e.reason}"
    reason: str = ""

    def postings(self) -> Sequence[Posting]:
        """Dr the result reserve / Cr free equity."""
        return transfer(earmark(RESULT_RESERVE), FREE, self.ore)


@dataclass(frozen=True, slots=True)
class UsedLater(OfClosedYear, Used):
    """What a project used of its grant in a closed year, ``of_year``, booked in a later ``year`` that is open (R43)."""

    template: ClassVar[str] = "Rättelse av tidigare år: ianspråktaget ur {e.fund} för {e.project} {e.of_year}"


@dataclass(frozen=True, slots=True)
class UsedOfFrameLater(OfClosedYear, UsedOfFrame):
    """What a project used in a closed year of a grant that is an appropriation, recorded in a later year."""


@dataclass(frozen=True, slots=True)
class UsedOfReserveLater(OfClosedYear, UsedOfReserve):
    """What a project's cost of a closed year has taken of the result reserve, booked in a later year."""

    template: ClassVar[str] = (
        "Rättelse av tidigare år: användning av resultatreserven för {e.project} {e.of_year}: {e.reason}"
    )
    of_year: int = 0


EVENTS = events_in(globals())
