"""The origins of the note on equity: the year before, the records of the year, the accounts of reserves and funds."""

from __future__ import annotations

from typing import Final

from sifund_ledger.balance.equity.equity import EquityNote
from sifund_ledger.law.equity import EQUITY_LAYOUT
from sifund_ledger.law.rules import in_force
from sifund_ledger.report import words
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.origins.making import Making
from sifund_ledger.report.records import CORRECTED
from sifund_ledger.table import Row, Table

_KINDS: Final = {
    "opening": ("equity_opened",),
    "adjusted": ("equity_adjusted",),
    "corrected": (CORRECTED,),
    "result": ("result_recorded",),
    "equalisation_reserve": ("equity_opened", "reserve_allocated", "reserve_used", "reserve_dissolved"),
    "result_reserve": (
        "equity_opened", "reserve_allocated", "reserve_used", "reserve_dissolved", "set_aside_to_reserve",
        "used_of_reserve",
    ),
    "rur": ("reserve_allocated", "reserve_used", "reserve_dissolved"),
}  # fmt: skip
_SUMS: Final = {"adjusted_opening": ("opening", "adjusted", "corrected"), "closing": ("adjusted_opening", "result")}


def origins_of_note(table: Table, notes: tuple[EquityNote, ...], making: Making) -> dict[Place, Origin]:
    """Where each amount of the note comes from; ``notes`` are those of its columns, in order."""
    found = {}
    for position, note in enumerate(notes, 1):
        for number, row in enumerate(table.rows):
            if position < len(row.cells) and isinstance(cell := row.cells[position], int):
                found[number, position] = _of_row(table, row, note, position, cell, making)
    return found


def _of_row(table: Table, row: Row, note: EquityNote, position: int, cell: int, making: Making) -> Origin:
    if row.code == "other":
        codes = [each.code for each in table.rows]
        behind = {each.code: each for each in table.rows[codes.index("divided") :]}
        whole = making.column(table, [table.rows[codes.index("closing")]], position)
        parts_of_it = making.column(table, [behind["result"], behind["rur"]], position, -1)
        return making.of(row.cells[0], cell, terms=(*whole, *parts_of_it))
    parts = _SUMS.get(row.code, ())
    if parts and not any(each.code == "adjusted_opening" for each in table.rows):
        parts = tuple("opening" if part == "adjusted_opening" else part for part in parts)
    rows = [each for code in parts for each in table.rows if each.code == code][: len(parts)]
    records = making.records.of_year(note.year, *_KINDS.get(row.code, ()))
    layout = in_force(EQUITY_LAYOUT, note.year)
    rule = making.cited(layout.name, layout.cited, note.year) if row.code in _SUMS else ""
    terms = making.column(table, rows, position)
    said = _said(row, note, making, known=bool(records or parts))
    return making.of(row.cells[0], cell, records=records, note=said, terms=terms, rule=rule)


def _said(row: Row, note: EquityNote, making: Making, *, known: bool) -> str:
    """What there is to say of a row beside its records; of one without any, where it comes from all the same."""
    if row.code == "earmark":
        return words.SEE_FUND.words(making.language)
    if row.code == "opening" or (not known and (row.level or row.code == "rur")):
        return words.CLOSING_BEFORE.words(making.language).format(year=note.year - 1)
    return "" if known else words.TO_BE_BOOKED.words(making.language)
