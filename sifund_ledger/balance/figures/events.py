"""The events of equity and of the balance requirement (eget kapital, resultat, uppgifter, synnerliga skäl)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sifund_ledger.decisions import Decision
from sifund_ledger.fiscal import year_close, year_start
from sifund_ledger.ledger.accounts import (
    EQUALISATION_RESERVE,
    FREE_EQUITY,
    NET_ASSETS,
    RESULT_OF_YEAR,
    RESULT_RESERVE,
    Account,
    earmark,
)
from sifund_ledger.ledger.entries import EntryDraft, Posting, transfer
from sifund_ledger.ledger.records import Event, PlainEvent


def _from_net_assets(account: Account, ore: int) -> tuple[Posting, ...]:
    """An amount that raises (or, negative, lowers) equity on an account, against net assets."""
    return (Posting(earmark(NET_ASSETS), ore), Posting(account, -ore))


@dataclass(frozen=True, slots=True)
class EquityOpened(PlainEvent):
    """Equity at the close of the year before the book begins (ingående eget kapital), and its reserves; öre (R28).

    ``ore`` is all of it, signed; the reserves, RUR and RER, are parts of it.
    """

    kind: ClassVar[str] = "equity_opened"
    year: int
    ore: int
    equalisation_reserve_ore: int
    result_reserve_ore: int

    def draft(self) -> EntryDraft | None:
        """Dr net assets / Cr free equity and each reserve that there is."""
        parts = (
            (FREE_EQUITY, self.ore - self.equalisation_reserve_ore - self.result_reserve_ore),
            (EQUALISATION_RESERVE, self.equalisation_reserve_ore),
            (RESULT_RESERVE, self.result_reserve_ore),
        )
        postings = [Posting(earmark(code), -ore) for code, ore in parts if ore]
        if self.ore:
            postings.insert(0, Posting(earmark(NET_ASSETS), self.ore))
        if not postings:
            return None
        text = f"Eget kapital vid utgången av {self.year}"
        return EntryDraft(self.year, year_close(self.year), text, tuple(postings), series="IB")


@dataclass(frozen=True, slots=True)
class DeficitsOpened(PlainEvent):
    """Earlier deficits to restore when the book begins (ingående underskott).

    Each is the year, the öre left, the due year or 0, and its grounds: öre, effect, due year or 0, reason, source and
    decision.
    """

    kind: ClassVar[str] = "deficits_opened"
    year: int
    deficits: tuple[tuple[int, int, int, tuple[tuple[int, str, int, str, str, Decision], ...]], ...]


@dataclass(frozen=True, slots=True)
class ResultRecorded(PlainEvent):
    """The result of a year (årets resultat), öre, signed (LKBR 5:2)."""

    kind: ClassVar[str] = "result_recorded"
    year: int
    ore: int

    def draft(self) -> EntryDraft | None:
        """Dr net assets / Cr result of the year; a loss the other way round."""
        if not self.ore:
            return None
        account = earmark(RESULT_OF_YEAR, year=self.year)
        text = f"Årets resultat {self.year}"
        return EntryDraft(self.year, year_close(self.year), text, _from_net_assets(account, self.ore))


@dataclass(frozen=True, slots=True)
class ResultCarried(PlainEvent):
    """A year's result joins other equity at the opening of the next (balanserat resultat); öre, signed (ruling R28)."""

    kind: ClassVar[str] = "result_carried"
    year: int
    ore: int

    def draft(self) -> EntryDraft | None:
        """Dr result of the year / Cr free equity, in the year after."""
        if not self.ore:
            return None
        postings = (
            Posting(earmark(RESULT_OF_YEAR, year=self.year), self.ore),
            Posting(earmark(FREE_EQUITY), -self.ore),
        )
        text = f"{self.year} års resultat förs till övrigt eget kapital"
        return EntryDraft(self.year + 1, year_start(self.year + 1), text, postings)


@dataclass(frozen=True, slots=True)
class EquityAdjusted(PlainEvent):
    """An adjustment straight to equity (justering direkt mot eget kapital): change of principle or correction of an
    error (LKBR 4:4, 9:3; ruling R17); öre, signed."""

    kind: ClassVar[str] = "equity_adjusted"
    year: int
    event_date: date
    ore: int
    reason: str

    def draft(self) -> EntryDraft:
        """Dr net assets / Cr free equity."""
        text = f"Justering direkt mot eget kapital: {self.reason}"
        return EntryDraft(self.year, self.event_date, text, _from_net_assets(earmark(FREE_EQUITY), self.ore))


_RESERVE_NAMES = {EQUALISATION_RESERVE: "resultatutjämningsreserven", RESULT_RESERVE: "resultatreserven"}


@dataclass(frozen=True, slots=True)
class _ReserveMoved(PlainEvent):
    """What events of a reserve begin with, in this order as they are stored."""

    year: int
    event_date: date
    reserve: str
    ore: int

    def _entry(self, text: str, *, into: bool = False) -> EntryDraft:
        ends = (earmark(FREE_EQUITY), earmark(self.reserve)) if into else (earmark(self.reserve), earmark(FREE_EQUITY))
        told = text.format(_RESERVE_NAMES[self.reserve], self.year)
        return EntryDraft(self.year, self.event_date, told, transfer(*ends, self.ore))


@dataclass(frozen=True, slots=True)
class ReserveAllocated(_ReserveMoved):
    """Part of a result reserved (reservering till RUR or RER); öre, negative where an earlier one is lowered (R28)."""

    kind: ClassVar[str] = "reserve_allocated"

    def draft(self) -> EntryDraft:
        """Dr free equity / Cr the reserve."""
        return self._entry("Reservering till {} {}", into=True)


@dataclass(frozen=True, slots=True)
class ReserveUsed(_ReserveMoved):
    """A reserve used to meet a result (användning av RUR or RER); öre, negative where an earlier use is lowered."""

    kind: ClassVar[str] = "reserve_used"

    def draft(self) -> EntryDraft:
        """Dr the reserve / Cr free equity."""
        return self._entry("Användning av {} {}")


@dataclass(frozen=True, slots=True)
class ReserveDissolved(_ReserveMoved):
    """A reserve dissolved into other equity (upplösning), as what is left of RUR is at the end of 2033; öre."""

    kind: ClassVar[str] = "reserve_dissolved"

    def draft(self) -> EntryDraft:
        """Dr the reserve / Cr free equity."""
        return self._entry("Upplösning av {}")


@dataclass(frozen=True, slots=True)
class FiguresStated(PlainEvent):
    """The figures of a year as they were stated (årets uppgifter): pairs of key and value, amounts in öre.

    Figures stated anew for the same year take the place of the earlier ones and of the grounds stated with them.
    """

    kind: ClassVar[str] = "figures_stated"
    year: int
    figures: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class GroundInvoked(PlainEvent):
    """An exceptional ground (synnerliga skäl, KL 11:13): öre of a year's deficit waived or extended, and why."""

    kind: ClassVar[str] = "ground_invoked"
    stated_year: int
    deficit_year: int
    ore: int
    effect: str
    due_year: int
    reason: str
    source: str


EVENTS: tuple[type[Event], ...] = (
    EquityOpened,
    DeficitsOpened,
    ResultRecorded,
    ResultCarried,
    EquityAdjusted,
    ReserveAllocated,
    ReserveUsed,
    ReserveDissolved,
    FiguresStated,
    GroundInvoked,
)
