"""A file with sentences of a municipality's own (mallfil), by name, for the texts of a year-end."""

from __future__ import annotations

import os

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.structured.documents import Format, format_of, parse_document, read_bytes
from sifund_ledger.exchange.structured.places import places_in
from sifund_ledger.exchange.structured.reading import refuse
from sifund_ledger.fields.composed import mapping_of
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import KRONOR, PARAGRAPHS, TEXT, unreadable
from sifund_ledger.year_end.texts.sentences import check_templates

_SENTENCES = mapping_of(TEXT, PARAGRAPHS, between="")


def read_templates(path: str | os.PathLike[str]) -> dict[str, str]:
    """The sentences of a file, TOML or JSON. Raises as :func:`parse_templates`."""
    return parse_templates(read_bytes(path), format=format_of(path), name=os.fspath(path))


def parse_templates(data: bytes | str, *, format: Format = "toml", name: str = "templates.toml") -> dict[str, str]:
    """The sentences of a document, by name.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault at its line: a value other than text, an
    unknown name, an unknown field, braces that do not pair.

    >>> parse_templates('nothing_left = "Allt är återställt."')
    {'nothing_left': 'Allt är återställt.'}
    """
    document = parse_document(data, format=format, name=name)
    if not isinstance(document.tree, dict):
        raise UnreadableInput(unreadable(_SENTENCES.words, document.tree, name, _SENTENCES.example).findings)
    places = places_in(document, {})
    read: dict[str, str] = {}
    faults = Faults()
    for key, value in document.tree.items():
        with faults:
            read[key] = PARAGRAPHS.read(value, key, KRONOR)
    faults += check_templates(read)
    if faults or document.findings:
        refuse(places, faults, document.findings)
    return read
