"""The events of funds (fondens händelser), and what each posts. Amounts are öre, positive, as decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sifund_ledger.ledger.accounts import (
    BOARD_FRAME,
    FREE_EQUITY,
    FUND_APPROPRIATION,
    FUND_AVAILABLE,
    FUND_COMMITTED,
    earmark,
    frame,
)
from sifund_ledger.ledger.entries import EntryDraft, Posting, transfer
from sifund_ledger.ledger.records import Event

_FREE = earmark(FREE_EQUITY)


@dataclass(frozen=True, slots=True)
class FundCreated:
    """A fund, with the policy that it follows (fond inrättad)."""

    kind: ClassVar[str] = "fund_created"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    fund: str
    policy: tuple[tuple[str, Any], ...]

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class Delegated:
    """A task of the council's handed to another body (delegation), for example grants to the executive board (R27)."""

    kind: ClassVar[str] = "delegated"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    fund: str
    task: str
    body: str

    def draft(self) -> None:
        """Nothing moves."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """P1: an amount earmarked (öronmärkning) of a year's surplus or of accumulated equity; ``result_year`` 0 then."""

    kind: ClassVar[str] = "set_aside"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    fund: str
    subfund: str
    ore: int
    source: str
    result_year: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr free equity / Cr the fund, available."""
        origin = f"ur {self.result_year} års resultat" if self.result_year else "ur tidigare års eget kapital"
        return EntryDraft(
            self.year,
            self.event_date,
            f"Öronmärkning till {self.fund} {origin}",
            transfer(_FREE, earmark(FUND_AVAILABLE, fund=self.fund, subfund=self.subfund), self.ore),
            counterparty=self.fund,
        )


@dataclass(frozen=True, slots=True)
class Granted:
    """P2: an amount granted to a project (beviljande), and the frames it adds to a board, by fiscal year (R19)."""

    kind: ClassVar[str] = "granted"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = False
    fund: str
    subfund: str
    project: str
    ore: int
    board: str
    frames: tuple[tuple[int, int], ...]
    financing: str
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr available / Cr committed; per year Dr the board's frame / Cr the fund's appropriation."""
        postings = list(
            transfer(
                earmark(FUND_AVAILABLE, fund=self.fund, subfund=self.subfund),
                earmark(FUND_COMMITTED, fund=self.fund, subfund=self.subfund, project=self.project),
                self.ore,
            )
        )
        for year, ore in self.frames:
            board = frame(BOARD_FRAME, board=self.board, year=year)
            postings += transfer(board, frame(FUND_APPROPRIATION, fund=self.fund, year=year), ore)
        return EntryDraft(
            self.year,
            self.event_date,
            f"Beviljat ur {self.fund} till {self.project}",
            tuple(postings),
            counterparty=self.board,
            documents=(f"finansiering: {self.financing}",),
        )


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

    def draft(self) -> EntryDraft:
        """Dr committed / Cr free equity."""
        account = earmark(FUND_COMMITTED, fund=self.fund, subfund=self.subfund, project=self.project)
        text = f"Ianspråktaget ur {self.fund} för {self.project} {self.year}"
        return EntryDraft(
            self.year, self.event_date, text, transfer(account, _FREE, self.ore), counterparty=self.project
        )


@dataclass(frozen=True, slots=True)
class UsedDirectly:
    """P4b: an amount used without a project (direkt ianspråktagande), where the policy lets it (R14)."""

    kind: ClassVar[str] = "used_directly"
    version: ClassVar[int] = 1
    adjusting: ClassVar[bool] = True
    fund: str
    subfund: str
    ore: int
    net_cost_ore: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        """Dr available / Cr free equity."""
        account = earmark(FUND_AVAILABLE, fund=self.fund, subfund=self.subfund)
        postings: tuple[Posting, ...] = transfer(account, _FREE, self.ore)
        return EntryDraft(
            self.year, self.event_date, f"Ianspråktaget ur {self.fund} {self.year}", postings, counterparty=self.fund
        )


EVENTS: tuple[type[Event], ...] = (FundCreated, Delegated, SetAside, Granted, Used, UsedDirectly)
USES = (Used.kind, UsedDirectly.kind)
"""The kinds of event that use an earmark."""
MOVEMENTS = frozenset({SetAside.kind, *USES})
"""The kinds of event that change what is earmarked."""
