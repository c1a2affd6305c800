"""Commands as plain dictionaries (händelsefil): what an events file, a workbook row or another program has.

``{"unit": "kr", "decision": "KF 2014-04-28 § 31", "event": [{"do": "set_aside", "fund": "social", …}]}``, or the same
with Swedish names: ``enhet``, ``beslut``, ``händelse``, ``gör``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from sifund_ledger.amounts import Unit
from sifund_ledger.book.commands import command_named
from sifund_ledger.errors import Refused
from sifund_ledger.fields import declared
from sifund_ledger.fields.annotated import Decided
from sifund_ledger.fields.composed import UNIT, key_unknown, list_of
from sifund_ledger.fields.declared import Said, fields_of, missing, read_fields
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.findings import FIELD_MISSING
from sifund_ledger.fields.kinds import Kind, Setting, read_by_marks, unreadable
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.commands import Command
from sifund_ledger.written import as_a_choice

_FILE: Final = Bilingual("Händelsefilen", "The events file")
DO: Final = Bilingual("gör", "do")
"""The key of an event that names its command."""
EVENT: Final = Bilingual("händelse", "event")
"""The key of the events of a file."""
DECISION: Final = Bilingual("beslut", "decision")
"""The key of the decision that events rest on."""
OF_FILES: Final = (EVENT, DO, DECISION, Bilingual("enhet", "unit"))
"""The keys that tell in which language a file is, whatever its events are."""
THE_EVENT: Final = Bilingual("Händelsen", "The event")
A_COMMAND: Final = Bilingual('"öronmärk"', '"set_aside"')
"""What an event may do, as an example in TOML."""
_EXAMPLE: Final = Bilingual(*(f"{{ {do} = {command} }}" for do, command in zip(DO, A_COMMAND, strict=True)))
_UNDECIDED: Final = ("inget", "none")
"""What an event says that rests on no decision, in a file that has one for its events; TOML has no ``null``."""


def _table(value: object, place: str, setting: Setting) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise unreadable(EVENT, value, place, _EXAMPLE)
    return {str(key): each for key, each in value.items()}


_TABLE: Final = Kind("event", EVENT, _table, _EXAMPLE, {"type": "object"}, many=Bilingual("händelser", "events"))


@dataclass(frozen=True)
class _EventsFile:
    """An events file as it is read, before its events are."""

    event: Annotated[tuple[dict[str, Any], ...], list_of(_TABLE), Said(EVENT.sv)]
    unit: Annotated[Unit, UNIT] = "kr"
    decision: Decided | None = None


def commands_of(document: Mapping[str, Any], more: Iterable[type[Command]] = ()) -> tuple[Command, ...]:
    """The commands of an events file, in order; ``more`` are those of a program's own rooms.

    A command without a decision rests on that of the file; ``decision = "none"`` rests on none. Raises
    :class:`~sifund_ledger.Refused` with every fault.

    >>> read, = commands_of({"händelse": [{"gör": "registrera_resultat", "år": 2013, "belopp": "-1 500 000"}]})
    >>> read.name, read.year, read.amount
    ('record_result', 2013, -150000000)
    """
    read, faults = read_fields(fields_of(_EventsFile), document, what=_FILE)
    events, more = tuple(enumerate(read.get("event", ()), 1)), tuple(more)
    listed = next((key for key in EVENT if key in document), "event")

    def commands(setting: Setting) -> tuple[list[Command], list[Finding]]:
        made, found = list[Command](), Faults()
        for number, event in events:
            with found:
                made.append(_command(event, f"{listed}[{number}]", read.get("decision"), setting, more))
                found += made[-1].faults
        return made, found

    made, found = read_by_marks(commands, Setting(read.get("unit", "kr")))
    if "decision" not in read:  # it is there, and cannot be read: that is one fault, and not one for each event
        found = [each for each in found if (each.kind, _last(each.place)) != (FIELD_MISSING, "decision")]
    if faults or found:
        raise Refused([*faults, *found])
    return tuple(made)


def _last(place: str) -> str:
    return place.rpartition(".")[2]


def _command(
    event: dict[str, Any], place: str, decision: object, setting: Setting, more: tuple[type[Command], ...]
) -> Command:
    do = next((key for key in DO if key in event), "do")
    name = event.get(do)
    if not isinstance(name, str):
        if misspelt := [key for key in event if key not in DO and as_a_choice(key) in DO]:
            known = ((word, DO.en) for word in DO)
            raise Refused([key_unknown(f"{place}.{misspelt[0]}", misspelt[0], THE_EVENT, known)])
        raise Refused([missing(f"{place}.{DO.en}", THE_EVENT, DO, A_COMMAND)])
    try:
        command = command_named(name, more)
    except Refused as refusal:
        raise Refused(finding.at_place(f"{place}.{do}") for finding in refusal.findings) from None
    values = {key: value for key, value in event.items() if key not in DO}
    rests_on_one = command.decisions is Command.decisions
    names = {name for field in command.fields() if field.name == "decision" for name in (field.name, field.words.sv)}
    if decision is not None and rests_on_one and names and names.isdisjoint(values):
        values["decision"] = decision
    none = {key for key in names if isinstance(text := values.get(key), str) and as_a_choice(text) in _UNDECIDED}
    values = {key: None if key in none else value for key, value in values.items()}
    return command.read(values, place=place, setting=setting)


def schema_of(command: type[Command]) -> dict[str, Any]:
    """The JSON Schema of a command as an event: for editors, and for programs that make events."""
    schema = declared.schema_of(command.fields())
    return {
        **schema,
        "title": command.name,
        "description": (command.__doc__ or "").partition("\n")[0],
        "properties": {"do": {"const": command.name}, **schema["properties"]},
        "required": ["do", *schema["required"]],
    }
