"""A general ledger from CSV (huvudbok): one line a row, columns found by their names, Swedish or English."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from sifund_ledger.errors import AmountRefused
from sifund_ledger.exchange.sie.charset import decoded
from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.gathering import Gathering, shown
from sifund_ledger.exchange.sie.rows import joined, report_sums
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.money import to_ore

if TYPE_CHECKING:
    from sifund_ledger.exchange.general_ledger import LedgerReader

LEDGER_CSV_COLUMN_MISSING = FindingCode(
    "LEDGER_CSV_COLUMN_MISSING",
    Severity.ERROR,
    en="There is no column {column}.",
    sv="Det finns ingen kolumn {column}.",
    remedy_en="Name the columns in the first line: voucher, date, account, amount; also text and dimensions by number.",
    remedy_sv="Namnge kolumnerna på första raden: ver, datum, konto, belopp; även text och dimensioner med nummer.",
)
LEDGER_CSV_ROW_UNREADABLE = FindingCode(
    "LEDGER_CSV_ROW_UNREADABLE",
    Severity.ERROR,
    en="{column} is {value}, which cannot be read; the row was left out.",
    sv="{column} är {value}, som inte kan läsas; raden utelämnades.",
    remedy_en="Write dates as 2012-12-31 and amounts with a decimal point or comma.",
    remedy_sv="Skriv datum som 2012-12-31 och belopp med decimalpunkt eller decimalkomma.",
)
CODES = (LEDGER_CSV_COLUMN_MISSING, LEDGER_CSV_ROW_UNREADABLE)

_NAMES: Final = {
    "voucher": "voucher", "ver": "voucher", "verifikation": "voucher", "date": "day", "datum": "day",
    "account": "account", "konto": "account", "amount": "amount", "belopp": "amount", "text": "text",
    "ansvar": "1", "projekt": "6", "verksamhet": "20", "motpart": "21",
}  # fmt: skip
_NEEDED: Final = {"voucher": "voucher", "day": "date", "account": "account", "amount": "amount"}
_DIMENSION: Final = re.compile(r"[0-9]{1,4}")
_SERIES: Final = re.compile(r"([A-Za-zÅÄÖåäö]*)[ -]?(.*)")


def take_csv(reader: LedgerReader, data: bytes, found: Gathering) -> None:
    """Read a CSV file into a ledger: comma or semicolon, any of the encodings of SIE, one line a row.

    Rows of one voucher stand together. Needed are the columns voucher, date, account and amount; a column named by a
    number is that dimension's object. The fiscal year is that of the last date.
    """
    text = decoded(data, found).text
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    try:
        heads = [_head(name) for name in next(lines, [])]
        missing = [name for key, name in _NEEDED.items() if key not in heads]
        for name in missing:
            found.add(LEDGER_CSV_COLUMN_MISSING, 1, column=name)
        if not missing:
            _Rows(reader, heads, found).take(lines)
    except csv.Error as error:
        found.add(LEDGER_CSV_ROW_UNREADABLE, lines.line_num, column="CSV", value=str(error))


def _head(name: str) -> str:
    cleaned = name.strip().lower()
    return cleaned if _DIMENSION.fullmatch(cleaned) else _NAMES.get(cleaned, "")


class _Rows:
    def __init__(self, reader: LedgerReader, heads: list[str], found: Gathering) -> None:
        self.reader, self.heads, self.found = reader, heads, found
        self.rows: list[tuple[int, str, int, str, str]] = []
        self.voucher: tuple[str, str] | None = None
        self.last = ""

    def take(self, lines: csv._reader) -> None:  # type: ignore[name-defined]
        """Every line after the first."""
        for cells in lines:
            if any(cells):
                self._line(dict(zip(self.heads, cells, strict=False)), lines.line_num)
        self._close()
        year = self.last[:4]
        records = [SieRecord("PROGRAM", ("CSV",)), SieRecord("RAR", ("0", f"{year}0101", f"{year}1231"))]
        self.reader.end_source(self.found, SieDocument(type="4I", records=records))

    def _line(self, cells: dict[str, str], line: int) -> None:
        day = cells.get("day", "").strip().replace("-", "")
        key = (cells.get("voucher", "").strip(), day)
        if not date_of(day):
            self._unreadable(line, "date", cells.get("day", ""))
            return
        try:
            ore = to_ore(cells.get("amount", ""))
        except AmountRefused:
            self._unreadable(line, "amount", cells.get("amount", ""))
            return
        if key != self.voucher:
            self._close()
            self.voucher = key
        self.last = max(self.last, day)
        pairs = ((head, value.strip()) for head, value in cells.items() if head.isdigit() and value.strip())
        objects = joined(*(part for pair in pairs for part in pair))
        self.rows.append((line, cells["account"].strip(), ore, objects, cells.get("text", "").strip()))

    def _unreadable(self, line: int, column: str, value: str) -> None:
        self.found.add(LEDGER_CSV_ROW_UNREADABLE, line, column=column, value=shown(value) or '""')

    def _close(self) -> None:
        if self.voucher is None or not self.rows:
            return
        columns = self.reader.columns
        name, day = self.voucher
        match = _SERIES.fullmatch(name)
        series, number = (match[1], match[2]) if match else ("", name)
        lines, accounts, ores, objects, texts = map(list, zip(*self.rows, strict=True))
        if sum(ores):
            report_sums(self.found, series, number, lines[0], sum(ores))
        columns.add_vouchers(
            series=[series], numbers=[number], days=[day], texts=[texts[0]], registered=[""], makers=[""],
            lines=lines[:1], counts=[len(lines)],
        )  # fmt: skip
        details = [joined("", text) for text in texts]
        columns.add_rows(accounts=accounts, ores=ores, objects=objects, details=details, lines=lines)
        self.rows.clear()
