"""What records are called (vad poster kallas): by what they have done, in either language."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Final

from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.funds.tables.words import STANDINGS
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.events import PeriodMoved
from sifund_ledger.ledger.records import Event, Record
from sifund_ledger.year_end.book_state import EVENT_TYPES

_DONE: Final = {
    "application_declared": Bilingual("ansökan redovisad", "application declared"),
    "approval_refused": Bilingual("årsredovisningen inte godkänd", "annual report not approved"),
    "balance_result_corrected": Bilingual("balanskravsresultat rättat", "balance requirement result corrected"),
    "batch_keyed": Bilingual("registrerat ur fil", "recorded from a file"),
    "board_registered": Bilingual("nämnd registrerad", "board registered"),
    "board_reorganised": Bilingual("omorganisation", "reorganisation"),
    "checkpoint_written": Bilingual("kontrollpunkt", "checkpoint"),
    "closed_lacking": Bilingual("stängt med varning", "closed with a warning"),
    "contract_signed": Bilingual("utfallskontrakt tecknat", "outcome contract signed"),
    "cost_estimated": Bilingual("kostnad beräknad", "cost estimated"),
    "cost_reported": Bilingual("kostnad rapporterad", "cost reported"),
    "decision_moved": Bilingual("beslutets läge ändrat", "state of a decision changed"),
    "deficits_opened": Bilingual("ingående underskott", "opening deficits"),
    "delegated": Bilingual("delegerat", "delegated"),
    "discharge_decided": Bilingual("ansvarsfrihet prövad", "discharge decided"),
    "dissolved": Bilingual("upplöst", "dissolved"),
    "effect_calculated": Bilingual("effekt beräknad", "effect calculated"),
    "effect_measured": Bilingual("effekt mätt", "effect measured"),
    "entry_corrected": Bilingual("rättelse", "correction"),
    "equity_adjusted": Bilingual("eget kapital justerat", "equity adjusted"),
    "equity_opened": Bilingual("ingående eget kapital", "opening equity"),
    "excluded_opened": Bilingual("ingående orealiserat", "opening of excluded securities"),
    "figures_stated": Bilingual("årets uppgifter", "the year's figures"),
    "frame_carried": Bilingual("ram överförd", "frame carried over"),
    "fund_created": Bilingual("fond inrättad", "fund created"),
    "fund_opened": Bilingual("ingående i fond", "opening of a fund"),
    "goal_linked": Bilingual("mål kopplat", "goal linked"),
    "goal_stated": Bilingual("mål angivet", "goal stated"),
    "grant_amended": Bilingual("beviljande ändrat", "grant amended"),
    "granted": Bilingual("beviljat", "granted"),
    "ground_invoked": Bilingual("synnerliga skäl åberopade", "exceptional grounds invoked"),
    "implementation_decided": Bilingual("projekt infört", "project implemented"),
    "intention_stated": Bilingual("avsikt angiven", "intention stated"),
    "journal_opened": Bilingual("bok öppnad", "book opened"),
    "milestone_set": Bilingual("delmål satt", "milestone set"),
    "note_blotted": Bilingual("anteckning gallrad", "note blotted out"),
    "outcome_assessed": Bilingual("utfall bedömt", "outcome assessed"),
    "participant_joined": Bilingual("deltagare", "participant joined"),
    "period_moved": Bilingual("års läge ändrat", "state of a year changed"),
    "plan_adopted": Bilingual("åtgärdsplan antagen", "action plan adopted"),
    "plan_revised": Bilingual("återföringsplan ändrad", "repayment plan revised"),
    "policy_changed": Bilingual("riktlinje ändrad", "policy changed"),
    "programme_adopted": Bilingual("program antaget", "programme adopted"),
    "project_moved": Bilingual("projektets läge ändrat", "state of a project changed"),
    "project_opened": Bilingual("ingående projekt", "opening of a project"),
    "purpose_changed": Bilingual("ändamål ändrat", "purpose changed"),
    "reassigned": Bilingual("krav flyttat", "claim reassigned"),
    "released": Bilingual("återlämnat", "released"),
    "renewed": Bilingual("förnyat", "renewed"),
    "repaid": Bilingual("återfört", "repaid"),
    "repayment_returned": Bilingual("återföring lämnad tillbaka", "repayment returned"),
    "reserve_allocated": Bilingual("reserverat", "allocated to the reserve"),
    "reserve_dissolved": Bilingual("reserv upplöst", "reserve dissolved"),
    "reserve_used": Bilingual("reserv använd", "reserve used"),
    "result_carried": Bilingual("resultat fört till övrigt eget kapital", "result carried to other equity"),
    "result_recorded": Bilingual("årets resultat", "result of the year"),
    "set_aside": Bilingual("öronmärkt", "set aside"),
    "shortfall_borne": Bilingual("fondens förlust", "loss of the fund"),
    "stage_reached": Bilingual("skede nått", "stage reached"),
    "subfund_transferred": Bilingual("omfört", "transferred"),
    "used": Bilingual("ianspråktaget", "used"),
    "waived": Bilingual("efterskänkt", "waived"),
    "year_compared": Bilingual("eget kapital avstämt", "equity compared"),
}
"""What each kind of record has done, as minutes and annual reports say it."""
_LIKE: Final = {
    "grant_of_frame_amended": "grant_amended",
    "granted_of_frame": "granted",
    "lapsed": "released",
    "released_of_frame": "released",
    "set_aside_in_frame": "set_aside",
    "set_aside_to_reserve": "set_aside",
    "used_directly": "used",
    "used_of_frame": "used",
    "used_of_reserve": "used",
}
"""The kinds that do what another does, of another source of the money."""
EVENT_KINDS: Final = frozenset(kind for kind, _ in EVENT_TYPES)
"""Every kind of event of a book without rooms of its own, as the journal has them."""


@cache
def _spoken() -> dict[str, tuple[Bilingual, ...]]:
    """What the commands that make records of each kind are called."""
    spoken: dict[str, tuple[Bilingual, ...]] = {}
    for command in all_commands():
        for kind in command.kinds:
            spoken[kind] = (*spoken.get(kind, ()), _name_of(command))
    return spoken


def _name_of(command: type[Command]) -> Bilingual:
    return Bilingual(*(name.replace("_", " ") for name in command.words()))


_OF_PERIOD: Final = {
    "adjusting": Bilingual("bokslut påbörjat", "closing started"),
    "open": Bilingual("år återöppnat", "year reopened"),
    "closed": Bilingual("år stängt", "year closed"),
}
"""What a record that moves a year to each state is called."""
_OF_STANDING: Final = {
    standing.value: Bilingual(f"projekt {words.sv}", f"project {words.en}") for standing, words in STANDINGS.items()
}
"""What a record that moves a project is called: reopening takes a settled one to closed, as closing does."""
_MOVES: Final = {
    "period_moved": {"adjusting": "start_closing", "open": "reopen_year", "closed": "close_year"},
    "project_moved": {"running": "reopen_project", "closed": "close_project", "settled": "settle"},
}
"""The commands that take a year or a project to each state."""


def words_of(record: Record) -> Bilingual:
    """What a record has done, in words: ``öronmärkt``, ``set aside``."""
    return words_of_event(record.event)


def words_of_event(event: Event) -> Bilingual:
    if isinstance(event, PeriodMoved):
        return _OF_PERIOD[event.state]
    if isinstance(event, ProjectMoved):
        return _OF_STANDING[event.state]
    return words_of_kind(event.kind)


def words_of_kind(kind: str) -> Bilingual:
    """What records of a kind have done; one of a room of its own has its kind alone.

    >>> words_of_kind("deficits_opened")
    Bilingual(sv='ingående underskott', en='opening deficits')
    """
    return _DONE.get(_LIKE.get(kind, kind), Bilingual(kind, kind))


def is_called(record: Record, word: str) -> bool:
    """Whether a record is of a kind: as the journal has it, by what it has done, or as the command that made it is
    called, in either language."""
    spoken, event = word.replace("_", " "), record.event
    if isinstance(event, PeriodMoved | ProjectMoved):
        commands: tuple[Bilingual, ...] = (_name_of(command_named(_MOVES[event.kind][event.state])),)
    else:
        commands = _spoken().get(event.kind, ())
    return word == event.kind or any(spoken in words for words in (words_of(record), *commands))


def is_kind(word: str) -> bool:
    """Whether records can be called so: a kind as the journal has it, what it has done, or a command.

    >>> is_kind("öronmärkt"), is_kind("öronmärk"), is_kind("set_aside"), is_kind("sätt av")
    (True, True, True, False)
    """
    spoken = word.replace("_", " ")
    moves = (_name_of(command_named(name)) for states in _MOVES.values() for name in states.values())
    commands = chain(moves, *_spoken().values())
    done = (*_DONE.values(), *_OF_PERIOD.values(), *_OF_STANDING.values())
    return word in EVENT_KINDS or any(spoken in words for words in chain(done, commands))
