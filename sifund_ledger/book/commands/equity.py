"""Whose book it is, opening equity, results, adjustments, reserves dissolved (eget kapital, resultat)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.authority import authority_faults
from sifund_ledger.balance.figures import events
from sifund_ledger.balance.figures.checks import check_opening
from sifund_ledger.balance.figures.figure_items import OPENING_DEFICITS, OpeningDeficit
from sifund_ledger.balance.figures.figure_kinds import ENTITIES, RESERVES
from sifund_ledger.balance.figures.stored_figures import deficits_to_values
from sifund_ledger.balance.figures.year_figures import EntityKind
from sifund_ledger.balance.reserves.checks import allocation_faults, holding_faults, use_faults
from sifund_ledger.balance.reserves.securities import OPENING_EXCLUDED, OpeningExcluded
from sifund_ledger.book import findings as codes
from sifund_ledger.book.situation import Situation
from sifund_ledger.fields.annotated import Decided, Positive, Reason, Signed, Year
from sifund_ledger.fields.composed import choice_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import AMOUNT, TEXT, YEAR, name_of
from sifund_ledger.findings import Bilingual, Finding, Severity
from sifund_ledger.fiscal import LAST_YEAR, year_close, year_start
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.ledger.accounts import NET_ASSETS, earmark
from sifund_ledger.ledger.commands import Command, FaultyField, in_open_year
from sifund_ledger.ledger.events import JournalOpened, PeriodMoved
from sifund_ledger.ledger.findings import USE_OF_OPEN_YEAR
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Event, Record
from sifund_ledger.year_end.findings import YEAR_NOT_ENDED
from sifund_ledger.year_end.proposal import has_result, result_drafts
from sifund_ledger.year_end.statements import year_drawn
from sifund_ledger.year_end.year_movements import corrected_result

_CLOSED: Final = replace(YEAR, example="2013")
"""A closed year; an example has it before the open year that corrects it."""

_ENTITY: Final = name_of(Bilingual("enhet", "entity"), Bilingual("Enheten", "The entity"), '"Tomelilla kommun"')
_ENTITY_KIND: Final = choice_of(
    "entity_kind", Bilingual("slag av enhet", "kind of entity"), EntityKind,
    code=codes.ENTITY_KIND_UNKNOWN, sv=ENTITIES,
)  # fmt: skip
_MOVEMENT: Final = choice_of(
    "movement", Bilingual("rörelse", "movement"), ("allocated", "used"),
    sv={"allocated": "reserverat", "used": "använt"},
)  # fmt: skip
_RESERVE: Final = choice_of("reserve", Bilingual("reserv", "reserve"), Reserve, code=codes.RESERVE_UNKNOWN, sv=RESERVES)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEntity(Command, sv="öppna_bok", cli="init", makes=JournalOpened):
    """Open the book for an entity (öppna bok): the first record, whose book this is."""

    entity: Annotated[str, _ENTITY, Said("enhet", "Kommunens namn.", "The municipality's name.")]
    entity_kind: Annotated[str, _ENTITY_KIND, Said("slag", "Slag av enhet.", "The kind of entity.")] = (
        EntityKind.MUNICIPALITY.value
    )
    organisation_number: Annotated[
        str, TEXT, Said("organisationsnummer", "Organisationsnummer.", "The organisation's number.")
    ] = ""


def _opened_once(command: OpenEquity, state: Situation) -> Iterator[Finding]:
    """Equity is opened once, before the first year with figures, a result or an adjustment."""
    year, opened = command.year, state.stated.opened_year
    recorded = min({*state.stated.years(), *state.balances.years(earmark(NET_ASSETS))}, default=None)
    if opened is not None:
        yield codes.EQUITY_OPENED.at(str(year), year=opened)
    elif recorded is not None and recorded <= year:
        yield codes.EQUITY_OPENED_LATE.at(str(year), year=year, recorded=recorded)


def _deficits_sound(command: OpenEquity, state: Situation) -> Iterable[Finding]:
    return check_opening(command.opening_deficits or (), command.year + 1)


def _reserves_of_law(command: OpenEquity, state: Situation) -> Iterator[Finding]:
    """The law has the reserves that there are at the close of the year."""
    for reserve, ore in zip(Reserve, (command.equalisation_reserve, command.result_reserve), strict=True):
        yield from holding_faults(reserve, command.year, ore)


def _can_be_closed(command: Any, state: Situation) -> Iterable[Finding]:
    return state.journal.periods.move_faults(command.year, PeriodState.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEquity(Command, sv="öppna_eget_kapital", cli="equity open", makes=events.EquityOpened):
    """Open equity at the close of a year, with the deficits still to be restored (ingående eget kapital; R5)."""

    rules: ClassVar = (_opened_once, _deficits_sound, _reserves_of_law, in_open_year, _can_be_closed)
    year: Year
    amount: Signed
    decision: Decided
    opening_deficits: Annotated[
        tuple[OpeningDeficit, ...] | None, OPENING_DEFICITS,
        Said(
            "underskott", "Underskott kvar att återställa, eller inga; utelämnat är det okänt.",
            "Deficits still to restore, or none; left out, it is unknown.",
        ),
    ] = None  # fmt: skip
    opening_excluded: Annotated[
        OpeningExcluded | None, OPENING_EXCLUDED,
        Said("orealiserat", "Orealiserat som tidigare år undantagit.", "Unrealised, as earlier years excluded it."),
    ] = None  # fmt: skip
    equalisation_reserve: Annotated[int, AMOUNT, Said("utjämningsreserv", "Varav RUR.", "Of which RUR.")] = 0
    result_reserve: Annotated[int, AMOUNT, Said("resultatreserv", "Varav RER.", "Of which RER.")] = 0

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """Equity and its reserves, the deficits where they are known, and the year closed."""
        opened = events.EquityOpened(self.year, self.amount, self.equalisation_reserve, self.result_reserve)
        yield Draft(opened, self.decision)
        if self.opening_deficits is not None:
            yield Draft(events.DeficitsOpened(self.year, deficits_to_values(self.opening_deficits)), self.decision)
        if self.opening_excluded is not None:
            gains, losses = map(self.opening_excluded.ore, ("unrealised_gains", "unrealised_losses"))
            yield Draft(events.ExcludedOpened(self.year, gains, losses), self.decision)
        yield Draft(PeriodMoved(self.year, PeriodState.CLOSED.value), self.decision)


def _no_result_yet(command: RecordResult, state: Situation) -> Iterator[Finding]:
    # A result of zero moves nothing, and gives way to another: so a recorded one is asked for first.
    year = command.year
    if has_result(state.state, year, 1) or has_result(state.state, year, command.amount):
        yield codes.RESULT_RECORDED.at(str(year), year=year)


def _year_ended(command: RecordResult, state: Situation) -> Iterator[Finding]:
    """A result is that of a year that has ended (R47)."""
    if state.today < year_start(command.year + 1):
        yield YEAR_NOT_ENDED.at(str(command.year), year=command.year, day=year_start(command.year + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResult(Command, sv="registrera_resultat", cli="equity result", makes=events.ResultRecorded):
    """Record a year's result (årets resultat); earlier results join other equity first (R28)."""

    rules: ClassVar = (_no_result_yet, _year_ended, in_open_year)
    year: Year
    amount: Signed
    decision: Decided | None = None

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """The results of earlier years that are not yet carried, and this one."""
        for draft in result_drafts(state.state, self.year, self.amount):
            yield draft._replace(decision=self.decision)


def reason_given(command: Any, state: Situation) -> Iterator[Finding]:
    """There is a reason, which the annual report must give."""
    if not command.reason.strip():
        yield codes.REASON_MISSING.at(f"{command.name}.reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustEquity(Command, sv="justera_eget_kapital", cli="equity adjust", makes=events.EquityAdjusted):
    """Adjust equity directly (justering; R17): a change of principle, or the correction of an error."""

    rules: ClassVar = (reason_given, in_open_year)
    year: Year
    amount: Signed
    reason: Reason
    decision: Decided


def _council_dissolves(command: DissolveReserve, state: Situation) -> Iterable[Finding]:
    return authority_faults(command.decision, command.name, fund=getattr(command, "reserve", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class DissolveReserve(Command, sv="upplös_reserv", cli="equity dissolve-reserve", makes=events.ReserveDissolved):
    """Dissolve a reserve into other equity (upplösa); no result changes by it (SFS 2023:642 p. 3)."""

    rules: ClassVar = (_council_dissolves, in_open_year)
    reserve: Annotated[str, _RESERVE, Said("reserv", "equalisation_reserve eller result_reserve.", "The reserve.")]
    amount: Positive
    year: Year
    decision: Decided


def _council_corrects(command: CorrectBalanceResult, state: Situation) -> Iterable[Finding]:
    return authority_faults(command.decision, command.name)


def _of_closed_year(command: CorrectBalanceResult, state: Situation) -> Iterator[Finding]:
    """The year is closed with a result, and the correction belongs to a later one; an open year is stated anew."""
    if command.of_year not in state.state.closings.years or command.year <= command.of_year:
        yield codes.CORRECTION_OF_OPEN_YEAR.at(str(command.of_year), of_year=command.of_year, year=command.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectBalanceResult(
    Command, sv="rätta_balanskravsresultat", cli="equity correct-result", makes=events.BalanceResultCorrected
):
    """Correct the balance requirement result of a closed year, in the year it was found wrong (R43)."""

    rules: ClassVar = (reason_given, _council_corrects, _of_closed_year, in_open_year)
    of_year: Annotated[int, _CLOSED, Said("för_år", "Det stängda år som rättas.", "The closed year to correct.")]
    amount: Annotated[
        int,
        AMOUNT,
        Said(
            "belopp",
            "Balanskravsresultatet som det rätteligen är, inte skillnaden; kronor, med tecken.",
            "The balance requirement result as it should be, not the difference; kronor, signed.",
        ),
    ]
    year: Year
    reason: Reason
    decision: Decided
    stored: ClassVar = {"amount": lambda record: record.event.new_ore}

    def values(self, state: Situation) -> dict[str, Any]:
        """What it was, as printed or as corrected last, and what it is."""
        if any(_of_closed_year(self, state)):
            raise FaultyField("of_year")
        printed = year_drawn(state.state, self.of_year)[0].year(self.of_year).decisive_result_ore
        corrected = corrected_result(state.state, self.of_year, self.of_year, LAST_YEAR)
        return {"old_ore": printed + corrected, "new_ore": self.amount}


def _moved_in_closed_year(command: CorrectReserve, state: Situation) -> Iterator[Finding]:
    """The year is closed, and the correction belongs to a later one; an open year is stated anew."""
    if command.year <= command.of_year or not any(state.closed(command.of_year)):
        yield USE_OF_OPEN_YEAR.at(command.reserve, of_year=command.of_year, year=command.year)


def _movement_of_law(command: CorrectReserve, state: Situation) -> Iterator[Finding]:
    """The law let the year move the reserve; above the ceiling of its result there is a warning."""
    faults_of = use_faults if command.movement == "used" else allocation_faults
    faults = faults_of(Reserve(command.reserve), command.of_year, command.amount)
    yield from faults
    if command.movement == "allocated" and not faults and any(state.closed(command.of_year)):
        for found in state.ceiling_faults(command.amount, command.of_year):
            yield found._replace(severity=Severity.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectReserve(Command, sv="rätta_reserv", cli="equity correct-reserve"):
    """Record what a closed year allocated to a reserve, or used of it, in the year it was found to be missing (R43)."""

    kinds: ClassVar = ()  # they are those of a year-end; their version shows which are of a closed year
    stored: ClassVar = {"movement": lambda record: record.event.kind.removeprefix("reserve_")}
    rules: ClassVar = (_council_dissolves, _moved_in_closed_year, _movement_of_law, in_open_year)
    reserve: Annotated[str, _RESERVE, Said("reserv", "equalisation_reserve eller result_reserve.", "The reserve.")]
    movement: Annotated[str, _MOVEMENT, Said("rörelse", "allocated eller used.", "allocated or used.")]
    amount: Positive
    of_year: Annotated[int, _CLOSED, Said("för_år", "Det stängda år som det hör till.", "The closed year of it.")]
    year: Year
    decision: Decided

    @classmethod
    def made(cls, record: Record) -> bool:
        """Whether it is what made a record: one of a closed year."""
        return isinstance(record.event, events.ReserveAllocatedLater | events.ReserveUsedLater)

    def event_type(self, state: Situation) -> type[Event]:
        """An allocation or a use."""
        return events.ReserveUsedLater if self.movement == "used" else events.ReserveAllocatedLater

    def values(self, state: Situation) -> dict[str, Any]:
        """It is a closing entry of the year that it is booked in (R48)."""
        if any(_moved_in_closed_year(self, state)):
            raise FaultyField("of_year")
        return {"event_date": year_close(self.year)}


COMMANDS: tuple[type[Command], ...] = (
    OpenEntity,
    OpenEquity,
    RecordResult,
    AdjustEquity,
    DissolveReserve,
    CorrectBalanceResult,
    CorrectReserve,
)
