"""The sheets of events as they are written (händelsernas blad): a row for each, and what its command has no use of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sifund_ledger.book.commands import command_named
from sifund_ledger.book.commands.files import DO
from sifund_ledger.exchange.template import layout, pages
from sifund_ledger.exchange.template.cells import form_of
from sifund_ledger.exchange.template.lists import NAMES, Lists
from sifund_ledger.exchange.template.pages import HEADINGS, ROWS, Pages, as_text, choices, in_unit
from sifund_ledger.exchange.template.plan_pages import write_plans
from sifund_ledger.exchange.template.sheet import reference
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.kinds import DECISION, SHARE, Setting, unreadable
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.commands import Command

_LEADS: Final = {
    "Nämnder": Bilingual(
        "En rad för varje händelse. Nämnder registreras innan projekt beviljas dem.",
        "A row for each event. Boards are registered before projects are granted to them.",
    ),
    "Eget kapital": Bilingual(
        "En rad för varje händelse: ingående eget kapital, resultat, justeringar, reserver, åtgärdsplaner.",
        "A row for each event: opening equity, results, adjustments, reserves, action plans.",
    ),
    "Fonder": Bilingual(
        "En rad för varje händelse: en fond inrättas, medel öronmärks, förnyas, upplöses.",
        "A row for each event: a fund is created, money is set aside, renewed, dissolved.",
    ),
    "Projekt": Bilingual(
        "En rad för varje händelse: projekt beviljas, kostnader rapporteras, medel ianspråktas och återförs. "
        "Planer och ramar per år står på bladet Planer.",
        "A row for each event: projects are granted, costs reported, money used and repaid. Plans and frames by year "
        "stand on the sheet Plans.",
    ),
    "Program": Bilingual(
        "En rad för varje händelse: ett projekt når ett skede, en ansökan redovisas, någon deltar, mål anges, effekter "
        "beräknas, ett projekt införs. Inget bokförs.",
        "A row for each event: a project reaches a stage, an application is declared, somebody takes part, goals are "
        "set, effects are calculated, a project is implemented. Nothing is posted.",
    ),
    "År och beslut": Bilingual(
        "En rad för varje händelse: år stängs, beslut överklagas eller får laga kraft, poster rättas.",
        "A row for each event: years are closed, decisions are appealed or become final, records are corrected.",
    ),
}
_MARKS: Final = Bilingual(
    "  Gult fält behövs för händelsen, grått används inte.",
    "  A yellow cell is needed for the event, a grey one unused.",
)
_NUMBER_HELP: Final = Bilingual(
    "Ordningen som händelserna registreras i, även mellan bladen. 1, 2, 3 …",
    "The order in which events are recorded, across sheets too. 1, 2, 3 …",
)
_EVENT_HELP: Final = Bilingual("Välj vad som har hänt.", "Choose what has happened.")
_UNITS: Final = {
    "number": Bilingual("belopp", "amount"),
    "day": Bilingual("datum", "date"),
    "flag": Bilingual("ja / nej", "yes / no"),
    "word": Bilingual("välj", "choose"),
    "several": Bilingual("skilj med ;", "part by ;"),
    "whole": Bilingual("", ""),
    "text": Bilingual("", ""),
}
_EVENTS_OF: Final = Bilingual("händelser", "events")
_PLAIN: Final = {"num_format": "General", "align": "left"}


def write_event_sheets(book: Pages, events: Sequence[Mapping[str, Any]], lists: Lists) -> None:
    """The sheets of events with rows for those given, in their order, and the sheet of their plans."""
    numbered = list(enumerate(events, 1))
    matrix: list[tuple[str, list[int]]] = []
    for sheet in layout.EVENT_SHEETS:
        own = [(number, event) for number, event in numbered if _command(event) in layout.commands_on(sheet)]
        _write_sheet(book, sheet, own, lists, matrix)
    write_plans(book, numbered)
    page = book.made.add_worksheet(book.words(layout.FIELDS))
    for row, (name, marks) in enumerate(matrix):
        page.write_string(row, 1, name)
        for at, mark in enumerate(marks, 2):
            page.write_number(row, at, mark)
    page.hide()
    book.protect(page)


def _command(event: Mapping[str, Any]) -> type[Command]:
    return command_named(str(event[DO.en]))


def _write_sheet(
    book: Pages, sheet: Bilingual, events: Iterable[tuple[int, Mapping[str, Any]]], lists: Lists,
    matrix: list[tuple[str, list[int]]],
) -> None:  # fmt: skip
    lead = Bilingual(*(said + mark for said, mark in zip(_LEADS[sheet.sv], _MARKS, strict=True)))
    page = book.sheet(sheet, sheet, lead, fits=False)
    fields, commands = layout.columns_of(sheet, book.language), layout.commands_on(sheet)
    first = len(matrix)
    matrix += [(book.head(each.words()), [_mark(book, each, field) for field in fields]) for each in commands]
    title = Bilingual(*(f"{of}: {name}" for of, name in zip(_EVENTS_OF, sheet, strict=True)))
    names = lists.source(sheet.en, title, (name for name, _ in matrix[first:]))
    _heads(book, page, fields, names, lists)
    _colours(book, page, fields, first, len(matrix) - 1)
    for row, (number, event) in enumerate(events, HEADINGS + 1):
        page.write_number(row, 0, number, book.input("number", _PLAIN))
        command = _command(event)
        page.write_string(row, 1, book.head(command.words()), book.input("text"))
        of_command = {name: field for field in command.fields() for name in field.words}
        given = {
            book.words(of_command[key].words): (of_command[key], value) for key, value in event.items() if key not in DO
        }
        for at, field in enumerate(fields, 2):
            if book.words(field.words) in given:
                own, value = given[book.words(field.words)]
                if not layout.on_plans(own.kind):
                    _put(book, page, row, at, own, value)
    book.protect(page)


def _mark(book: Pages, command: type[Command], field: Field) -> int:
    """Whether a command has a field: 0 not, 1 perhaps, 2 always; a decision may stand for all events together."""
    own = next((each for each in command.fields() if book.words(each.words) == book.words(field.words)), None)
    if own is None or layout.on_plans(own.kind):
        return 0
    return 2 if own.required and own.name != "decision" else 1


def _heads(book: Pages, page: Any, fields: Sequence[Field], names: str, lists: Lists) -> None:
    page.set_row(HEADINGS, 32)
    page.freeze_panes(HEADINGS + 1, 2)
    page.repeat_rows(HEADINGS)
    page.repeat_columns(0, 1)
    page.set_print_scale(70)
    page.set_column(0, 0, 5, book.input("number", _PLAIN))
    page.set_column(1, 1, 31, book.input("text"))
    for at, words in enumerate((layout.NUMBER, layout.EVENT)):
        page.write_string(HEADINGS, at, book.head(words), book.looks.of(pages.HEAD))
    number = {"validate": "decimal", "criteria": ">", "value": 0, "input_title": book.head(layout.NUMBER)}
    page.data_validation(HEADINGS + 1, 0, ROWS, 0, {**number, "input_message": book.words(_NUMBER_HELP)})
    chosen = {"validate": "list", "source": names, "input_title": book.head(layout.EVENT)}
    page.data_validation(HEADINGS + 1, 1, ROWS, 1, {**chosen, "input_message": book.words(_EVENT_HELP)})
    for at, field in enumerate(fields, 2):
        form = form_of(field.kind)
        wide = 30 if field.kind is DECISION else 34 if field.name in ("reason", "measures") else None
        longest = max(map(len, book.head(field.words).split()))
        book.column(page, at, form, wide or max(pages.WIDTHS[form], longest * 1.2 + 2))
        page.write_string(HEADINGS - 1, at, book.words(_UNITS[form]), book.looks.of(pages.HINT))
        page.write_string(HEADINGS, at, book.head(field.words), book.looks.of(pages.HEAD))
        book.check(page, (HEADINGS + 1, at, ROWS, at), field, _source(book, field, lists))


def _source(book: Pages, field: Field, lists: Lists) -> str | None:
    """The list that a field chooses from, where it is one of names, or too long for a check."""
    for name, title in NAMES.items():
        if field.name == name or field.name.endswith(f"_{name}"):
            return lists.source(name, title, (), free=True)
    words = choices(field.kind, book.language)
    if len(",".join(words)) > pages.MOST_TYPED:
        return lists.source(field.kind.name, field.words, words)
    return None


def _colours(book: Pages, page: Any, fields: Sequence[Field], first: int, last: int) -> None:
    """Let what the event of a row has no use of be grey, and what it lacks yellow.

    The formats of a sheet may name cells of another by names alone, in older programs.
    """
    hidden, row = book.words(layout.FIELDS), HEADINGS + 2
    corner = reference(last + 1, len(fields) + 2)
    letters = corner.rstrip("0123456789")
    marks, events = f"sifund_fields_{first}", f"sifund_events_{first}"
    book.made.define_name(marks, f"='{hidden}'!$C${first + 1}:${letters}${last + 1}")
    book.made.define_name(events, f"='{hidden}'!$B${first + 1}:$B${last + 1}")
    mark = f"INDEX({marks},MATCH($B{row},{events},0),COLUMN()-2)"
    unused = f'=AND($B{row}<>"",IFERROR({mark},1)=0)'
    needed = f'=AND($B{row}<>"",C{row}="",IFERROR({mark},0)=2)'
    cells = (HEADINGS + 1, 2, ROWS, len(fields) + 1)
    page.conditional_format(*cells, {"type": "formula", "criteria": unused, "format": book.looks.of(pages.UNUSED)})
    page.conditional_format(*cells, {"type": "formula", "criteria": needed, "format": book.looks.of(pages.NEEDED)})


def _put(book: Pages, page: Any, row: int, column: int, field: Field, value: Any) -> None:
    """A value of an event in its cell."""
    form, kind, setting = form_of(field.kind), field.kind, Setting(book.unit)
    if value is None:
        return
    if form == "number":
        read = kind.read(value, field.name, setting)
        value = as_text(read) if kind.name == SHARE.name else in_unit(read, book.unit)
    elif form in ("whole", "flag", "day"):
        value = kind.read(value, field.name, setting)
    elif form == "several":
        value = _joined(value, field)
    elif form == "word" and not isinstance(value, str):  # such as rules of one's own, which no cell has room for
        raise unreadable(kind.words, value, field.name, kind.example)
    book.put(page, row, column, kind, value)


def _joined(value: Any, field: Field) -> str:
    """Several values in a cell, as options of a command are typed. Raises ``Refused`` for what cannot be told apart."""
    if isinstance(value, Mapping):
        parts = [f"{key}={_years(each)}" for key, each in value.items()]
    elif isinstance(value, list | tuple):
        parts = [_part(each) for each in value] or ["none"]
    else:
        return str(value)
    if any(mark in part for part in parts for mark in ";\n"):
        raise unreadable(field.kind.words, "; ".join(parts), field.name, field.kind.example)
    return "; ".join(parts)


def _years(value: Any) -> str:
    """A choice in a policy; a first and a last year as people write them."""
    if isinstance(value, bool):
        return str(value).lower()
    return "–".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _part(value: Any) -> str:
    if isinstance(value, Mapping):
        return ",".join(f"{key}={each}" for key, each in value.items())
    return ":".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
