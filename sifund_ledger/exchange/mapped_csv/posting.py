"""Rows recorded once (registrering av rader): each under a key of its source and row; all that are new, or none.

A book keeps the key of every row beside what it made, so that the same file again records nothing, a file that has
grown records its new rows, and a row that has changed is found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sifund_ledger.book.command import BookWriter
from sifund_ledger.book.findings import KEY_OF_OTHER_CONTENT, RECORDED_BEFORE
from sifund_ledger.errors import Refused
from sifund_ledger.exchange.mapped_csv import findings as codes
from sifund_ledger.fields.faults import Faults
from sifund_ledger.findings import Bilingual, Counted, Finding, listed, printable
from sifund_ledger.ledger.records import Record
from sifund_ledger.written import on_one_line

if TYPE_CHECKING:
    from sifund_ledger.exchange.mapped_csv.event_rows import EventRows

_RECORDED: Final = (
    Bilingual("rad är registrerad", "row was recorded"),
    Bilingual("rader är registrerade", "rows were recorded"),
)
_BY_PLACE: Final = Bilingual("radens plats i filen", "the place of the row in the file")


class PostedRows(NamedTuple):
    """What was recorded of rows that were not recorded before, and what is worth knowing."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...] = ()


def row_key(source: str, columns: Sequence[str], texts: Sequence[str], number: int) -> str:
    """The key of a row: its source, the columns that tell rows apart and their texts, and which of those it is.

    >>> row_key("Uttag 2014", ("Ver",), ("A 17",), 1), row_key("Uttag 2014", (), (), 3)
    ('csv ["Uttag 2014", ["Ver"], ["A 17"], 1]', 'csv ["Uttag 2014", [], [], 3]')
    """
    return f"csv {json.dumps([source, columns, texts, number], ensure_ascii=False)}"


def post_rows(rows: EventRows, book: BookWriter) -> PostedRows:
    """Record the rows that are new, all of them or none. Raises as :meth:`EventRows.post`."""
    file = rows.file
    if not rows.source:
        raise Refused([codes.CSV_SOURCE_MISSING.at(file.name)])
    made, found, faults, known = list[Record](), list[Finding](), Faults(), 0
    with book.batch():
        found += _against_known(rows, book)
        warned = len(book.warnings)
        for number, key in enumerate(rows.keys, 1):
            before = len(faults)
            with faults:
                with book.batch(key=key, source=_row_name(rows, number)) as batch:
                    file.do(book, number)
                known += batch.repeated
                made += () if batch.repeated else batch.records
            # A row that has changed leaves the others to be compared; what else is refused may be why others are.
            if len(faults) > before and faults[before].kind is not KEY_OF_OTHER_CONTENT:
                break
        faults.refuse()
        found += (each for each in book.warnings[warned:] if each.kind is not RECORDED_BEFORE)
    if known:
        counted = Counted(known, *_RECORDED)
        found.append(codes.CSV_ROWS_KNOWN.at(file.name, counted=counted, source=printable(rows.source)))
    return PostedRows(tuple(made), tuple(found))


def _row_name(rows: EventRows, number: int) -> str:
    """What the book calls the row beside its key: the file and the line."""
    line, _ = rows.file.places.known[f"event[{number}]"]
    return f"{on_one_line(Path(rows.file.name).name)}:{line}"


def _against_known(rows: EventRows, book: BookWriter) -> list[Finding]:
    """What the rows recorded from the source say of these: those that are gone. Raises for another row key."""
    of_source = f"csv {json.dumps([rows.source], ensure_ascii=False)[:-1]}, "
    recorded = [key for key in book.keys if key.startswith(of_source)]
    ours = of_source + json.dumps(rows.row_key, ensure_ascii=False) + ", "
    source = printable(rows.source)
    if others := [key for key in recorded if not key.startswith(ours)]:
        columns = json.loads(others[0].removeprefix("csv "))[1]
        known = listed(map(printable, columns)) or _BY_PLACE
        raise Refused([codes.CSV_ROW_KEY_OTHER.at(rows.file.name, source=source, known=known)])
    gone = len(set(recorded) - set(rows.keys))
    if rows.row_key or not gone:
        return []  # with a row key a file may have a part of the rows alone
    return [codes.CSV_ROWS_GONE.at(rows.file.name, counted=Counted(gone, *_RECORDED), source=source)]
