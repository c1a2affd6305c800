"""The events file (händelsefil): commands of a book as TOML or JSON, recorded in order, all of them or none.

``do = "set_aside"`` and the command's fields, as Python and the command line call them, or their Swedish names.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS
from sifund_ledger.book.command import BookWriter
from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.book.commands.files import DECISION, DO, EVENT, OF_FILES, commands_of, schema_of
from sifund_ledger.boundary import checked_methods
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.escapes import toml_string, toml_value
from sifund_ledger.exchange.structured.documents import (
    Document,
    Format,
    composed,
    format_of,
    parse_document,
    read_bytes,
)
from sifund_ledger.exchange.structured.places import Places, places_in
from sifund_ledger.exchange.structured.positions import CSV_ROWS
from sifund_ledger.exchange.structured.reading import refuse
from sifund_ledger.fields.declared import Field, fields_of
from sifund_ledger.fields.kinds import TEXT, Kind, unreadable
from sifund_ledger.findings import Bilingual, Place
from sifund_ledger.funds.fund.policies import CHOICES, POLICY
from sifund_ledger.funds.policy.policy import Policy, parameter_named, parameter_words
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Record
from sifund_ledger.wording import Called
from sifund_ledger.written import on_one_line

_IN_GROUNDS: Final = {each.name: each.words.sv for each in GROUND_FIELDS}
"""The keys of a table within an event of which several may be missing together, under their English names."""


@checked_methods
@dataclass(frozen=True, slots=True)
class EventsFile:
    """What an events file asks for: the commands in order; the hash of its content is the key that it is kept under."""

    name: str
    key: str
    commands: tuple[Command, ...]
    places: Places = field(compare=False, repr=False)
    earlier_keys: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The keys that the same content may have been kept under, when the key was the hash of the bytes as saved."""

    def post(self, book: BookWriter) -> tuple[Record, ...]:
        """Record all of it, or nothing. What has been recorded before is not recorded again: the records are those of
        then. Raises :class:`~sifund_ledger.Refused` at the first command that is refused, with every reason, placed in
        the file.

        >>> from sifund_ledger import open_book
        >>> book = open_book(create="Ale", actor="ekonomi")
        >>> file = parse_events('[[event]]\\ndo = "register_board"\\nboard = "SN"\\nvalid_from = 2014-01-01\\n'
        ...     'decision = "KF 2013-11-25 § 9"')
        >>> [record.event.kind for record in file.post(book)]
        ['board_registered', 'batch_keyed']
        """
        recorded = book.keys
        key = next((each for each in (self.key, *self.earlier_keys) if each in recorded), self.key)
        with book.batch(key=key, source=on_one_line(Path(self.name).name)) as batch:
            for number in range(1, len(self.commands) + 1):
                self.do(book, number)
        return batch.records

    def do(self, book: BookWriter, number: int) -> None:
        """Record one of the commands, counted from 1. Raises as :meth:`post`."""
        command = self.commands[number - 1]
        try:
            book.do(command)
        except Refused as refusal:
            file = self.places.file._replace(fields=tuple(self._called(number, command)))
            found = (each.at_place(self._place(number, command, each.place)) for each in refusal.findings)
            raise Refused(each.in_file(file) for each in found) from None

    def _called(self, number: int, command: Command) -> Iterator[Called]:
        """What the fields of a command are called in the file: keys; in a table the headings of its columns."""
        known, sheets = self.places.known, self.places.sheets
        for each in command.fields():
            word = self._word(f"event[{number}]", each)
            if not sheets:
                yield Called(each.name, word)
            elif sheets != CSV_ROWS:
                from sifund_ledger.exchange.template.layout import heading

                yield Called(each.name, heading(word), "column")
            elif f"event[{number}].{word}" in known:
                cell, _ = known[f"event[{number}].{word}"]
                yield Called(each.name, str(cell).partition(":")[2], "column")
            else:
                yield Called(each.name, word, "mapping")

    def _place(self, number: int, command: Command, place: str) -> str:
        """Where a finding of a command is in the file: at the key or in the cell of the field that it names.

        Rules name a field, ``set_aside.amount``, or what stands in it: a fund, a project, which has a cell in a table.
        """
        event, (of, _, name) = f"event[{number}]", place.partition(".")
        for each in command.fields():
            word = self._word(event, each)
            if of == command.name and name == each.name:
                return self.places.of(f"{event}.{word}")
            if of == each.name == "opening_deficits" and name.isdigit():
                deficits = enumerate(getattr(command, each.name), 1)
                at = max(index for index, deficit in deficits if deficit.year == int(name))  # of two, the one too many
                return self.places.of(f"{event}.{word}[{at}]")
            if self.places.sheets and place and getattr(command, each.name, None) == place:
                return f"{self.places.of(f'{event}.{word}')}: {place}"
        before = f"{self.places.of(event)}: "
        return place.behind(before) if isinstance(place, Place) else before + place

    def _word(self, event: str, field: Field) -> str:
        """What a field is called in the file, given or not."""
        word = field.words.words(self.places.file.language or "en")
        return next((each for each in (word, *field.words) if f"{event}.{each}" in self.places.known), word)


def read_events(
    path: str | os.PathLike[str], *, format: Format | None = None, more: Iterable[type[Command]] = ()
) -> EventsFile:
    """Read an events file; its ending, ``.toml``, ``.json`` or ``.xlsx``, gives the format unless ``format`` does."""
    chosen = format or format_of(path, workbooks=True)
    return parse_events(read_bytes(path, chosen), format=chosen, name=os.fspath(path), more=more)


def parse_events(
    data: bytes | str, *, format: Format = "toml", name: str = "events.toml", more: Iterable[type[Command]] = ()
) -> EventsFile:
    """The commands in a TOML or JSON text, or a filled-in template (xlsx); ``more`` are those of a program's own rooms.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault at its line: text that cannot be read as TOML
    or JSON, a command or a key that is not known, a field that is missing or cannot be read.
    """
    document, (key, *earlier) = _document(data, format, name)
    return replace(events_in(document, key, more), earlier_keys=tuple(earlier))


def events_in(document: Document, key: str, more: Iterable[type[Command]] = ()) -> EventsFile:
    """The commands of a document that has been read already, kept under a ``key``. Raises as :func:`parse_events`."""
    name = document.name
    if not isinstance(document.tree, dict):
        raise UnreadableInput(unreadable(Bilingual("en tabell", "a table"), document.tree, name, "{ … }").findings)
    places = places_in(document, {words.sv: words.en for words in OF_FILES}, by_year=False)
    places = replace(places, swedish={**_IN_GROUNDS, **places.swedish})
    try:
        commands = commands_of(document.tree, more)
    except Refused as refusal:
        refuse(places, refusal.findings, document.findings)
        raise
    if document.findings:
        refuse(places, (), document.findings)
    return EventsFile(name, key, commands, places)


def _document(data: bytes | str, format: Format, name: str) -> tuple[Document, Sequence[str]]:
    """The document, the hash that it is kept under, and those that it may have been kept under.

    The hash of a workbook is that of its values, and of a text that of its lines, since saving changes the rest.
    """
    content = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    if format != "xlsx":
        return parse_document(data, format=format, name=name), _keys(content)
    from sifund_ledger.exchange.template.events_sheets import events_document

    document, key = events_document(content, name)
    return document, (key,)


def _keys(content: bytes) -> list[str]:
    """The hash of a text as it is meant, with single line feeds; then those of its bytes as editors save them."""
    meant = composed(content.decode("utf-8", "surrogatepass")).replace("\r\n", "\n").encode("utf-8", "surrogatepass")
    ended = meant.replace(b"\n", b"\r\n")
    saved = (meant, content, ended, BOM_UTF8 + meant, BOM_UTF8 + ended)
    return list(dict.fromkeys(sha256(each).hexdigest() for each in saved))


def events_to_toml(
    events: Iterable[Mapping[str, Any]], *, remark: str = "", decision: str = "", language: Language = "en"
) -> str:
    """Events as an events file in TOML; ``decision`` stands for all of them, ``remark`` above them as a comment.

    Names and choices are those of the ``language``, Swedish (``sv``) or English; both read back as the same.

    >>> event = {"do": "renew", "fund": "social", "result_year": 2017}
    >>> print(events_to_toml([event], decision="KF 2018-04-23 § 31"))
    decision = "KF 2018-04-23 § 31"
    <BLANKLINE>
    [[event]]
    do = "renew"
    fund = "social"
    result_year = 2017
    >>> print(events_to_toml([event], language="sv").partition("\\n\\n")[2])
    [[händelse]]
    gör = "förnya"
    fond = "social"
    resultatår = 2017
    """
    head = [f"# {on_one_line(line)}" for line in remark.splitlines()]
    parts = ["\n".join([*head, f"{DECISION.words(language)} = {toml_string(decision)}"])]
    for event in events:
        lines = (f"{key} = {toml_value(value)}" for key, value in named_in(event, language))
        parts.append("\n".join((f"[[{EVENT.words(language)}]]", *lines)))
    return "\n\n".join(parts)


def named_in(event: Mapping[str, Any], language: Language) -> Iterator[tuple[str, Any]]:
    """What an event has, names and choices in the words of a language; what has no words there keeps its own."""
    command = command_named(str(next(event[key] for key in DO if key in event)))
    fields = {name: field for field in command.fields() for name in field.words}
    for key, value in event.items():
        if key in DO:
            yield DO.words(language), command.words().words(language)
        elif key in fields:
            yield fields[key].words.words(language), _in_words(fields[key].kind, value, language)
        else:
            yield key, value


def _in_words(kind: Kind, value: Any, language: Language) -> Any:
    """A value in the words of a language, where it is one of a few words, or parameters of a policy by name."""
    if isinstance(value, Mapping) and kind in (CHOICES, POLICY):
        return dict(_parameter_in_words(str(key), each, language) for key, each in value.items())
    words = kind.said if language == "sv" else {sv: en for en, sv in kind.said.items()}
    return words.get(value, value) if isinstance(value, str) else value


def _parameter_in_words(key: str, value: Any, language: Language) -> tuple[str, Any]:
    subfund, dot, word = key.rpartition(".")
    name = parameter_named(word)
    kind = next((each.kind for each in fields_of(Policy) if each.name == name), TEXT)
    return parameter_words(f"{subfund}{dot}{name}").words(language), _in_words(kind, value, language)


def events_schema(more: Iterable[type[Command]] = ()) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an events file, its keys in English: for editors, and for systems that make
    events; ``more`` are the commands of a program's own rooms.

    A decision may stand for all events of the file, so that none need have one of its own.

    >>> events_schema()["properties"]["event"]["items"]["oneOf"][0]["title"]
    'open_entity'
    """
    events = [schema_of(command) for command in (*all_commands(), *more)]
    for event in events:
        event["required"] = [key for key in event["required"] if key != "decision"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sifund:events:1",
        "title": "sifund-events-1",
        "type": "object",
        "properties": {
            "unit": {"enum": ["kr", "tkr", "mkr"]},
            "decision": {"type": "string"},
            "event": {"type": "array", "items": {"oneOf": events}},
        },
        "required": ["event"],
        "additionalProperties": False,
    }
