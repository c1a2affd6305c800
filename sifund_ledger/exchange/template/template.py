"""The template as a file (mallen): help, what the file is of, figures, events, the lists to choose from, an example.

``figures_to_xlsx`` and ``events_to_xlsx`` fill it in; reading it gives the same figures and the same events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.boundary import looked_up
from sifund_ledger.exchange.statements.figures_file import FiguresFile
from sifund_ledger.exchange.template import layout, pages
from sifund_ledger.exchange.template.event_pages import write_event_sheets
from sifund_ledger.exchange.template.figure_pages import write_figures_sheets
from sifund_ledger.exchange.template.help_pages import write_example, write_help
from sifund_ledger.exchange.template.lists import NAMES, Lists
from sifund_ledger.exchange.template.pages import Pages, in_unit
from sifund_ledger.fields.declared import Field
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.fund.policies import NOT_CHOSEN, PRESETS
from sifund_ledger.funds.policy.policy import parameter_words
from sifund_ledger.money import to_ore
from sifund_ledger.written import visible

_CREATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001  # so that the same template is the same bytes
_ABOUT: Final = Bilingual("Om filen", "About the file")
_ABOUT_LEAD: Final = Bilingual(
    "Vems uppgifterna är, och i vilken enhet beloppen står, på alla blad.",
    "Whose the figures are, and the unit of amounts on every sheet.",
)
_VERSION: Final = Bilingual("ändra inte", "leave as it is")


def write_template(
    *, language: Language = "sv", unit: Unit = "kr", years: Sequence[int] = (), fund: str = "",
    figures: FiguresFile | None = None, events: Iterable[Mapping[str, Any]] = (), decision: str = "",
    names: Mapping[str, Sequence[str]] | None = None,
) -> bytes:  # fmt: skip
    """The template as an xlsx file, empty or filled in with figures and events.

    ``fund`` is a preset whose fund the first event creates; ``names`` are the known ones of ``fund``, ``board`` and
    ``project``, to choose from. Events have the keys of an events file, in English, and amounts in ``unit``. Raises
    :class:`~sifund_ledger.Refused` for an event with a value that cannot be read, and ``UnreadableInput`` where
    XlsxWriter is not installed.
    """
    book = Pages(language, figures.unit if figures else unit)
    book.made.set_properties({"title": book.words(_TITLE), "created": _CREATED})
    events = list(events)
    if fund:
        policy = looked_up(PRESETS, fund, "fund")
        open_choices = {parameter_words(each.parameter).words(language): NOT_CHOSEN for each in policy.undecided}
        events.append({"do": "create_fund", "policy": fund, "choose": open_choices or None})
    write_help(book)
    _write_about(book, figures, decision)
    write_figures_sheets(book, figures, years)
    lists = Lists(book)
    for key, title in NAMES.items():
        lists.source(key, title, (names or {}).get(key, ()), free=True)
    write_event_sheets(book, events, lists)
    lists.write()
    write_example(book)
    return book.file()


_TITLE: Final = Bilingual("Mall för uppgifter och händelser", "Template for figures and events")


def figures_to_xlsx(file: FiguresFile, *, language: Language = "sv") -> bytes:
    """A figures file as the template filled in; :func:`~sifund_ledger.exchange.parse_figures` reads it as the same."""
    return write_template(language=language, figures=file)


def events_to_xlsx(
    events: Iterable[Mapping[str, Any]], *, decision: str = "", unit: Unit = "kr", language: Language = "sv"
) -> bytes:
    """Events as the template filled in; :func:`~sifund_ledger.exchange.parse_events` reads it as the same."""
    return write_template(language=language, unit=unit, events=events, decision=decision)


def _write_about(book: Pages, file: FiguresFile | None, decision: str) -> None:
    page = book.sheet(layout.ABOUT, _ABOUT, _ABOUT_LEAD, colour="#C8873D")
    page.set_column(0, 0, 46, book.looks.of())
    page.set_column(1, 1, 34, book.looks.of())
    page.set_column(2, 2, 80, book.looks.of())
    given = _given(book, file, visible(decision))
    for row, field in enumerate(layout.ABOUT_FIELDS, 3):
        _about_row(book, page, row, field, given.get(field.name))
    row = 3 + len(layout.ABOUT_FIELDS)
    page.write_string(row, 0, book.head(layout.TEMPLATE), book.looks.of(pages.SMALL))
    page.write_number(row, 1, layout.VERSION, book.looks.of(pages.SMALL, align="left"))
    page.write_string(row, 2, book.words(_VERSION), book.looks.of(pages.SMALL))
    book.protect(page)


def _about_row(book: Pages, page: Any, row: int, field: Field, value: Any) -> None:
    page.set_row(row, 20)
    page.write_string(row, 0, book.head(field.words), book.looks.of(pages.LABEL))
    page.write_blank(row, 1, None, book.input("text", {"align": "left"}))
    if value is not None:
        book.put(page, row, 1, field.kind, value, {"align": "left"})
    says = book.words(field.help).replace("`", "").replace("*", "")
    page.write_string(row, 2, says[:1].upper() + says[1:], book.looks.of(pages.SMALL))
    book.check(page, (row, 1, row, 1), field)


def _given(book: Pages, file: FiguresFile | None, decision: str) -> dict[str, Any]:
    """What the sheet about the file says already."""
    given: dict[str, Any] = {"unit": book.unit, "decision": decision or None}
    if file is not None:
        given |= {"entity": file.entity or None, "entity_kind": file.entity_kind.value}
        if file.opening_deficits is not None:
            given["earlier_deficits"] = "some" if file.opening_deficits else "none"
        if file.opening_excluded is not None:
            for name, field in layout.EXCLUDED_BEFORE.items():
                given[name] = in_unit(to_ore(getattr(file.opening_excluded, field.name)), book.unit)
    return given
