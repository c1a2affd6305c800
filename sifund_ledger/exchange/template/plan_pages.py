"""The sheet of plans as it is written (planernas blad): amounts by year and board of events on the other sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sifund_ledger.book.commands import command_named
from sifund_ledger.book.commands.files import DO
from sifund_ledger.exchange.template import layout, pages
from sifund_ledger.exchange.template.cells import form_of
from sifund_ledger.exchange.template.pages import HEADINGS, ROWS, Pages, as_text, in_unit
from sifund_ledger.fields.kinds import Setting
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.project.fields import lines_of

_LEAD: Final = Bilingual(
    "Belopp per år och nämnd för händelser på de andra bladen: återföringsplaner, ramar, avsikter. Till nr är "
    "händelsens nummer; en rad för varje nämnd och år.",
    "Amounts by year and board for events on the other sheets: repayment plans, frames, intentions. Of event is the "
    "event's number; a row for each board and year.",
)


def write_plans(book: Pages, events: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """The sheet with the parts of plans of numbered events: a row for each name and year."""
    page = book.sheet(layout.PLANS, layout.PLANS, _LEAD)
    for at, field in enumerate(layout.PLAN_FIELDS):
        form = form_of(field.kind)
        book.column(page, at, form, {"part": 20, "name": 34}.get(field.name))
        page.write_string(HEADINGS, at, book.head(field.words), book.looks.of(pages.HEAD))
        if field is layout.PLAN_FIELD:
            page.data_validation(HEADINGS + 1, at, ROWS, at, {"validate": "list", "source": _parts_of_plans(book)})
        else:
            book.check(page, (HEADINGS + 1, at, ROWS, at), field)
    page.set_row(HEADINGS, 22)
    page.freeze_panes(HEADINGS + 1, 0)
    for row, cells in enumerate(_plan_rows(book, events), HEADINGS + 1):
        for at, (field, value) in enumerate(zip(layout.PLAN_FIELDS, cells, strict=True)):
            if value is not None:
                book.put(page, row, at, field.kind, value)
    book.protect(page)


def _parts_of_plans(book: Pages) -> list[str]:
    """The fields that are given on the sheet of plans."""
    commands = (command for sheet in layout.EVENT_SHEETS for command in layout.commands_on(sheet))
    fields = (field for command in commands for field in command.fields() if layout.on_plans(field.kind))
    return sorted({book.words(field.words) for field in fields})


def _plan_rows(book: Pages, events: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[tuple[Any, ...]]:
    """Number, field, name, year and amount of each part of a plan."""
    for number, event in events:
        fields = {name: field for field in command_named(str(event[DO.en])).fields() for name in field.words}
        for key, value in event.items():
            field = fields.get(key)
            if field is None or not layout.on_plans(field.kind) or value is None:
                continue
            read = field.kind.read(value, key, Setting(book.unit))
            part = book.words(field.words)
            if layout.by_name(field.kind) and layout.by_year(field.kind):
                for board, year, ore in lines_of(read):
                    yield number, part, board, year, in_unit(ore, book.unit)
            elif layout.by_year(field.kind):
                for year, ore in read.items():
                    yield number, part, None, year, in_unit(ore, book.unit)
            else:
                for name, each in read.items():
                    share = "share" in field.kind.name
                    yield number, part, name, None, as_text(each) if share else in_unit(each, book.unit)
