"""The fields of commands of the programme (programfält): who, at what level, on which day, on which documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from sifund_ledger.fields.annotated import Decided
from sifund_ledger.fields.composed import choice_of, list_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import DAY, TEXT, Kind, name_of
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import ProgrammeState, known_project
from sifund_ledger.programme.choices import Choice, Level


def word_of(name: str, words: Bilingual, choice: type[Choice]) -> Kind:
    """The kind of a word of a choice, read in either language."""
    return choice_of(name, words, choice, sv={each: each.words("sv") for each in choice})


def said_of(sv: str, choice: type[Choice]) -> Said:
    """What a field of a choice is called in Swedish, and the words that it can have."""
    names = [each.words("sv") for each in choice]
    values = [each.value for each in choice]
    return Said(sv, *(f"{', '.join(of[:-1])} {last} {of[-1]}." for of, last in ((names, "eller"), (values, "or"))))


OnDay = Annotated[date, DAY, Said("dag", "Dagen då det skedde.", "The day on which it happened.")]
Actor = Annotated[
    str, name_of(Bilingual("vem", "who"), Bilingual("Den som gör det", "Who does it"), '"enhetschef Elevhälsan"'),
    Said("av", "Roll eller befattning, aldrig en klients namn.", "A role or an office, never a client's name."),
]  # fmt: skip
AtLevel = Annotated[str, word_of("level", Bilingual("nivå", "level"), Level), said_of("nivå", Level)]
OfBoard = Annotated[str, TEXT, Said("nämnd", "Nämnden, där det är en.", "The board, where it is one.")]
OfOperation = Annotated[str, TEXT, Said("verksamhet", "Enheten eller verksamheten.", "The unit or operation.")]
Documents = Annotated[
    tuple[str, ...], list_of(TEXT), Said("handlingar", "Handlingarna, med diarienummer.", "The documents, by number.")
]
MaybeDecided = Annotated[
    Decided | None, Said("beslut", "Beslutet, där det finns.", "The decision, where there is one.")
]


def project_is_known(command: Any, state: ProgrammeState) -> Iterator[Finding]:
    """The project is known: as an idea, an application, or a project of a fund."""
    if not known_project(state, command.project):
        yield codes.PROJECT_NOT_KNOWN.at(command.project, project=command.project)
