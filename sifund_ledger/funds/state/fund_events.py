"""The events of funds (fondens händelser), and what each posts. Amounts are öre, positive, as decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sifund_ledger.funds.state.claim_events import EVENTS as CLAIM_EVENTS
from sifund_ledger.funds.state.postings import FREE, YearOre, available
from sifund_ledger.funds.state.project_events import EVENTS as PROJECT_EVENTS
from sifund_ledger.funds.state.project_events import Granted as Granted
from sifund_ledger.funds.state.shared_events import EarmarkEnded, FundEvent, SubfundEvent
from sifund_ledger.funds.state.use_events import EVENTS as USE_EVENTS
from sifund_ledger.funds.state.use_events import Used as Used
from sifund_ledger.ledger.accounts import BOARD_FRAME, FUND_APPROPRIATION, RESULT_RESERVE, earmark, frame
from sifund_ledger.ledger.entries import Posting, transfer
from sifund_ledger.ledger.records import OfClosedYear, events_in


@dataclass(frozen=True, slots=True)
class FundCreated(FundEvent):
    """A fund, with the policy that it follows (fond inrättad)."""

    kind: ClassVar[str] = "fund_created"
    fund: str
    policy: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class PolicyChanged(FundEvent):
    """A later version of a fund's policy (ändrad riktlinje), for what starts from a day on; the earlier one stands."""

    kind: ClassVar[str] = "policy_changed"
    fund: str
    policy: tuple[tuple[str, Any], ...]
    valid_from: date


@dataclass(frozen=True, slots=True)
class Delegated(FundEvent):
    """A task of the council's handed to another body (delegation), for example grants to the executive board (R27)."""

    kind: ClassVar[str] = "delegated"
    fund: str
    task: str
    body: str


_ORIGINS = {
    "surplus": "ur {e.result_year} års resultat",
    "afa_refund": "ur AFA-återbetalning i {e.result_year} års resultat",
    "operating_frame": "ur {e.result_year} års ramar",
}


@dataclass(frozen=True, slots=True)
class SetAside(SubfundEvent):
    """P1: an amount earmarked (öronmärkning) of a year's surplus or of accumulated equity; ``result_year`` 0 then."""

    kind: ClassVar[str] = "set_aside"
    template: ClassVar[str] = "Öronmärkning till {e.fund} "
    source: str
    result_year: int
    year: int
    event_date: date

    def entry_text(self) -> str:
        """Where it comes from."""
        origin = _ORIGINS[self.source] if self.result_year else "ur tidigare års eget kapital"
        return f"{self.template}{origin}".format(e=self)


@dataclass(frozen=True, slots=True)
class SetAsideToReserve(SetAside):
    """An amount of a year's surplus allocated to the result reserve (RER) for a fund's projects (R18)."""

    kind: ClassVar[str] = "set_aside_to_reserve"
    template: ClassVar[str] = "Reservering till resultatreserven för {e.fund} ur {e.result_year} års resultat"
    entry_text = FundEvent.entry_text

    def postings(self) -> Sequence[Posting]:
        """Dr free equity / Cr the result reserve."""
        return transfer(FREE, earmark(RESULT_RESERVE), self.ore)


@dataclass(frozen=True, slots=True)
class SetAsideInFrame(SetAside):
    """An amount of a year's budget appropriated to a fund (anslag), outside equity altogether."""

    kind: ClassVar[str] = "set_aside_in_frame"
    adjusting: ClassVar[bool] = False
    template: ClassVar[str] = "Anslag till {e.fund} i budget {e.year}"
    entry_text = FundEvent.entry_text

    def postings(self) -> Sequence[Posting]:
        """Dr the fund's appropriation / Cr the frame of the budget at large."""
        debit = frame(FUND_APPROPRIATION, fund=self.fund, year=self.year)
        return transfer(debit, frame(BOARD_FRAME, board="fullmäktige", year=self.year), self.ore)


@dataclass(frozen=True, slots=True)
class UsedDirectly(EarmarkEnded, SubfundEvent):
    """P4b: an amount used without a project (direkt ianspråktagande), where the policy lets it (R14)."""

    kind: ClassVar[str] = "used_directly"
    template: ClassVar[str] = "Ianspråktaget ur {e.fund} {e.year}"
    net_cost_ore: int
    year: int
    event_date: date


@dataclass(frozen=True, slots=True)
class UsedDirectlyLater(OfClosedYear, UsedDirectly):
    """What a closed year, ``of_year``, used without a project, booked in a later ``year`` that is open (R43)."""

    template: ClassVar[str] = "Rättelse av tidigare år: ianspråktaget ur {e.fund} {e.of_year}"


@dataclass(frozen=True, slots=True)
class Renewed(SubfundEvent):
    """The earmark renewed by what boards have repaid (förnyad öronmärkning), with room in a year's result (R20 b)."""

    kind: ClassVar[str] = "renewed"
    template: ClassVar[str] = "Förnyad öronmärkning till {e.fund} efter återföringar, {e.result_year}"
    result_year: int
    year: int
    event_date: date


@dataclass(frozen=True, slots=True)
class Dissolved(EarmarkEnded, SubfundEvent):
    """P12: what is left of a fund dissolved, or lapsed with its period (upplösning)."""

    kind: ClassVar[str] = "dissolved"
    template: ClassVar[str] = "Upplösning av {e.fund}: {e.reason}"
    reason: str
    year: int
    event_date: date


@dataclass(frozen=True, slots=True)
class SubfundTransferred(FundEvent):
    """An amount moved between sub-funds by the council (omföring mellan delfonder; I17)."""

    kind: ClassVar[str] = "subfund_transferred"
    template: ClassVar[str] = "Omföring i {e.fund} från {e.from_subfund} till {e.to_subfund}"
    fund: str
    from_subfund: str
    to_subfund: str
    ore: int
    year: int
    event_date: date

    def postings(self) -> Sequence[Posting]:
        """Dr the one, available / Cr the other, available."""
        return transfer(available(self.fund, self.from_subfund), available(self.fund, self.to_subfund), self.ore)


@dataclass(frozen=True, slots=True)
class PurposeChanged(FundEvent):
    """What a fund or a sub-fund is for, decided anew (ändrat ändamål; R28)."""

    kind: ClassVar[str] = "purpose_changed"
    fund: str
    subfund: str
    purpose: str
    event_date: date


@dataclass(frozen=True, slots=True)
class FundOpened(SubfundEvent):
    """What a fund had available when the book took it over (ingående balans); on the first day of ``year`` (R28)."""

    kind: ClassVar[str] = "fund_opened"
    template: ClassVar[str] = "Ingående balans för {e.fund} {e.year}"
    series: ClassVar[str] = "IB"
    year: int
    event_date: date


@dataclass(frozen=True, slots=True)
class IntentionStated(FundEvent):
    """What is meant to be set aside over the years (avsikt, flerårig); each year still needs its own decision (S27)."""

    kind: ClassVar[str] = "intention_stated"
    fund: str
    amounts: tuple[YearOre, ...]
    event_date: date


EVENTS = (*events_in(globals()), *PROJECT_EVENTS, *USE_EVENTS, *CLAIM_EVENTS)
SET_ASIDES = (SetAside.kind, Renewed.kind)
"""The kinds of event that earmark: what the year's disclosure of set-asides counts (R16)."""
USES = (Used.kind, UsedDirectly.kind)
"""The kinds of event that use an earmark."""
DISSOLUTIONS = (Dissolved.kind, "lapsed", "repayment_returned")
"""The kinds of event that end an earmark without a use (R16: never added back)."""
MOVEMENTS = frozenset({*SET_ASIDES, *USES})
"""The kinds of event that change what is earmarked, and are disclosed."""
