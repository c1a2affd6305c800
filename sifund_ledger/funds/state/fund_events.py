"""The events of funds (fondens händelser), and what each posts. Amounts are öre, positive, as decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sifund_ledger.funds.state.claim_events import EVENTS as CLAIM_EVENTS
from sifund_ledger.funds.state.postings import FREE, YearOre, available
from sifund_ledger.funds.state.project_events import EVENTS as PROJECT_EVENTS
from sifund_ledger.funds.state.project_events import Granted as Granted
from sifund_ledger.funds.state.project_events import Used as Used
from sifund_ledger.ledger.accounts import BOARD_FRAME, FUND_APPROPRIATION, RESULT_RESERVE, earmark, frame
from sifund_ledger.ledger.entries import EntryDraft, transfer
from sifund_ledger.ledger.records import Event


@dataclass(frozen=True, slots=True)
class FundCreated(Event):
    """A fund, with the policy that it follows (fond inrättad)."""

    kind: ClassVar[str] = "fund_created"
    fund: str
    policy: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class PolicyChanged(Event):
    """A later version of a fund's policy (ändrad riktlinje), for what starts from a day on; the earlier one stands."""

    kind: ClassVar[str] = "policy_changed"
    fund: str
    policy: tuple[tuple[str, Any], ...]
    valid_from: date


@dataclass(frozen=True, slots=True)
class Delegated(Event):
    """A task of the council's handed to another body (delegation), for example grants to the executive board (R27)."""

    kind: ClassVar[str] = "delegated"
    fund: str
    task: str
    body: str


_ORIGINS = {
    "surplus": "ur {year} års resultat",
    "afa_refund": "ur AFA-återbetalning i {year} års resultat",
    "operating_frame": "ur {year} års ramar",
}


@dataclass(frozen=True, slots=True)
class SetAside(Event):
    """P1: an amount earmarked (öronmärkning) of a year's surplus or of accumulated equity; ``result_year`` 0 then."""

    kind: ClassVar[str] = "set_aside"
    fund: str
    subfund: str
    ore: int
    source: str
    result_year: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr free equity / Cr the fund, available."""
        origin = "ur tidigare års eget kapital"
        if self.result_year:
            origin = _ORIGINS[self.source].format(year=self.result_year)
        postings = transfer(FREE, available(self.fund, self.subfund), self.ore)
        return self.entry(f"Öronmärkning till {self.fund} {origin}", postings, self.fund)


@dataclass(frozen=True, slots=True)
class SetAsideToReserve(SetAside):
    """An amount of a year's surplus allocated to the result reserve (RER) for a fund's projects (R18)."""

    kind: ClassVar[str] = "set_aside_to_reserve"

    def draft(self) -> EntryDraft:
        """Dr free equity / Cr the result reserve."""
        text = f"Reservering till resultatreserven för {self.fund} ur {self.result_year} års resultat"
        postings = transfer(FREE, earmark(RESULT_RESERVE), self.ore)
        return self.entry(text, postings, self.fund)


@dataclass(frozen=True, slots=True)
class SetAsideInFrame(SetAside):
    """An amount of a year's budget appropriated to a fund (anslag), outside equity altogether."""

    kind: ClassVar[str] = "set_aside_in_frame"
    adjusting: ClassVar[bool] = False

    def draft(self) -> EntryDraft:
        """Dr the fund's appropriation / Cr the frame of the budget at large."""
        debit = frame(FUND_APPROPRIATION, fund=self.fund, year=self.year)
        postings = transfer(debit, frame(BOARD_FRAME, board="fullmäktige", year=self.year), self.ore)
        text = f"Anslag till {self.fund} i budget {self.year}"
        return self.entry(text, postings, self.fund)


@dataclass(frozen=True, slots=True)
class UsedDirectly(Event):
    """P4b: an amount used without a project (direkt ianspråktagande), where the policy lets it (R14)."""

    kind: ClassVar[str] = "used_directly"
    fund: str
    subfund: str
    ore: int
    net_cost_ore: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr available / Cr free equity."""
        postings = transfer(available(self.fund, self.subfund), FREE, self.ore)
        return self.entry(f"Ianspråktaget ur {self.fund} {self.year}", postings, self.fund)


@dataclass(frozen=True, slots=True)
class Renewed(Event):
    """The earmark renewed by what boards have repaid (förnyad öronmärkning), with room in a year's result (R20 b)."""

    kind: ClassVar[str] = "renewed"
    fund: str
    subfund: str
    ore: int
    result_year: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr free equity / Cr the fund, available."""
        text = f"Förnyad öronmärkning till {self.fund} efter återföringar, {self.result_year}"
        postings = transfer(FREE, available(self.fund, self.subfund), self.ore)
        return self.entry(text, postings, self.fund)


@dataclass(frozen=True, slots=True)
class Dissolved(Event):
    """P12: what is left of a fund dissolved, or lapsed with its period (upplösning)."""

    kind: ClassVar[str] = "dissolved"
    fund: str
    subfund: str
    ore: int
    reason: str
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr available / Cr free equity."""
        postings = transfer(available(self.fund, self.subfund), FREE, self.ore)
        text = f"Upplösning av {self.fund}: {self.reason}"
        return self.entry(text, postings, self.fund)


@dataclass(frozen=True, slots=True)
class SubfundTransferred(Event):
    """An amount moved between sub-funds by the council (omföring mellan delfonder; I17)."""

    kind: ClassVar[str] = "subfund_transferred"
    fund: str
    from_subfund: str
    to_subfund: str
    ore: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr the one, available / Cr the other, available."""
        postings = transfer(available(self.fund, self.from_subfund), available(self.fund, self.to_subfund), self.ore)
        text = f"Omföring i {self.fund} från {self.from_subfund} till {self.to_subfund}"
        return self.entry(text, postings, self.fund)


@dataclass(frozen=True, slots=True)
class PurposeChanged(Event):
    """What a fund or a sub-fund is for, decided anew (ändrat ändamål; R28)."""

    kind: ClassVar[str] = "purpose_changed"
    fund: str
    subfund: str
    purpose: str
    event_date: date


@dataclass(frozen=True, slots=True)
class FundOpened(Event):
    """What a fund had available when the book took it over (ingående balans); on the first day of ``year`` (R28)."""

    kind: ClassVar[str] = "fund_opened"
    fund: str
    subfund: str
    ore: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr free equity / Cr the fund, available."""
        postings = transfer(FREE, available(self.fund, self.subfund), self.ore)
        text = f"Ingående balans för {self.fund} {self.year}"
        return self.entry(text, postings, self.fund, series="IB")


@dataclass(frozen=True, slots=True)
class IntentionStated(Event):
    """What is meant to be set aside over the years (avsikt, flerårig); each year still needs its own decision (S27)."""

    kind: ClassVar[str] = "intention_stated"
    fund: str
    amounts: tuple[YearOre, ...]
    event_date: date


_FUND_EVENTS: tuple[type[Event], ...] = (
    FundCreated,
    PolicyChanged,
    Delegated,
    SetAside,
    SetAsideToReserve,
    SetAsideInFrame,
    UsedDirectly,
    Renewed,
    Dissolved,
    SubfundTransferred,
    PurposeChanged,
    FundOpened,
    IntentionStated,
)
EVENTS: tuple[type[Event], ...] = (*_FUND_EVENTS, *PROJECT_EVENTS, *CLAIM_EVENTS)
SET_ASIDES = (SetAside.kind, Renewed.kind)
"""The kinds of event that earmark: what the year's disclosure of set-asides counts (R16)."""
USES = (Used.kind, UsedDirectly.kind)
"""The kinds of event that use an earmark."""
DISSOLUTIONS = (Dissolved.kind, "lapsed")
"""The kinds of event that end an earmark without a use (R16: never added back)."""
MOVEMENTS = frozenset({*SET_ASIDES, *USES})
"""The kinds of event that change what is earmarked, and are disclosed."""
