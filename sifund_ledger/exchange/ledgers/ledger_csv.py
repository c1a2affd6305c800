"""A general ledger from CSV (huvudbok): one line a row, columns found by their names, Swedish or English."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sifund_ledger.exchange.ledgers import findings as codes
from sifund_ledger.exchange.ledgers.ledger_csv_rows import Layout, Rows
from sifund_ledger.exchange.sie.charset import decoded
from sifund_ledger.exchange.sie.file_findings import FileFindings
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
_PORTION: Final = 1 << 20
_LONG: Final = Bilingual(f"den har fler än {_LONGEST_LINE} tecken", f"it has more than {_LONGEST_LINE} characters")
_QUOTES: Final = Bilingual(
    "citattecknen går inte ihop, eller så har en cell en radbrytning",
    "its quotation marks are not in pairs, or a cell has a line break",
)


def take_csv(reader: LedgerReader, data: bytes, found: FileFindings) -> None:
    """Read a CSV file into a ledger: semicolon, tab or comma, any of the encodings of SIE, one line a row.

    Needed are the columns voucher, date, account, and amount or debit and credit; a column named by a number is that
    dimension's object. Rows need not stand in order: those of one voucher number and calendar year are one voucher,
    of its earliest day, unless the rows of each of its days balance by themselves; rows without a number are one
    voucher a day. Each calendar year becomes a source of its own. A line that cannot be read is an error and left out;
    the rest is read.
    """
    text = decoded(data, found).text
    del data  # the bytes of a large file need not stay while its text is read
    lines = ((number, line) for number, line in enumerate(_lines(text), 1) if line.strip())
    number, first = next(lines, (1, ""))
    delimiter = next((letter for letter in ";\t" if letter in first), ",")
    heads = _cells(first, delimiter)
    if heads is None:
        _broken(found, number, first)
    layout = _layout(heads or [], number, found)
    if layout is None:
        return
    rows, wide = Rows(reader.columns, layout), layout.width
    for number, line in lines:
        cells = _cells(line, delimiter)
        if cells is None:
            _broken(found, number, line)
            continue
        if len(cells) > wide and any(map(str.strip, cells[wide:])):
            sv = f"den har {len(cells)} celler, och tabellen {wide} kolumner"
            _broken(found, number, line, Bilingual(sv, f"it has {len(cells)} cells, and the table {wide} columns"))
            continue
        if fault := rows.take(number, cells):
            _unreadable(found, number, *fault)
    del text
    if not rows.end(reader, found):
        found.add(codes.LEDGER_CSV_NO_ROWS)


def _broken(found: FileFindings, number: int, line: str, why: Bilingual | None = None) -> None:
    found.add(codes.LEDGER_CSV_LINE_BROKEN, number, why=why or (_LONG if len(line) > _LONGEST_LINE else _QUOTES))


def _unreadable(found: FileFindings, line: int, meaning: str, value: str) -> None:
    ambiguous = meaning in _AMOUNTS and perhaps_thousands(value)
    code = codes.LEDGER_CSV_AMOUNT_AMBIGUOUS if ambiguous else codes.LEDGER_CSV_ROW_UNREADABLE
    found.add(code, line, column=_column(meaning), value=printable(value.strip(" ")) or '""')


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, in portions, so that they do not all stand beside it."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + _PORTION)
        end = len(text) if end < 0 else end
        yield from text[begin:end].split("\n")
        begin = end + 1


def _cells(line: str, delimiter: str) -> list[str] | None:
    """The cells of a line, ``None`` where it is too long or a quotation mark is left open."""
    if len(line) > _LONGEST_LINE:
        return None
    if '"' not in line:
        return line.split(delimiter)
    if line.count('"') % 2:
        return None
    try:
        return next(csv.reader((line,), delimiter=delimiter, strict=True))
    except csv.Error:
        return None


def _layout(heads: list[str], line: int, found: FileFindings) -> Layout | None:
    """Where the columns stand, ``None`` where one that is needed is missing; what is unclear is told."""
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
    return Layout(len(heads), {meaning: positions[0] for meaning, positions in met.items()})


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
