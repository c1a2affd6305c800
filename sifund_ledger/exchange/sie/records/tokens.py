"""The fields of one line (fält): blanks, quotes and braces as real programs write them (SIE 4B §5.6-5.7).

Only ``\\"`` is an escape; every other backslash is a backslash. A quote closes a field where a blank, a brace or the
end of the line follows; any other quote inside a field is reported, and kept as text.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records import findings as codes
from sifund_ledger.exchange.sie.records.labels import upper
from sifund_ledger.findings import printable

Field = str | tuple[str, ...]
"""A field's content; a tuple for what stands between braces."""


class SieRecord(NamedTuple):
    """A record as it stands (post): its label without ``#``, and its fields. A line that is none has no label.

    >>> SieRecord("KONTO", ("1930", "Bank")).text(1)
    'Bank'
    """

    label: str
    fields: tuple[Field, ...] = ()

    def text(self, index: int) -> str:
        """The content of a field; empty where it is missing or an object list."""
        field = self.fields[index] if type(index) is int and 0 <= index < len(self.fields) else ""
        return field if isinstance(field, str) else ""


def texts(fields: tuple[Field, ...], between: str = " ") -> tuple[str, ...]:
    """Fields as texts; an object list where a text should be becomes one text.

    >>> texts(("a", ("1", "b")))
    ('a', '1 b')
    """
    return tuple([field if isinstance(field, str) else between.join(field) for field in fields])


def pairs(listed: tuple[str, ...]) -> tuple[tuple[str, str], ...] | None:
    """The objects of a list of dimension and object by turns, or ``None`` where one of them has no other.

    >>> pairs(("1", "0123", "6", "P1")), pairs(("1",))
    ((('1', '0123'), ('6', 'P1')), None)
    """
    return None if len(listed) % 2 else tuple(zip(listed[::2], listed[1::2], strict=True))


_QUOTED: Final = re.compile(r'"([^"\\]*+(?:\\"?+[^"\\]*+)*+)"(?=[ \t{}]|\Z)')
_BLANKS: Final = re.compile(r"[ \t]*+")
_CLOSING: Final = re.compile(r'(?<!\\)"(?=[ \t{}]|\Z)')
_BARE: Final = re.compile(r"[^ \t{}]++")
_LABEL: Final = re.compile(r'[^ \t{}"]*+')
_PLAIN: Final = re.compile(r'#([^ \t{}"]++)((?:[ \t]++(?:"[^"\\]*+"|[^ \t{}"\\]++))*+)')
"""A record whose fields are all quoted or bare, without an escape or an object list: what most are."""
_PLAIN_FIELD: Final = re.compile(r'[ \t]++(?:"([^"]*+)"|([^ \t]++))')
_TEXT_LAST: Final = {"KONTO": 1, "DIM": 1, "OBJEKT": 2, "FNAMN": 0, "PROSA": 0}


def unescaped(text: str) -> str:
    """The content of a quoted field: ``\\"`` is a quotation mark, and every other backslash is itself."""
    return text.replace('\\"', '"') if "\\" in text else text


class Faults:
    """What was wrong with a line's quotes and braces."""

    __slots__ = ("brace", "quote")

    def __init__(self) -> None:
        self.quote = ""
        self.brace = False


def fields_of(line: str, start: int = 0, faults: Faults | None = None) -> tuple[Field, ...]:
    """The fields of a line from a position on, read as far as their meaning is clear; what is wrong goes to ``faults``.

    >>> fields_of('1930 {1 "0123" 6 P1} -12.50 "" "en \\\\"text\\\\""')
    ('1930', ('1', '0123', '6', 'P1'), '-12.50', '', 'en "text"')
    >>> fields_of('1288 "F"rskott till leverant"r"')
    ('1288', 'F"rskott till leverant"r')
    """
    faults = faults or Faults()
    fields: list[Field] = []
    inside: list[str] | None = None
    position, end = start, len(line)
    while True:
        position = _end(_BLANKS, line, position)
        if position >= end:
            break
        character = line[position]
        if character == "{":
            if inside is not None:
                faults.brace = True
            else:
                inside = []
            position += 1
        elif character == "}":
            if inside is None:
                faults.brace = True
            else:
                fields.append(tuple(inside))
                inside = None
            position += 1
        else:
            content, position = _field(line, position, faults)
            (fields if inside is None else inside).append(content)
    if inside is not None:
        faults.brace = True
        fields.append(tuple(inside))
    return tuple(fields)


def _field(line: str, position: int, faults: Faults) -> tuple[str, int]:
    if line[position] != '"':
        end = _end(_BARE, line, position)
        bare = line[position:end]
        if '"' in bare:
            faults.quote = faults.quote or bare
        return unescaped(bare), end
    quoted = _QUOTED.match(line, position)
    if quoted:
        return unescaped(quoted[1]), quoted.end()
    closing = _CLOSING.search(line, position + 1)
    content = unescaped(line[position + 1 : closing.start() if closing else len(line)])
    faults.quote = faults.quote or content or '"'
    return content, closing.end() if closing else len(line)


def _end(pattern: re.Pattern[str], line: str, position: int) -> int:
    match = pattern.match(line, position)
    return match.end() if match else position


def record_of(line: str, number: int, found: FileFindings) -> SieRecord:
    """The record on a line that begins with ``#``; what is wrong with its quotes and braces is reported."""
    line = line.strip(" \t")
    if plain := _PLAIN.fullmatch(line):
        quoted_or_bare = _PLAIN_FIELD.findall(plain[2])
        return SieRecord(upper(plain[1]), tuple([quoted or bare for quoted, bare in quoted_or_bare]))
    start = _end(_LABEL, line, 1)
    name = line[1:start]
    faults = Faults()
    fields = fields_of(line, start, faults)
    label = upper(name)
    if faults.quote:
        odd = line.replace('\\"', "").count('"') % 2
        last = _TEXT_LAST.get(label)
        if last is not None and not odd and last < len(fields) and line.endswith('"'):
            # The last field of these is a text, so that whatever stands between its quotes is its content.
            opening = _nth_field(line, start, last)
            if line[opening] == '"':
                fields = (*fields[:last], unescaped(line[opening + 1 : -1]))
                faults.quote = str(fields[last])
        found.add(codes.SIE_QUOTE_UNCLOSED if odd else codes.SIE_QUOTE_INSIDE, number, value=printable(faults.quote))
    if faults.brace:
        found.add(codes.SIE_BRACE_UNCLOSED, number)
    return SieRecord(label, fields)


def _nth_field(line: str, position: int, index: int) -> int:
    for _ in range(index):
        _, position = _field(line, _end(_BLANKS, line, position), Faults())
    return _end(_BLANKS, line, position)
