"""The bytes of a file as rows (tabell): decoded as declared, each cell under its heading, bounded in every way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.csv_lines import MOST_COLUMNS, rows_in, too_many_cells
from sifund_ledger.exchange.mapped_csv import findings as codes
from sifund_ledger.exchange.mapped_csv.forms import CODECS, Forms
from sifund_ledger.exchange.sie.records.charset import garbled_in
from sifund_ledger.exchange.structured.reading import limited
from sifund_ledger.fields.composed import Meant
from sifund_ledger.files import MOST_FAULTY_LINES, Bound
from sifund_ledger.findings import Bilingual, Finding, listed, printable
from sifund_ledger.written import cleaned, composed

CSV: Final = Bound(
    10,
    Bilingual(
        "Kontrollera att det är rätt fil; dela annars en lång fil, och behåll rubrikerna i varje del.",
        "Check that it is the right file; otherwise split a long file, and keep the headings in each part.",
    ),
)
"""Files with a declared mapping that are no ledger. In memory up to some 100 times as much, for the shortest rows."""
MOST_ROWS: Final = 50_000
_MOST_LINES: Final = 1_000_000
"""How many rows may be there, blank ones among them."""
_BOM: Final = b"\xef\xbb\xbf"
_SEPARATOR: Final = re.compile(r'"?sep=.?"?', re.IGNORECASE)
_SHOWN: Final = 20


class Row(NamedTuple):
    """A row: its line in the file, and its cells by heading."""

    line: int
    cells: Mapping[str, str]


class Table(NamedTuple):
    """The rows of a file, with what is worth knowing of it."""

    headings: tuple[str, ...]
    heading_line: int
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()


def decoded(data: bytes, encoding: str, name: str) -> str:
    """The text of a file in its declared encoding, LF between lines. Raises ``UnreadableInput`` where it is another.

    >>> decoded("å;ä\\r\\n".encode("cp1252"), "windows-1252", "f.csv")
    'å;ä\\n'
    """
    if data.startswith(_BOM) and encoding != "utf-8":
        raise UnreadableInput([codes.CSV_ENCODING_OTHER.at(name, encoding=encoding)])
    try:
        text = data.decode(CODECS.get(encoding, encoding))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start : error.start + 1].hex()}"
        raise UnreadableInput([codes.CSV_NOT_ENCODED.at(f"{name}:{line}", encoding=encoding, byte=byte)]) from None
    text = text.replace("\r\n", "\n")
    if text.count("\r") > text.count("\n"):
        text = text.replace("\r", "\n")
    return composed(text)


def table_in(data: bytes, forms: Forms, wanted: Sequence[str], name: str, *, most: int = MOST_ROWS) -> Table:
    """The rows of a file below its headings, blank ones left out, with the columns that are ``wanted``.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault: bytes of another encoding, a column that is
    not there or there twice, a line that cannot be read as a row, too many of them, or none.
    """
    text = decoded(data, forms.encoding, name)
    lines = text.split("\n")
    first = heading_of(lines, forms.heading_line)
    faults: list[Finding] = []

    def broken(line: int, why: Bilingual) -> None:
        faults.append(codes.CSV_LINE_BROKEN.at(f"{name}:{line}", why=why))
        refuse_many(faults, name)

    records = rows_in(lines, first, forms.delimiter, broken)
    number, cells = next(records, (1, []))
    if forms.heading_line == 0:
        headings = tuple(str(at) for at in range(1, min(len(cells), MOST_COLUMNS) + 1))
        records = rows_in(lines, first, forms.delimiter, broken)
        faults.clear()
    else:
        headings = tuple(map(cleaned, cells[:MOST_COLUMNS]))
    heading_line, at = number, f"{name}:{number}"
    faults += _heading_faults(headings, wanted, at)
    if faults:
        raise UnreadableInput(faults)
    positions = {heading: headings.index(heading) for heading in wanted}
    rows = list[Row]()
    for count, (number, cells) in enumerate(records):
        if count == _MOST_LINES:
            faults.append(codes.CSV_ROWS_TOO_MANY.at(f"{name}:{number}", most=_MOST_LINES))
            break
        if not any(map(str.strip, cells)):
            continue
        if why := too_many_cells(cells, headings):
            broken(number, why)
        elif len(rows) == most:
            faults.append(codes.CSV_ROWS_TOO_MANY.at(f"{name}:{number}", most=most))
            break
        else:
            of = {head: cells[position] if position < len(cells) else "" for head, position in positions.items()}
            rows.append(Row(number, of))
    if not rows and not faults:
        faults.append(codes.CSV_NO_ROWS.at(at))
    if faults:
        raise UnreadableInput(limited(faults, name))
    garbled = garbled_in(text)
    found = [codes.CSV_GARBLED.at(f"{name}:{garbled[1]}", word=printable(garbled[0]))] if garbled else []
    return Table(headings, heading_line, tuple(rows), tuple(found))


def refuse_many(faults: Sequence[Finding], name: str) -> None:
    """Raises ``UnreadableInput`` with the first of the faults, where a file has so many that it is no such table."""
    if len(faults) >= MOST_FAULTY_LINES:
        raise UnreadableInput(limited(faults, name))


def heading_of(lines: Sequence[str], stated: int | None) -> int:
    """The line with the headings, from 0: as stated, or else the first that is not blank, and no ``sep=;``."""
    if stated:
        return min(stated, len(lines)) - 1
    filled = (index for index, line in enumerate(lines) if line.strip(" ;,\t"))
    first = next(filled, 0)
    return next(filled, first) if _SEPARATOR.fullmatch(lines[first][:10].strip()) else first


def _heading_faults(headings: tuple[str, ...], wanted: Sequence[str], place: str) -> Iterator[Finding]:
    for heading in wanted:
        count = headings.count(heading)
        if count > 1:
            yield codes.CSV_COLUMN_TWICE.at(place, column=printable(heading), count=count)
        elif not count:
            known = [printable(each, 40) for each in headings if each]
            meant = Meant(heading, tuple((each, each) for each in known[:_SHOWN]))
            yield codes.CSV_COLUMN_MISSING.at(
                place, column=printable(heading), meant=meant, headings=listed(known, _SHOWN) or "–"
            )
