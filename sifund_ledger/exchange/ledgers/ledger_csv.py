"""A general ledger from CSV (huvudbok, saldolista): columns found by their names, Swedish or English."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from sifund_ledger.exchange.csv_lines import MOST_COLUMNS, rows_in, too_many_cells
from sifund_ledger.exchange.ledgers import findings as codes
from sifund_ledger.exchange.ledgers.csv_balances import Balances
from sifund_ledger.exchange.ledgers.csv_cells import Cells, SplitDecimals, Unread
from sifund_ledger.exchange.ledgers.csv_vouchers import Vouchers
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.charset import decoded
from sifund_ledger.files import MOST_FAULTY_LINES, uncollected
from sifund_ledger.findings import Bilingual, printable
from sifund_ledger.written import cleaned

if TYPE_CHECKING:
    from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader


_NAMES: Final = {
    "voucher": ("ver", "voucher", "vouchernumber", "vernr", "verifikat", "verifikation", "verifikationsnr",
                "verifikationsnummer"),
    "series": ("serie", "series", "verserie", "verifikationsserie"),
    "day": ("datum", "date", "voucherdate", "verdatum", "verifikationsdatum", "bokföringsdatum"),
    "account": ("konto", "account", "accountnumber", "kontonr", "kontonummer"),
    "amount": ("belopp", "amount"),
    "debit": ("debet", "debit"),
    "credit": ("kredit", "credit"),
    "text": ("text", "text", "description", "name", "namn", "benämning", "beskrivning", "kontonamn", "kontobenämning",
             "vertext", "verifikationstext"),
    "opening": ("ingående", "opening", "openingbalance", "ingåendebalans", "ingåendesaldo", "ingbalans", "ingsaldo",
                "ib"),
    "change": ("förändring", "change", "rörelse", "period", "perioden"),
    "closing": ("utgående", "closing", "closingbalance", "balance", "utgåendebalans", "utgåendesaldo", "utgbalans",
                "utgsaldo", "ub", "saldo"),
    "kind": ("typ", "type", "kontotyp"),
    "year": ("år", "year", "räkenskapsår", "fiscalyear"),
    "1": ("ansvar", "responsibility", "kst", "kostnadsställe"),
    "6": ("projekt", "project"),
    "20": ("verksamhet", "activity"),
    "21": ("motpart", "counterparty"),
}  # fmt: skip
MEANINGS: Final = {meaning: Bilingual(*names[:2]) for meaning, names in _NAMES.items()}
"""What each column is called in Swedish and English, by its meaning."""
_MEANING: Final = {name: meaning for meaning, names in _NAMES.items() for name in names}
_OF_BALANCES: Final = frozenset({"opening", "change", "closing", "kind", "year"})
_DIMENSION: Final = re.compile(r"[0-9]{1,4}")
_BETWEEN: Final = re.compile(r"[\s._-]+")
_SEPARATOR: Final = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_MOST_TITLES: Final = 30
"""How many lines may stand above the names of the columns."""
_MANY: Final = 1024
"""How many rows are taken at once."""
_FEW: Final = 16
"""How few rows are no longer halved where not all of them can be taken at once."""


@uncollected()
def take_csv(reader: LedgerReader, data: bytes, found: FileFindings) -> None:
    """Read a CSV file into a ledger: semicolon, tab or comma, any of the encodings of SIE, one line a row.

    A journal needs the columns voucher, date, account, and amount or debit and credit; a column named by a number is
    that dimension's object. Rows need not stand in order: those of one voucher number and calendar year are one
    voucher, of its earliest day, unless the rows of each of its days balance by themselves; rows without a number are
    one voucher a day. Each calendar year becomes a source of its own. A list of balances (saldolista) needs account,
    and opening or closing balance. A line ``sep=;`` and titles may stand above the names of the columns. A line that
    cannot be read is an error and left out; the rest is read.
    """
    lines = decoded(data, found).text.split("\n")
    head, delimiter = _head_of(lines)
    broken = deque[tuple[int, Bilingual]]()
    records = rows_in(lines, head, delimiter, lambda line, why: broken.append((line, why)))
    number, heads = next(records)
    _report_broken(broken, number + 1, found)
    layout = _layout(heads, number, found)
    if layout is None:
        return
    cells = Cells(layout, found)
    table = Vouchers(cells) if "amount" in layout or "debit" in layout else Balances(cells, lines[:head])
    unread: list[tuple[int, list[str], Unread]] = []
    faulty = 0
    decimals = SplitDecimals(layout)
    for number, row in _odd_rows(records, table, len(heads), decimals):
        _report_broken(broken, number, found)
        if why := too_many_cells(row, heads):
            found.add(codes.LEDGER_CSV_LINE_BROKEN, number, why=why)
            faulty += 1
        elif any(map(str.strip, row)) and (fault := _fault_of(table, number, row)):
            unread.append((number, row, fault))
            faulty += not fault.unclear
        if faulty >= MOST_FAULTY_LINES and 10 * faulty > number:
            found.add(codes.LEDGER_CSV_NOT_ROWS, number, count=faulty)
            break
    else:
        _report_broken(broken, len(lines) + 1, found)
    if delimiter == "," and decimals.on_every_row:
        found.add(codes.LEDGER_CSV_DECIMALS_SPLIT, value=printable(decimals.example))
        return
    settled = cells.settle()
    for number, row, fault in unread:
        # By what the rest of the file has shown, a row may be readable after all.
        if left := _fault_of(table, number, row) if settled and fault.unclear else fault:
            found.add(left.code, number, column=column(left.meaning), value=printable(left.value.strip(" ")) or '""')
    cells.report()
    if not table.put_into(reader):
        found.add(codes.LEDGER_CSV_NO_ROWS)


def _odd_rows(
    records: Iterator[tuple[int, list[str]]], table: Vouchers | Balances, width: int, decimals: SplitDecimals
) -> Iterator[tuple[int, list[str]]]:
    """The rows that must be taken one by one, with their lines; the table takes the others, many at once."""
    while block := list(islice(records, _MANY)):
        blocks = [block]
        while blocks:
            block = blocks.pop()
            lines, rows = zip(*block, strict=True)
            if isinstance(table, Vouchers) and len(block) > 1 and table.take_many(lines, rows, width):
                decimals.see(*rows)
            elif len(block) > _FEW:
                half = len(block) // 2
                blocks += block[half:], block[:half]
            else:
                for number, row in block:
                    decimals.see(row)
                    yield number, row


def _report_broken(broken: deque[tuple[int, Bilingual]], before: int, found: FileFindings) -> None:
    """Report the lines before another that are no rows."""
    while broken and broken[0][0] < before:
        line, why = broken.popleft()
        found.add(codes.LEDGER_CSV_LINE_BROKEN, line, why=why)


def _fault_of(table: Vouchers | Balances, number: int, row: list[str]) -> Unread | None:
    """Let a table take a row; what of it cannot be read, without the frames that a file of such rows would keep."""
    try:
        table.take(number, row)
    except Unread as fault:
        return fault.with_traceback(None)
    return None


def column(meaning: str) -> Bilingual | str:
    """What a column is called, by its meaning."""
    if meaning not in _NAMES or meaning.isdigit():
        return f"dimension {meaning}"
    sv, en = MEANINGS[meaning]
    if meaning == "amount":
        return Bilingual(f"{sv} (eller debet och kredit)", f"{en} (or debit and credit)")
    return Bilingual(sv, en)


def _head_of(lines: Sequence[str]) -> tuple[int, str]:
    """The line with the names of the columns, from 0, and the delimiter: the line of the first ones with most names."""
    filled = (index for index, line in enumerate(lines) if line.strip())
    first = next(filled, 0)
    separator = _SEPARATOR.fullmatch(cleaned(lines[first][:20]))
    if separator:
        first = next(filled, first)

    def delimiter(index: int) -> str:
        return separator[1] if separator else next((letter for letter in ";\t" if letter in lines[index]), ",")

    def named(index: int) -> int:
        meanings = map(meaning_of, lines[index].replace('"', "").split(delimiter(index)))
        return len({meaning for meaning in meanings if meaning and not meaning.isdigit()})

    head = max(range(first, min(len(lines), first + _MOST_TITLES)), key=named)
    return head, delimiter(head)


def _layout(heads: list[str], line: int, found: FileFindings) -> Mapping[str, int] | None:
    """Where the columns stand by meaning (``day``, ``20`` …), ``None`` where one is missing; what is unclear is
    reported."""
    named = max((count for count, head in enumerate(heads, 1) if head.strip()), default=0)
    if named > MOST_COLUMNS:
        found.add(codes.LEDGER_CSV_COLUMNS_TOO_MANY, line, count=named, most=MOST_COLUMNS)
        return None
    met: dict[str, list[int]] = {}
    for position, head in enumerate(heads[:named]):
        met.setdefault(meaning_of(head), []).append(position)
    balances = "account" in met and not met.keys() & {"voucher", "day", "amount", "debit"}
    balances &= bool(met.keys() & {"opening", "closing"})
    unread = met.pop("", [])
    if not balances:
        unread += [position for meaning in _OF_BALANCES & met.keys() for position in met.pop(meaning)]
    names = [name for position in sorted(unread) if (name := printable(heads[position].strip()))]
    if names:
        found.add(codes.LEDGER_CSV_COLUMN_UNREAD, line, names=", ".join(names))
    needed = ["account"] if balances else ["voucher", "day", "account", "amount"]
    if "debit" in met and "credit" in met and not balances:
        needed.remove("amount")
        if "amount" in met:
            _twice(found, line, "amount", [heads[met[each][0]] for each in ("debit", "credit", "amount")], count=2)
            del met["amount"]
    for meaning, positions in met.items():
        if len(positions) > 1:
            _twice(found, line, meaning, [heads[position] for position in positions])
    missing = [meaning for meaning in needed if meaning not in met]
    for meaning in missing:
        found.add(codes.LEDGER_CSV_COLUMN_MISSING, line, column=column(meaning))
    return None if missing else {meaning: positions[0] for meaning, positions in met.items()}


def meaning_of(head: str) -> str:
    """What a column is by its heading, a number for a dimension; empty where that says nothing.

    >>> meaning_of("Verifikationsnr"), meaning_of("20"), meaning_of("Anm")
    ('voucher', '20', '')
    """
    name = _BETWEEN.sub("", cleaned(head).lower())
    return name if _DIMENSION.fullmatch(name) else _MEANING.get(name, "")


def _twice(found: FileFindings, line: int, meaning: str, names: list[str], count: int = 1) -> None:
    """Columns of one meaning; the first ``count`` of them count."""
    listed = [printable(name.strip()) for name in names]
    found.add(
        codes.LEDGER_CSV_COLUMN_TWICE, line, column=column(meaning), names=", ".join(listed),
        first="/".join(listed[:count]),
    )  # fmt: skip
