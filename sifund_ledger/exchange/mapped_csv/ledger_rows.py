"""Rows of a general ledger (huvudboksrader): written anew as the reader of ledgers knows them, each on its line."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sifund_ledger.exchange.ledgers.ledger_csv import MEANINGS
from sifund_ledger.exchange.mapped_csv.event_rows import require_rows
from sifund_ledger.exchange.mapped_csv.mapping import CsvMapping
from sifund_ledger.exchange.mapped_csv.row_values import RowValues
from sifund_ledger.exchange.mapped_csv.table import CSV
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.structured.reading import limited

MOST_LEDGER_ROWS: Final = 500_000


def plain_ledger(data: bytes, mapping: CsvMapping, found: FileFindings) -> bytes:
    """The same rows under the names of columns that every ledger may have: days with the year first, amounts with a
    decimal point, debit above zero. A row with a fault is an error and left out.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` where there is no table to be had.

    >>> from sifund_ledger.exchange import parse_csv_mapping
    >>> mapping = parse_csv_mapping('''
    ... rader = "huvudbok"
    ... decimaltecken = ","
    ... datumform = "D/M ÅÅÅÅ"
    ... [kolumner]
    ... ver = "V"
    ... datum = "Dag"
    ... konto = "K"
    ... belopp = { debet = "Debet", kredit = "Kredit" }
    ... ''')
    >>> text = "V;Dag;K;Debet;Kredit\\nA1;1/3 2024;1930;;1.000,50\\n"
    >>> plain_ledger(text.encode(), mapping, FileFindings("f.csv")).decode("utf-8-sig")
    'voucher;date;account;amount\\nA1;2024-03-01;1930;-1000.50\\n'
    """
    require_rows(mapping, "ledger", found.name)
    values = RowValues(mapping, found.name)
    fields = values.fields
    table = values.table(CSV.held(data, found.name), most=MOST_LEDGER_ROWS)
    names = {fields[name].name: at for at, name in enumerate(mapping.columns)}
    heads = [MEANINGS[name].en if name in MEANINGS and not name.isdigit() else name for name in names]
    lines = ["\n"] * (table.rows[-1].line + 1)
    lines[table.heading_line - 1] = _line(heads)
    for row in table.rows:
        cells = [""] * len(heads)
        before = len(values.faults)
        for read in values.of(row, fields):
            cells[names[fields[read.path[0]].name]] = _plain(read.value)
        if len(values.faults) == before:
            lines[row.line - 1] = _line(cells)
    found.extend((*table.findings, *limited(values.faults, found.name)))
    return ("\ufeff" + "".join(lines).rstrip("\n") + "\n").encode()


def _line(cells: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\n").writerow([cell.replace("\n", " ") for cell in cells])
    return out.getvalue()


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)
