"""The audit of a printed table as a report: the table as it was read, its sums, the law beside it, what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.audit.printed import PrintedAudit
from sifund_ledger.audit.printed.statute import LAYOUTS
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.findings import Bilingual
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Form, Observations, Part, Prose, Report, Section
from sifund_ledger.wording import Calls, in_python

_SAID: Final = {
    "read": Bilingual(
        "Tabellen {name} är läst som den är tryckt, i {unit}. Rader: {rows}. Kolumner: {columns}.",
        "The table {name} was read as it is printed, in {unit}. Rows: {rows}. Columns: {columns}.",
    ),
    "follow": Bilingual(
        "Summor som går att pröva: {sums}. Alla följer av raderna.", "Sums that can be checked: {sums}. All follow."
    ),
    "differ": Bilingual(
        "Summor som går att pröva: {sums}. Av dem följer {differing} inte av raderna. Ingen skillnad förklaras: rader "
        "kan saknas i trycket.",
        "Sums that can be checked: {sums}. Of them {differing} do not follow. No difference is explained: rows may be "
        "missing in the print.",
    ),
    "layout": Bilingual("Uppställningen {years}: {layout}.", "The layout of {years}: {layout}."),
}


def printed_report(audit: PrintedAudit, *, language: Language = "sv", calls: Calls = in_python) -> Report:
    """The audit of a printed table as a document, in every form that reports have; ``calls`` as in other reports.

    >>> from sifund_ledger.audit import audit_printed
    >>> from sifund_ledger.exchange import parse_printed
    >>> page = parse_printed("mkr;2015\\nÅrets resultat;563\\nÅrets balanskravsresultat;560\\n")
    >>> print(printed_report(audit_printed(page, name="not.csv")).sections[0].parts[0].paragraphs[1])
    Summor som går att pröva: 1. Av dem följer 1 inte av raderna. Ingen skillnad förklaras: rader kan saknas i trycket.
    """
    sections = (
        Section(code, words.HEADINGS[code].words(language), tuple(parts)) for code, parts in _parts(audit, language)
    )
    title = words.TITLES["printed"].words(language)
    return Report(title, audit.name, Form.AUDIT, language, "", tuple(sections), calls=calls)


def _parts(audit: PrintedAudit, language: Language) -> Iterator[tuple[str, list[Part]]]:
    yield "summary", [Prose(tuple(_brief(audit, language)), boxed=True)]
    yield (
        "findings",
        [Observations(tuple(sorted(map(placed_in_words, audit.findings), key=lambda each: each.severity.rank)))],
    )
    page, *others = audit.tables(language)
    yield "printed", [Figures(page)]
    for table in others:
        yield table.code, [Figures(table)]


def _brief(audit: PrintedAudit, language: Language) -> Iterator[str]:
    page, sums = audit.page, audit.added.sums
    about = {"name": audit.name, "rows": len(page.rows), "columns": len(page.columns), "unit": audit.unit}
    yield _SAID["read"].filled(**about).words(language)
    differing = audit.added.differing
    yield _SAID["differ" if differing else "follow"].filled(sums=len(sums), differing=differing).words(language)
    for layout in dict.fromkeys(each.layout for each in audit.drawn):
        years = ", ".join(str(page.columns[each.column].year) for each in audit.drawn if each.layout is layout)
        yield _SAID["layout"].filled(years=years, layout=LAYOUTS[layout]).words(language)
