"""The events of equity and of the balance requirement (eget kapital, resultat, uppgifter, synnerliga skäl)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from sifund_ledger.fiscal import year_close, year_start
from sifund_ledger.ledger.accounts import (
    EQUALISATION_RESERVE,
    FREE_EQUITY,
    NET_ASSETS,
    RESULT_OF_YEAR,
    RESULT_RESERVE,
    earmark,
)
from sifund_ledger.ledger.entries import EntryDraft, Posting, transfer
from sifund_ledger.ledger.records import Event, OfClosedYear, events_in


@dataclass(frozen=True, slots=True)
class EquityOpened(Event):
    """Equity at the close of the year before the book begins (ingående eget kapital), and its reserves; öre (R28).

    ``ore`` is all of it, signed; the reserves, RUR and RER, are parts of it.
    """

    kind: ClassVar[str] = "equity_opened"
    decided: ClassVar[bool] = True
    template: ClassVar[str] = "Eget kapital vid utgången av {e.year}"
    series: ClassVar[str] = "IB"
    year: int
    ore: int
    equalisation_reserve_ore: int
    result_reserve_ore: int

    @property
    def event_date(self) -> date:
        """The year's last day."""
        return year_close(self.year)

    def postings(self) -> Sequence[Posting]:
        """Dr net assets / Cr free equity and each reserve that there is."""
        parts = (
            (NET_ASSETS, -self.ore),
            (FREE_EQUITY, self.ore - self.equalisation_reserve_ore - self.result_reserve_ore),
            (EQUALISATION_RESERVE, self.equalisation_reserve_ore),
            (RESULT_RESERVE, self.result_reserve_ore),
        )
        return [Posting(earmark(code), -ore) for code, ore in parts if ore]


@dataclass(frozen=True, slots=True)
class DeficitsOpened(Event):
    """Earlier deficits to restore when the book begins (ingående underskott).

    Each is the year, the öre left, the due year or 0, and its grounds: öre, effect, due year or 0, reason, source and
    decision; and last, where it is known, the öre that it arose with.
    """

    kind: ClassVar[str] = "deficits_opened"
    decided: ClassVar[bool] = True
    year: int
    deficits: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class ExcludedOpened(Event):
    """Unrealised gains and losses that earlier years have excluded when the book begins (ingående orealiserat; R8);
    öre, magnitudes."""

    kind: ClassVar[str] = "excluded_opened"
    decided: ClassVar[bool] = True
    year: int
    gains_ore: int
    losses_ore: int


@dataclass(frozen=True, slots=True)
class ResultRecorded(Event):
    """The result of a year (årets resultat), öre, signed (LKBR 5:2)."""

    kind: ClassVar[str] = "result_recorded"
    template: ClassVar[str] = "Årets resultat {e.year}"
    year: int
    ore: int

    @property
    def event_date(self) -> date:
        """The year's last day."""
        return year_close(self.year)

    def postings(self) -> Sequence[Posting]:
        """Dr net assets / Cr result of the year; a loss the other way round."""
        return transfer(earmark(NET_ASSETS), earmark(RESULT_OF_YEAR, year=self.year), self.ore) if self.ore else ()


@dataclass(frozen=True, slots=True)
class ResultCarried(Event):
    """A year's result joins other equity at the opening of the next (balanserat resultat); öre, signed (ruling R28)."""

    kind: ClassVar[str] = "result_carried"
    template: ClassVar[str] = "{e.year} års resultat förs till övrigt eget kapital"
    year: int
    ore: int

    @property
    def event_date(self) -> date:
        """The first day of the year after."""
        return year_start(self.year + 1)

    def postings(self) -> Sequence[Posting]:
        """Dr result of the year / Cr free equity, in the year after."""
        return transfer(earmark(RESULT_OF_YEAR, year=self.year), earmark(FREE_EQUITY), self.ore) if self.ore else ()

    def draft(self) -> EntryDraft | None:
        """The entry, in the year after."""
        entry = Event.draft(self)
        return entry and entry._replace(year=self.year + 1)


@dataclass(frozen=True, slots=True)
class EquityAdjusted(Event):
    """An adjustment straight to equity (justering direkt mot eget kapital): change of principle or correction of an
    error (LKBR 4:4, 9:3; ruling R17); öre, signed."""

    kind: ClassVar[str] = "equity_adjusted"
    decided: ClassVar[bool] = True
    template: ClassVar[str] = "Justering direkt mot eget kapital: {e.reason}"
    year: int
    event_date: date
    ore: int
    reason: str

    def postings(self) -> Sequence[Posting]:
        """Dr net assets / Cr free equity."""
        return transfer(earmark(NET_ASSETS), earmark(FREE_EQUITY), self.ore)


_RESERVE_NAMES = {EQUALISATION_RESERVE: "resultatutjämningsreserven", RESULT_RESERVE: "resultatreserven"}


@dataclass(frozen=True, slots=True)
class _ReserveEvent(Event):
    """What events of a reserve have: the year and the day, which reserve it is, and an amount in öre."""

    year: int
    event_date: date
    reserve: str
    ore: int

    def postings(self) -> Sequence[Posting]:
        """Dr the reserve / Cr free equity."""
        return transfer(earmark(self.reserve), earmark(FREE_EQUITY), self.ore)

    def entry_text(self) -> str:
        """What the entry concerns, by the name of the reserve."""
        return self.template.format(e=self, reserve=_RESERVE_NAMES[self.reserve])


@dataclass(frozen=True, slots=True)
class ReserveAllocated(_ReserveEvent):
    """Part of a result reserved (reservering till RUR or RER); öre, negative where an earlier one is lowered (R28)."""

    kind: ClassVar[str] = "reserve_allocated"
    decided: ClassVar[bool] = True
    template: ClassVar[str] = "Reservering till {reserve} {e.year}"

    def postings(self) -> Sequence[Posting]:
        """Dr free equity / Cr the reserve."""
        return transfer(earmark(FREE_EQUITY), earmark(self.reserve), self.ore)


@dataclass(frozen=True, slots=True)
class ReserveUsed(_ReserveEvent):
    """A reserve used to meet a result (användning av RUR or RER); öre, negative where an earlier use is lowered."""

    kind: ClassVar[str] = "reserve_used"
    decided: ClassVar[bool] = True
    template: ClassVar[str] = "Användning av {reserve} {e.year}"


@dataclass(frozen=True, slots=True)
class ReserveAllocatedLater(OfClosedYear, ReserveAllocated):
    """What a closed year, ``of_year``, reserved, booked in a later ``year`` that is open (R43); öre."""

    template: ClassVar[str] = "Rättelse av tidigare år: reservering till {reserve} {e.of_year}"


@dataclass(frozen=True, slots=True)
class ReserveUsedLater(OfClosedYear, ReserveUsed):
    """What a closed year, ``of_year``, used of a reserve, booked in a later ``year`` that is open (R43); öre."""

    template: ClassVar[str] = "Rättelse av tidigare år: användning av {reserve} {e.of_year}"


@dataclass(frozen=True, slots=True)
class ReserveDissolved(_ReserveEvent):
    """A reserve dissolved into other equity (upplösning), as what is left of RUR is at the end of 2033; öre."""

    kind: ClassVar[str] = "reserve_dissolved"
    template: ClassVar[str] = "Upplösning av {reserve}"


@dataclass(frozen=True, slots=True)
class FiguresStated(Event):
    """The figures of a year as they were stated (årets uppgifter): pairs of key and value, amounts in öre.

    Figures stated anew for the same year take the place of the earlier ones and of the grounds stated with them.
    """

    kind: ClassVar[str] = "figures_stated"
    year: int
    figures: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class GroundInvoked(Event):
    """An exceptional ground (synnerliga skäl, KL 11:13): öre of a year's deficit waived or extended, and why."""

    kind: ClassVar[str] = "ground_invoked"
    stated_year: int
    deficit_year: int
    ore: int
    effect: str
    due_year: int
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class BalanceResultCorrected(Event):
    """The balance requirement result of a closed year, corrected in the year it was found wrong (R43); öre, signed.

    What is left to restore changes by it in ``year``, with the deadline of ``of_year``; nothing is posted.
    """

    kind: ClassVar[str] = "balance_result_corrected"
    decided: ClassVar[bool] = True
    year: int
    of_year: int
    event_date: date
    old_ore: int
    new_ore: int
    reason: str


BOUND_TO_YEAR: Final = frozenset({EquityOpened.kind, ResultRecorded.kind, ResultCarried.kind})
"""The kinds of event that are taken back in their own year alone: no later year has that opening, or that result."""

EVENTS = events_in(globals())
