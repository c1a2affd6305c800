"""What records are called (vad poster kallas): as their commands are, in either language."""

from __future__ import annotations

from functools import cache
from typing import Final

from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.funds.tables.words import STANDINGS
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.events import PeriodMoved
from sifund_ledger.ledger.records import Event, Record
from sifund_ledger.year_end.book_state import EVENT_TYPES

_BY_ITSELF: Final = {
    "approval_refused": Bilingual("årsredovisningen inte godkänd", "annual report not approved"),
    "batch_keyed": Bilingual("registrerat ur fil", "recorded from a file"),
    "checkpoint_written": Bilingual("kontrollpunkt", "checkpoint"),
    "closed_lacking": Bilingual("stängt med varning", "closed with a warning"),
    "deficits_opened": Bilingual("ingående underskott", "opening deficits"),
    "excluded_opened": Bilingual("ingående orealiserat", "opening of excluded securities"),
    "figures_stated": Bilingual("årets uppgifter", "the year's figures"),
    "ground_invoked": Bilingual("åberopa synnerliga skäl", "invoke exceptional grounds"),
    "note_blotted": Bilingual("gallra anteckning", "blot out a note"),
    "plan_revised": Bilingual("revidera plan", "revise plan"),
    "reserve_allocated": Bilingual("reservera till reserven", "allocate to the reserve"),
    "reserve_used": Bilingual("använd reserven", "use the reserve"),
    "result_carried": Bilingual("för årets resultat till övrigt eget kapital", "carry the result to other equity"),
    "shortfall_borne": Bilingual("bär förlust", "bear a loss"),
}
"""What is called otherwise than the command that made it, or is made by none alone."""
EVENT_KINDS: Final = frozenset(kind for kind, _ in EVENT_TYPES)
"""Every kind of event of a book without rooms of its own, as the journal has them."""


@cache
def _words() -> dict[str, Bilingual]:
    named = ((kind, command) for command in all_commands() for kind in command.kinds)
    return {**{kind: _spoken(command) for kind, command in named}, **_BY_ITSELF}


def _spoken(command: type[Command]) -> Bilingual:
    return Bilingual(*(name.replace("_", " ") for name in command.words()))


_OF_PERIOD: Final = {"adjusting": "start_closing", "open": "reopen_year", "closed": "close_year"}
"""The commands that take a year to each state."""
_OF_PROJECT: Final = {"running": "reopen_project", "closed": "close_project", "settled": "settle"}
"""The commands that take a project to each state."""
_OF_STANDING: Final = {
    standing.value: Bilingual(f"projekt {words.sv}", f"project {words.en}") for standing, words in STANDINGS.items()
}
"""What a record that moves a project is called: reopening takes a settled one to closed, as closing does."""


def words_of(record: Record) -> Bilingual:
    """What a record does, in words: ``öronmärk``, ``set aside``."""
    return words_of_event(record.event)


def words_of_event(event: Event) -> Bilingual:
    if isinstance(event, PeriodMoved):
        return _spoken(command_named(_OF_PERIOD[event.state]))
    if isinstance(event, ProjectMoved):
        return _OF_STANDING[event.state]
    return words_of_kind(event.kind)


def words_of_kind(kind: str) -> Bilingual:
    """What records of a kind are called; one of a room of its own has its kind alone.

    >>> words_of_kind("deficits_opened")
    Bilingual(sv='ingående underskott', en='opening deficits')
    """
    return _words().get(kind, Bilingual(kind, kind))


def is_called(record: Record, word: str) -> bool:
    """Whether a record is of a kind: as the journal has it, or as its command is called in either language."""
    spoken, event = word.replace("_", " "), record.event
    moved = _spoken(command_named(_OF_PROJECT[event.state])) if isinstance(event, ProjectMoved) else ()
    return word == event.kind or spoken in (*words_of(record), *moved)


def is_kind(word: str) -> bool:
    """Whether records can be called so: a kind as the journal has it, or a command in either language.

    >>> is_kind("öronmärk"), is_kind("set_aside"), is_kind("sätt av")
    (True, True, False)
    """
    spoken = word.replace("_", " ")
    commands = (_spoken(command_named(name)) for name in (*_OF_PERIOD.values(), *_OF_PROJECT.values()))
    known = (*_words().values(), *_OF_STANDING.values(), *commands)
    return word in EVENT_KINDS or any(spoken in words for words in known)
