"""The template with cells changed, as a person changes them."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from sifund_ledger import Refused
from sifund_ledger.exchange import events_to_xlsx, parse_events, parse_figures
from sifund_ledger.exchange.examples import MALMO
from sifund_ledger.exchange.statements.figures_file import read_figures
from sifund_ledger.exchange.template.layout import UNREAD
from sifund_ledger.exchange.template.sheet import Sheet
from sifund_ledger.exchange.template.sheets import read_sheets
from sifund_ledger.exchange.template.template import figures_to_xlsx
from sifund_ledger.findings import Finding

EVENTS: tuple[dict[str, Any], ...] = (
    {"do": "register_board", "board": "BUN", "valid_from": "2014-01-01", "decision": "KF 2013-11-25 § 9"},
    {"do": "create_fund", "fund": "social", "policy": "tomelilla_earmark", "decision": "KF 2014-04-28 § 30"},
    {
        "do": "set_aside", "fund": "social", "amount": "10 000 000", "result_year": 2013,
        "decision": "KF 2014-04-28 § 31",
    },
    {
        "do": "grant", "fund": "social", "project": "Navigator", "amount": "6 000 000", "board": "BUN",
        "financing": "ur fonden", "decision": "KF 2014-04-28 § 33", "start": "2014-09-01", "end": "2016-12-31",
        "plan": {"BUN": {2017: "2 400 000"}, "SN": {2017: "3 600 000"}},
    },
)  # fmt: skip
"""A board, a fund, what is set aside in it, and a project with its plan."""


@cache
def figures_template() -> bytes:
    """Malmö's figures of 2013 to 2015, filled in."""
    return figures_to_xlsx(read_figures(MALMO))


@cache
def events_template() -> bytes:
    """The events, filled in."""
    return events_to_xlsx(EVENTS)


@cache
def _sheets(data: bytes) -> tuple[Sheet, ...]:
    unread = {word for words in UNREAD for word in words}
    return tuple(sheet for sheet in read_sheets(data, "f.xlsx") if sheet.name not in unread)


def changed(data: bytes, **cells: Any) -> bytes:
    """A workbook with other values in cells, ``Om_filen__B4=5`` or ``Fonder__Belopp6=5``, by the heading of a column; a
    function is given the workbook instead.

    The sheets have what is read of them, without their looks: that is faster, and the same to a reader.
    """
    book = Workbook()
    del book["Sheet"]
    for sheet in _sheets(data):
        page = book.create_sheet(sheet.name)
        for (row, column), value in sheet.cells.items():
            page.cell(row, column).value = value
    for where, value in cells.items():
        if callable(value):
            value(book)
            continue
        name, _, cell = where.rpartition("__")
        name = name.replace("_", " ")
        book[name][cell_of(book[name], cell)] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def cell_of(page: Any, cell: str) -> str:
    """A cell by its name, or by the heading of its column, as columns move when commands get fields: ``Belopp6``."""
    heading, row = re.fullmatch(r"(\D+)(\d+)", cell).groups()  # type: ignore[union-attr]
    for head in page[4]:
        if str(head.value or "").replace(" ", "_") == heading:
            return f"{head.column_letter}{row}"
    return cell


def named_cell(data: bytes, place: str) -> str:
    """A place with the heading of a column, ``Fonder!Belopp6``, as findings name it."""
    sheet, _, cell = place.partition("!")
    page = Workbook().active
    for (row, column), value in next(each for each in _sheets(data) if each.name == sheet).cells.items():
        if row == 4:
            page.cell(row, column).value = value
    return f"{sheet}!{cell_of(page, cell)}"


def faults(data: bytes, *, events: bool = False) -> list[Finding]:
    """What is found in a workbook, called ``f.xlsx``; nothing where it is read."""
    try:
        (parse_events if events else parse_figures)(data, format="xlsx", name="f.xlsx")
    except Refused as refusal:
        return list(refusal.findings)
    return []
