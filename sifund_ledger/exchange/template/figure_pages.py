"""The sheets of figures as they are written (uppgifternas blad): the years side by side, and the lists beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from moneyed import Money

from sifund_ledger.balance.figures.figure import Figure
from sifund_ledger.balance.figures.year_figures import FIGURES, YearFigures, year_fields
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.exchange.statements.figures_file import FiguresFile
from sifund_ledger.exchange.template import layout, pages
from sifund_ledger.exchange.template.cells import form_of
from sifund_ledger.exchange.template.pages import HEADINGS, ROWS, Pages, in_unit
from sifund_ledger.exchange.template.sheet import reference
from sifund_ledger.fields.declared import Field
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.rows import ROW_NAMES
from sifund_ledger.money import to_ore

YEARS: Final = 6
"""So many columns of years a template has; more may be filled in."""
_GROUPS: Final = {
    "year": Bilingual("Året", "The year"),
    "net_result": Bilingual("Resultat och balanskravsjusteringar", "Result and balance requirement adjustments"),
    "reserve_allocated": Bilingual("Reserver", "Reserves"),
    "earmark_set_aside": Bilingual("Öronmärkt eget kapital", "Earmarked equity"),
    "taxes_and_grants": Bilingual("Underlag för reservernas tak", "Bases of the reserves' ceilings"),
    "budget_income": Bilingual("För slaget budget", "For the kind budget"),
    "reserve_decision": Bilingual("Beslut om reserverna", "Decision on the reserves"),
}
"""What stands above the figure, by its key."""
_ORDER: Final = (
    "year", "kind", "as_of", "presentation", "net_result", "realised_gains", "realised_gains_exempt",
    "realised_losses_exempt", "unrealised_gains", "unrealised_losses", "unrealised_gains_reversed",
    "unrealised_losses_reversed", "reserve_allocated", "reserve_used", "equalisation_reserve_used",
    "decisive_result", "reserve_purpose", "reserve_before", "equalisation_reserve_before", "earmark_set_aside",
    "earmark_used", "earmark_from_result", "voluntarily_restored",
)  # fmt: skip
"""The order of the rows; what is not here follows in the order of the file."""
_LABELS: Final = {
    "as_of": Bilingual("Uppgifternas dag", "Day of the figures"),
    "reserve_decision": Bilingual("Fullmäktiges beslut om reserverna", "The council's decision on the reserves"),
    "reserve_decision_state": Bilingual("Beslutets läge", "State of that decision"),
    "reserve_decision_kept_at": Bilingual("Protokollet förvaras", "The minutes are kept at"),
    "reserve_allocated": Bilingual(
        "Reservering av medel (RUR till 2023, RER från 2024)", "Less allocation to the reserve (RUR to 2023, then RER)"
    ),
    "reserve_used": Bilingual(
        "Användning av medel ur reserv (RUR till 2023, RER från 2024)", "Use of the reserve (RUR to 2023, then RER)"
    ),
    "equalisation_reserve_used": Bilingual(
        "Användning av det som återstår av RUR (2024–2033)", "Use of what is left of RUR (2024–2033)"
    ),
}
"""Rows whose name the law has changed, as columns may be of years on both sides; and what is clearer in more words."""
_LISTS: Final = ("other_adjustments", "exceptional_grounds")
_NEEDED: Final = ("year", "net_result")
_SHEET: Final = Bilingual("Uppgifter för balanskravsutredningen", "Figures for the balance requirement statement")
_LEAD: Final = Bilingual(
    "Ett år i varje kolumn: utfall, prognos eller budget. Belopp i enheten på bladet Om filen, utan tecken om inget "
    "annat sägs. Tomt är noll eller okänt.",
    "A year in each column: outcome, forecast or budget. Amounts in the unit of the sheet About, without a sign unless "
    "said otherwise. Empty is zero or unknown.",
)
_YEAR: Final = Bilingual("År {number}", "Year {number}")
_IN_LAW: Final = Bilingual("Räkenskapsår {first}–{last}. ", "Fiscal years {first}–{last}. ")
_ITEMS: Final = {
    "exceptional_grounds": Bilingual(
        "Synnerliga skäl att inte återställa ett underskott (KL 11 kap. 13 §): en rad för varje skäl, med året vars "
        "uppgifter det hör till.",
        "Exceptional grounds not to restore a deficit (KL 11:13): a row for each, with the year that it stands with.",
    ),
    "other_adjustments": Bilingual(
        "Kommunens egna rader: benämning, och belopp med det tecken som trycks.",
        "The municipality's own rows: label, and amount with the sign that is printed.",
    ),
    "opening_deficits": Bilingual(
        "Underskott från åren före det första på bladet Uppgifter, som ännu inte är återställda. Finns inga: skriv "
        "inga på bladet Om filen.",
        "Deficits of the years before the first on the sheet Figures that are not yet restored. If there are none, "
        "write none on the sheet About.",
    ),
}


def write_figures_sheets(book: Pages, file: FiguresFile | None, years: Sequence[int]) -> None:
    """The sheets of figures: those of a file, or empty ones with years that are filled in already."""
    page = book.sheet(layout.FIGURES, _SHEET, _LEAD, colour="#C8873D")
    fields = ordered_fields()
    columns = max(YEARS, len(file.years) if file else 0)
    page.set_column(0, 0, 56, book.looks.of())
    for at in range(1, columns + 1):
        book.column(page, at, "number", 15)
    page.set_column(columns + 1, columns + 1, 27, book.looks.of())
    page.set_column(columns + 2, columns + 2, 70, book.looks.of())
    titles = [book.head(layout.FIGURE)]
    titles += [book.words(_YEAR).format(number=number) for number in range(1, columns + 1)]
    for at, title in enumerate([*titles, book.head(layout.KEY), book.head(layout.EXPLANATION)]):
        page.write_string(HEADINGS, at, title, book.looks.of(pages.HEAD))
    page.set_row(HEADINGS, 22)
    page.freeze_panes(HEADINGS + 1, 1)
    page.repeat_rows(HEADINGS)
    page.print_area(0, 0, max(row for _, row in _rows(fields)), columns)
    row_of = {field.name: at for field, at in _rows(fields)}
    for field, row in _rows(fields):
        if field.name in _GROUPS:
            for at in range(columns + 3):
                title = book.words(_GROUPS[field.name]) if at == 0 else ""
                page.write_string(row - 1, at, title, book.looks.of(pages.GROUP))
        _figure_row(book, page, row, field, columns, row_of["year"])
    for at, year in enumerate(years, 1):
        page.write_number(row_of["year"], at, year, book.input("whole", {"bold": True}))
    for at, figures in enumerate(file.years if file else (), 1):
        for field in fields:
            value = _value(figures, field)
            if value is not None:
                book.put(page, row_of[field.name], at, field.kind, _plain(value, book))
    book.protect(page)
    _write_items(book, file)


def ordered_fields() -> list[Field]:
    """The rows of the sheet of figures."""
    fields = {field.name: field for field in year_fields() if field.name not in _LISTS}
    return [*(fields.pop(name) for name in _ORDER), *fields.values()]


def _rows(fields: Iterable[Field]) -> Iterable[tuple[Field, int]]:
    """Each field with its row; above a group there is one for its title."""
    row = HEADINGS
    for field in fields:
        row += 2 if field.name in _GROUPS else 1
        yield field, row


def _figure_row(book: Pages, page: Any, row: int, field: Field, columns: int, year_row: int) -> None:
    page.write_string(row, 0, label(field, book), book.looks.of(pages.LABEL))
    form = form_of(field.kind)
    bold = {"bold": field.name in ("year", "net_result")}
    for at in range(1, columns + 1):
        page.write_blank(row, at, None, book.input(form, bold))
    key = book.words(field.words)
    page.write_string(row, columns + 1, key, book.looks.of(pages.SMALL))
    page.write_string(row, columns + 2, _explained(field, book), book.looks.of(pages.SMALL))
    cells = (row, 1, row, columns)
    book.check(page, cells, field)
    year = f"{reference(year_row + 1, 2)[0]}${year_row + 1}"
    if isinstance(field, Figure) and field.law:
        parts = [f"{year}<{field.first_year}"] if field.first_year else []
        parts += [f"{year}>{field.last_year}"] if field.last_year else []
        page.conditional_format(
            *cells,
            {"type": "formula", "criteria": f"=AND(ISNUMBER({year}),OR({','.join(parts)}))",
             "format": book.looks.of(pages.UNUSED)},
        )  # fmt: skip
    if field.name in _NEEDED:
        lacks = f'=AND(COUNTA(B${HEADINGS + 2}:B$100)>0,B${row + 1}="")'
        page.conditional_format(
            *cells, {"type": "formula", "criteria": lacks, "format": book.looks.of(pages.NEEDED)}
        )  # fmt: skip


def label(field: Field, book: Pages) -> str:
    """What a figure is called on the sheet: by the law's name for its row, if it has one."""
    if field.name in _LABELS:
        return book.words(_LABELS[field.name])
    names = [row for row in ROW_NAMES if row.name == field.name]
    if names:
        return names[-1].sv if book.language == "sv" else names[-1].en
    title = field.title if isinstance(field, Figure) else None
    return layout.heading(book.words(title or field.words))


def _explained(field: Field, book: Pages) -> str:
    says = book.words(field.help).replace("`", "").replace("*", "")
    dated = ""
    if isinstance(field, Figure) and field.first_year:
        dated = book.words(_IN_LAW).format(first=field.first_year, last=field.last_year or "")
    return f"{dated}{says[:1].upper()}{says[1:]}"


def _value(owner: Any, field: Field) -> Any:
    """What figures, or an item of them, have for a field, ``None`` where it is left out."""
    for suffix, read in (("_state", _state), ("_kept_at", _kept_at)):
        of = field.name.removesuffix(suffix)
        if of != field.name and isinstance(decision := getattr(owner, of, None), Decision):
            return read(decision)
    value = owner.value(field.name) if isinstance(owner, YearFigures) and field.name in _OWN else getattr(
        owner, field.name, None
    )  # fmt: skip
    return None if value is None or (value == field.default and field.name not in _NEEDED) else value


_OWN: Final = {"year", *(figure.name for figure in FIGURES)}


def _state(decision: Decision) -> str | None:
    return None if decision.state is DecisionState.DECIDED else decision.state.value


def _kept_at(decision: Decision) -> str | None:
    return decision.kept_at or None


def _plain(value: Any, book: Pages) -> Any:
    """A value as a cell has it."""
    if isinstance(value, Money):
        return in_unit(to_ore(value), book.unit)
    return str(value) if isinstance(value, Decision) else value


def _write_items(book: Pages, file: FiguresFile | None) -> None:
    """The lists within the figures, a sheet for each."""
    for key, (name, fields) in layout.ITEM_SHEETS.items():
        page = book.sheet(name, name, _ITEMS[key], colour="#C8873D")
        for at, field in enumerate(fields):
            book.column(page, at, form_of(field.kind), 34 if field.name in ("reason", "label") else None)
            page.write_string(HEADINGS, at, book.head(field.words), book.looks.of(pages.HEAD))
            book.check(page, (HEADINGS + 1, at, ROWS, at), field)
        page.set_row(HEADINGS, 32)
        page.freeze_panes(HEADINGS + 1, 1)
        for row, (beside, item) in enumerate(_items(key, file), HEADINGS + 1):
            for at, field in enumerate(fields):
                value = beside.get(field.name) if field.name in beside else _value(item, field)
                if value is not None:
                    book.put(page, row, at, field.kind, _plain(value, book))
        book.protect(page)


def _items(key: str, file: FiguresFile | None) -> Iterable[tuple[dict[str, Any], Any]]:
    """The items of a list, with what says where they belong."""
    if file is None:
        return
    if key == "opening_deficits":
        yield from (({}, each) for each in file.opening_deficits or ())
        return
    for figures in file.years:
        for item in getattr(figures, key):
            yield {"year": figures.year, "kind": figures.kind.value, "belongs_to": None}, item
    if key == "exceptional_grounds":
        for deficit in file.opening_deficits or ():
            for item in deficit.grounds:
                yield {"year": deficit.year, "kind": None, "belongs_to": "opening_deficit"}, item
