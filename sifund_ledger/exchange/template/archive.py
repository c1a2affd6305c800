"""The parts of a workbook's file (zip, XML), each gone through once, within limits on size, count and time."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Final
from xml.parsers import expat

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.template import findings as codes
from sifund_ledger.findings import Bilingual

MOST_PARTS: Final = 2_000
MOST_MEGABYTES: Final = 400
"""What all the parts that are read unpack to, at most: a million formatted rows are 100."""
MOST_ELEMENTS: Final = 6_000_000
MOST_CHARACTERS: Final = 40_000_000
"""Of the texts of all cells."""
_PORTION: Final = 1 << 16
_LONGEST_TOKEN: Final = 1 << 20
"""Where the parser is so far behind what it has been given, it gathers one element that no workbook has."""
_ZIP: Final = b"PK\x03\x04"
_OLD: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = 1
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, KeyError, IndexError, OverflowError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
"""What the standard library says of a damaged archive."""

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
_NO_ZIP: Final = Bilingual("den är ingen sådan fil", "it is no such file")
_OLDER: Final = Bilingual(
    "den har ett äldre format (.xls) eller är skyddad med lösenord",
    "it has an older format (.xls) or is protected by a password",
)
_OPEN_DOCUMENT: Final = Bilingual("den har formatet ods", "it has the format ods")
_DAMAGED: Final = Bilingual("den är skadad", "it is damaged")
_PART_DAMAGED: Final = "delen {part} är skadad", "the part {part} is damaged"
_DEFINITIONS: Final = "delen {part} har egna definitioner (DTD)", "the part {part} has definitions of its own (DTD)"
_ELEMENTS: Final = Bilingual("celler och rader", "cells and rows")
_MEGABYTES: Final = Bilingual("MB uppackat", "MB unpacked")
_PARTS: Final = Bilingual("delar", "parts")
_TEXT: Final = Bilingual("tecken text", "characters of text")


class Archive:
    """The parts of a workbook's file by name. Raises ``UnreadableInput`` for anything else, now or when it is read."""

    def __init__(self, data: bytes, name: str, most_elements: int = MOST_ELEMENTS) -> None:
        self.name = name
        self._most_elements = most_elements
        self._bytes = self._elements = self._characters = 0
        if data.startswith(_OLD):
            raise self.unreadable(_OLDER)
        if not data.startswith(_ZIP):
            raise self.unreadable(_NO_ZIP)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            parts = self._zip.infolist()
        except _BROKEN:
            raise self.unreadable(_DAMAGED) from None
        if len(parts) > MOST_PARTS:
            raise self.too_large(MOST_PARTS, _PARTS)
        self.parts = {part.filename.lstrip("/").casefold(): part for part in parts}
        if "mimetype" in self.parts:
            raise self.unreadable(_OPEN_DOCUMENT)

    def unreadable(self, why: Bilingual) -> UnreadableInput:
        """The refusal of a file that is no workbook."""
        return UnreadableInput([codes.WORKBOOK_UNREADABLE.at(self.name, why=why)])

    def damaged(self, part: str) -> UnreadableInput:
        """The refusal of a file with a part that cannot be read."""
        return self.unreadable(Bilingual(*(text.format(part=part[:80]) for text in _PART_DAMAGED)))

    def too_large(self, limit: int, what: Bilingual) -> UnreadableInput:
        """The refusal of a file that has more of something than any template."""
        return UnreadableInput([codes.WORKBOOK_TOO_LARGE.at(self.name, limit=limit, what=what)])

    def count_text(self, text: str) -> None:
        """Count a text that is kept. Raises ``UnreadableInput`` where there is too much."""
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise self.too_large(MOST_CHARACTERS, _TEXT)

    def walk(self, part: str, start: Start, end: End, text: Callable[[str], None] | None = None) -> None:
        """Go through the elements of a part, by their names without prefixes.

        Raises ``UnreadableInput`` where it is missing, damaged, too large, or defines entities.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        short: dict[str, str] = {}

        def started(name: str, attributes: dict[str, str]) -> None:
            self._elements += 1
            if self._elements > self._most_elements:
                raise self.too_large(self._most_elements, _ELEMENTS)
            start(short.setdefault(name, name.rpartition(":")[2]), attributes)

        def ended(name: str) -> None:
            end(short.setdefault(name, name.rpartition(":")[2]))

        def defined(*_: object) -> None:
            raise self.unreadable(Bilingual(*(text.format(part=part[:80]) for text in _DEFINITIONS)))

        parser.StartElementHandler, parser.EndElementHandler = started, ended
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = defined
        if text is not None:
            parser.CharacterDataHandler = text
        fed = 0
        try:
            for portion in self._portions(part):
                fed += len(portion)
                parser.Parse(portion, False)  # noqa: FBT003
                if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                    raise self.damaged(part)
            parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError:
            raise self.damaged(part) from None

    def _portions(self, part: str) -> Iterator[bytes]:
        info = self.parts.get(part.casefold())
        stored = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if info is None or info.flag_bits & _ENCRYPTED or info.compress_type not in stored:
            raise self.damaged(part)
        try:
            with self._zip.open(info) as file:
                while portion := file.read(_PORTION):
                    self._bytes += len(portion)
                    if self._bytes > MOST_MEGABYTES * 1_000_000:
                        raise self.too_large(MOST_MEGABYTES, _MEGABYTES)
                    yield portion
        except _BROKEN:
            raise self.damaged(part) from None
