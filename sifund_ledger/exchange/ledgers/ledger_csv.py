"""A general ledger from CSV (huvudbok): one line a row, columns found by their names, Swedish or English."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sifund_ledger.exchange.ledgers import findings as codes
from sifund_ledger.exchange.ledgers.ledger_csv_rows import Rows, documents_of
from sifund_ledger.exchange.sie.charset import decoded
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.voucher_faults import report_sums
from sifund_ledger.files import uncollected
from sifund_ledger.findings import Bilingual, printable
from sifund_ledger.money import perhaps_thousands

if TYPE_CHECKING:
    from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader


_NAMES: Final = {
    "voucher": ("voucher", "vouchernumber", "ver", "vernr", "verifikat", "verifikation", "verifikationsnr",
                "verifikationsnummer"),
    "series": ("series", "serie", "verserie", "verifikationsserie"),
    "day": ("date", "voucherdate", "datum", "verdatum", "verifikationsdatum", "bokföringsdatum"),
    "account": ("account", "accountnumber", "konto", "kontonr", "kontonummer"),
    "amount": ("amount", "belopp"),
    "debit": ("debit", "debet"),
    "credit": ("credit", "kredit"),
    "text": ("text", "description", "benämning", "beskrivning", "vertext", "verifikationstext"),
    "1": ("responsibility", "ansvar", "kst", "kostnadsställe"),
    "6": ("project", "projekt"),
    "20": ("activity", "verksamhet"),
    "21": ("counterparty", "motpart"),
}  # fmt: skip
_MEANING: Final = {name: meaning for meaning, names in _NAMES.items() for name in names}
_TOLD: Final = {
    "voucher": Bilingual("ver", "voucher"),
    "series": Bilingual("serie", "series"),
    "day": Bilingual("datum", "date"),
    "account": Bilingual("konto", "account"),
    "amount": Bilingual("belopp (eller debet och kredit)", "amount (or debit and credit)"),
    "debit": Bilingual("debet", "debit"),
    "credit": Bilingual("kredit", "credit"),
    "text": Bilingual("text", "text"),
}
_AMOUNTS: Final = ("amount", "debit", "credit")
_DIMENSION: Final = re.compile(r"[0-9]{1,4}")
_BETWEEN: Final = re.compile(r"[\s._-]+")
_LONGEST_LINE: Final = 131_072
_MOST_COLUMNS: Final = 1000
_MOST_BREAKS: Final = 100
"""How many lines a cell may have."""
_LONG: Final = Bilingual(f"den har fler än {_LONGEST_LINE} tecken", f"it has more than {_LONGEST_LINE} characters")
_QUOTES: Final = Bilingual("citattecknen går inte ihop", "its quotation marks are not in pairs")


@uncollected()
def take_csv(reader: LedgerReader, data: bytes, found: FileFindings) -> None:
    """Read a CSV file into a ledger: semicolon, tab or comma, any of the encodings of SIE, one line a row.

    Needed are the columns voucher, date, account, and amount or debit and credit; a column named by a number is that
    dimension's object. Rows need not stand in order: those of one voucher number and calendar year are one voucher,
    of its earliest day, unless the rows of each of its days balance by themselves; rows without a number are one
    voucher a day. Each calendar year becomes a source of its own. A line that cannot be read is an error and left out;
    the rest is read.
    """
    lines = decoded(data, found).text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    delimiter = next((letter for letter in ";\t" if letter in lines[first]), ",")
    records = _records(lines, first, delimiter, found)
    number, heads = next(records)
    layout = _layout(heads, number, found)
    if layout is None:
        return
    rows = Rows(layout, found)
    for number, cells in records:
        if len(cells) > len(heads) and any(map(str.strip, cells[len(heads) :])):
            sv = f"den har {len(cells)} celler, och tabellen {len(heads)} kolumner"
            en = f"it has {len(cells)} cells, and the table {len(heads)} columns"
            found.add(codes.LEDGER_CSV_LINE_BROKEN, number, why=Bilingual(sv, en))
        elif any(map(str.strip, cells)) and (fault := rows.take(number, cells)):
            _unreadable(found, number, *fault)
    for document in documents_of(rows.groups):
        for voucher in document.vouchers:
            report_sums(found, voucher)
        reader.take_document(document, found)
    if not rows.groups:
        found.add(codes.LEDGER_CSV_NO_ROWS)


def _unreadable(found: FileFindings, line: int, meaning: str, value: str) -> None:
    ambiguous = meaning in _AMOUNTS and perhaps_thousands(value)
    code = codes.LEDGER_CSV_AMOUNT_AMBIGUOUS if ambiguous else codes.LEDGER_CSV_ROW_UNREADABLE
    found.add(code, line, column=_column(meaning), value=printable(value.strip(" ")) or '""')


def _records(lines: list[str], first: int, delimiter: str, found: FileFindings) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line with its number, of the first line in any case; a cell in quotation marks may break.

    Where quotation marks are left open the line is an error, and the next one is read by itself.
    """
    index = first
    while index < len(lines):
        begin, index = index, index + 1
        if len(lines[begin]) <= _LONGEST_LINE and '"' not in lines[begin]:
            yield begin + 1, lines[begin].split(delimiter)
            continue
        quotes, end = lines[begin].count('"'), index
        while quotes % 2 and end < min(len(lines), begin + _MOST_BREAKS):
            quotes += lines[end].count('"')
            end += 1
        record = "\n".join(lines[begin:end])
        try:
            if len(record) > _LONGEST_LINE:
                raise csv.Error
            yield begin + 1, next(csv.reader((record,), delimiter=delimiter, strict=True))
            index = end
        except csv.Error:
            found.add(
                codes.LEDGER_CSV_LINE_BROKEN, begin + 1, why=_LONG if len(lines[begin]) > _LONGEST_LINE else _QUOTES
            )
            if begin == first:
                yield begin + 1, []


def _layout(heads: list[str], line: int, found: FileFindings) -> dict[str, int] | None:
    """Where the columns stand by meaning (``day``, ``account``, ``20`` …), ``None`` where one that is needed is
    missing; what is unclear is told."""
    named = max((count for count, head in enumerate(heads, 1) if head.strip()), default=0)
    if named > _MOST_COLUMNS:
        found.add(codes.LEDGER_CSV_COLUMNS_TOO_MANY, line, count=named, most=_MOST_COLUMNS)
        return None
    met: dict[str, list[int]] = {}
    for position, head in enumerate(heads[:named]):
        met.setdefault(_meaning(head), []).append(position)
    unread = [printable(heads[position].strip()) for position in met.pop("", []) if heads[position].strip()]
    if unread:
        found.add(codes.LEDGER_CSV_COLUMN_UNREAD, line, names=", ".join(unread))
    needed = ["voucher", "day", "account", "amount"]
    if "debit" in met and "credit" in met:
        needed.remove("amount")
        if "amount" in met:
            _twice(found, line, "amount", [heads[met[each][0]] for each in ("debit", "credit", "amount")], count=2)
            del met["amount"]
    for meaning, positions in met.items():
        if len(positions) > 1:
            _twice(found, line, meaning, [heads[position] for position in positions])
    missing = [meaning for meaning in needed if meaning not in met]
    for meaning in missing:
        found.add(codes.LEDGER_CSV_COLUMN_MISSING, line, column=_column(meaning))
    if missing:
        return None
    return {meaning: positions[0] for meaning, positions in met.items()}


def _meaning(head: str) -> str:
    cleaned = _BETWEEN.sub("", head.lower())
    return cleaned if _DIMENSION.fullmatch(cleaned) else _MEANING.get(cleaned, "")


def _column(meaning: str) -> Bilingual | str:
    return _TOLD.get(meaning, f"dimension {meaning}")


def _twice(found: FileFindings, line: int, meaning: str, names: list[str], count: int = 1) -> None:
    """Columns of one meaning; the first ``count`` of them count."""
    listed = [printable(name.strip()) for name in names]
    found.add(
        codes.LEDGER_CSV_COLUMN_TWICE, line, column=_column(meaning), names=", ".join(listed),
        first="/".join(listed[:count]),
    )  # fmt: skip
