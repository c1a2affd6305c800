"""The statement as tables and as text: what an annual report would print, in Swedish or English.

One column per year. Optional rows that are zero in every year shown are left out; the results always stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.figures.checks import with_unit
from sifund_ledger.balance.figures.year_figures import (
    EntityKind,
    GroundEffect,
    Presentation,
    StatementKind,
)
from sifund_ledger.balance.statement.lines import LINE_CODES, SUBTOTALS, Block, line_name
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables.local_layout import local_rows
from sifund_ledger.table import Cell, Row, RowKind, Table

Years = Sequence[YearStatement]

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Balanskravsutredning", "Balance requirement statement"),
    "disclosed": ("Öronmärkt eget kapital (upplysning, ingår inte ovan)", "Earmarked equity (disclosed, not summed)"),
    "restoring": ("Återställande av underskott", "Restoring deficits"),
    "deficits": ("Underskott efter ursprungsår", "Deficits by year of origin"),
    "year": ("År", "Year"),
    "arisen": ("Uppkommet", "Arisen"),
    "restored": ("Återställt", "Restored"),
    "waived": ("Eftergivet", "Waived"),
    "extended": ("Förlängt", "Extended"),
    "left": ("Kvar", "Left"),
    "due": ("Senast", "Due"),
    "overdue": ("försenat", "overdue"),
    "at_end": ("vid utgången av", "at the end of"),
    "reserve_used": ("Användning av reserven", "Use of the reserve"),
    "decisive": ("Avgörande resultat", "Decisive result"),
    "draft": ("Utkast: vilar på beslut som föreslås", "Draft: rests on proposed decisions"),
    "no_restoring": ("efterges", "waived"),
    "later": ("återställs senast", "to be restored by"),
    "deficit_of": ("underskottet", "the deficit of"),
    "grounds": ("Synnerliga skäl", "Exceptional grounds"),
    "own": ("Kommunens egen uppställning", "The municipality's own layout"),
    "own_region": ("Regionens egen uppställning", "The region's own layout"),
    "own_federation": ("Förbundets egen uppställning", "The federation's own layout"),
    "findings": ("Iakttagelser", "Findings"),
}
_KINDS: Final[dict[StatementKind, tuple[str, str]]] = {
    StatementKind.OUTCOME: ("", ""),
    StatementKind.FORECAST: ("prognos", "forecast"),
    StatementKind.INTERIM: ("delår", "interim"),
    StatementKind.BUDGET: ("budget", "budget"),
}
_OWN: Final = {
    EntityKind.MUNICIPALITY: "own",
    EntityKind.REGION: "own_region",
    EntityKind.FEDERATION: "own_federation",
}


def _word(key: str, language: Language) -> str:
    return _WORDS[key][0 if language == "sv" else 1]


def _column(year: YearStatement, language: Language) -> str:
    kind = _KINDS[year.kind][0 if language == "sv" else 1]
    return f"{year.year} {kind}".rstrip()


def statement_table(years: Years, entity: str, unit: Unit, language: Language) -> Table:
    """The statutory rows, the disclosed earmarks and the restoring of deficits; one column per year.

    ``code`` is ``statement``. Own rows stand here only to 2012, where they are terms of the result.
    """
    title = _word("title", language)
    rows = [*_block(years, Block.STATUTE, language)]
    disclosed = [*_block(years, Block.DISCLOSURE, language)]
    if disclosed:
        rows += [Row((_word("disclosed", language),), RowKind.HEADING), *disclosed]
    restoring = [*_block(years, Block.RESTORATION, language)]
    rows += [Row((_word("restoring", language),), RowKind.HEADING), *restoring]
    remaining = [year.remaining_result_ore for year in years]
    rows.append(Row((line_name("remaining_result", language), *remaining)))
    return Table(
        title=f"{title}, {entity}" if entity else title,
        columns=("", *(_column(year, language) for year in years)),
        rows=tuple(rows),
        remarks=tuple(_remarks(years, unit, language)),
        unit=unit,
        code="statement",
    )


def _block(years: Years, block: Block, language: Language) -> Iterator[Row]:
    cells: dict[tuple[str, str], list[Cell]] = {}
    labels: dict[tuple[str, str], str] = {}
    for column, year in enumerate(years):
        for line in year.lines:
            if line.block is block:
                key = (line.code, line.label_sv if line.code == "other" else "")
                cell = cells.setdefault(key, [None] * len(years))
                # Two own rows of one name are one row in the table.
                cell[column] = line.ore + _ore(cell[column])
                labels[key] = line.label_in(language)
    for key in sorted(cells, key=lambda key: _position(key[0])):
        code = key[0]
        if code in SUBTOTALS or code == "net_result" or any(cells[key]):
            yield Row((labels[key], *cells[key]), RowKind.SUM if code in SUBTOTALS else RowKind.PLAIN)


def _position(code: str) -> float:
    # To 2012 own rows are adjustments, and stand before the result that they make.
    if code == "other":
        return LINE_CODES.index("result_after_adjustments") - 0.5
    return LINE_CODES.index(code)


def _ore(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def _remarks(years: Years, unit: Unit, language: Language) -> Iterator[str]:
    for year in years:
        for ground in year.figures.exceptional_grounds:
            effect = (
                _word("no_restoring", language)
                if ground.effect is GroundEffect.WAIVE
                else f"{_word('later', language)} {ground.due_year}"
            )
            yield (
                f"{_word('grounds', language)} {year.year}: {with_unit(ground.ore, unit)}, "
                f"{_word('deficit_of', language)} {ground.deficit_year} {effect}: {ground.reason} ({ground.decision})"
            )
        yield from _reserve_remarks(year, unit, language)
        if year.is_draft:
            yield f"{_word('draft', language)} ({year.year})"


def _reserve_remarks(year: YearStatement, unit: Unit, language: Language) -> Iterator[str]:
    """To what and why the result reserve was used (LKBR 11:10), and which of two results deficits follow."""
    used, purpose = year.figures.ore("reserve_used"), year.figures.reserve_purpose.strip()
    if used and purpose:
        yield f"{_word('reserve_used', language)} {year.year}: {with_unit(used, unit)}: {purpose}"
    if year.balance_requirement_result_after_equalisation_reserve_ore is not None:
        decisive = year.line(year.decisive_result).label_in(language)
        yield f"{_word('decisive', language)} {year.year}: {decisive}"


def layout_tables(years: Years, entity_kind: EntityKind, unit: Unit, language: Language) -> tuple[Table, ...]:
    """The municipality's own layouts, one table for each that the years shown use; none where all are strict.

    ``code`` is ``layout:`` and the presentation's name.
    """
    tables = []
    for presentation in Presentation:
        used = [year for year in years if year.presentation is presentation]
        if not used or presentation is Presentation.STRICT:
            continue
        cells: dict[tuple[str, RowKind], list[Cell]] = {}
        order: dict[tuple[str, RowKind], int] = {}
        for column, year in enumerate(used):
            for position, (label, ore, kind) in enumerate(local_rows(year, language)):
                cell = cells.setdefault((label, kind), [None] * len(used))
                cell[column] = ore + _ore(cell[column])
                order[label, kind] = max(position, order.get((label, kind), 0))
        tables.append(
            Table(
                title=_word(_OWN[entity_kind], language),
                columns=("", *(_column(year, language) for year in used)),
                rows=tuple(Row((key[0], *cells[key]), key[1]) for key in sorted(cells, key=lambda key: order[key])),
                unit=unit,
                code=f"layout:{presentation.value}",
            )
        )
    return tuple(tables)


def deficits_table(year: YearStatement, unit: Unit, language: Language) -> Table | None:
    """The deficits at a year's end by year of origin; ``None`` where there are none. ``code`` is ``deficits``."""
    if not year.deficits:
        return None
    columns = ("year", "arisen", "restored", "waived", "extended", "left", "due")
    rows = []
    for deficit in year.deficits:
        due = ", ".join(
            f"{part.due_year}" + (f": {with_unit(part.ore, unit)}" if len(deficit.parts) > 1 else "")
            for part in deficit.parts
        )
        if deficit.overdue:
            due += f" ({_word('overdue', language)})"
        amounts = (deficit.arisen_ore, deficit.restored_ore, deficit.waived_ore, deficit.extended_ore, deficit.left_ore)
        rows.append(Row((str(deficit.year), *amounts, due)))
    return Table(
        title=f"{_word('deficits', language)}, {_word('at_end', language)} {year.year}",
        columns=tuple(_word(column, language) for column in columns),
        rows=tuple(rows),
        unit=unit,
        code="deficits",
    )


def findings_text(years: Years, language: Language) -> str:
    """The findings of the years, one after the other under a heading; empty where there are none."""
    found = [finding.text(language) for year in years for finding in year.findings]
    return "\n".join((_word("findings", language), *found)) if found else ""


def html(tables: Sequence[Table], years: Years, language: Language) -> str:
    """The tables as minimal HTML, and the findings as a list."""
    found = "".join(f"<li>{escape(finding.text(language))}</li>" for year in years for finding in year.findings)
    return "".join(table._repr_html_() for table in tables) + (f"<ul>{found}</ul>" if found else "")
