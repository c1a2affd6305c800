"""A report in a unit (enhet): every table, picture and origin, rounded once, before any form is made of it.

Kronor are printed to the öre. What a figure comes from is always exact, in kronor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sifund_ledger.amounts import (
    DECIMALS,
    DECIMALS_OF_REPORTS,
    Language,
    Unit,
    amount_in_unit,
    decimals_needed,
    decimals_of,
    rounded_unit,
)
from sifund_ledger.balance.statement.lines import Block
from sifund_ledger.fields.composed import UNIT
from sifund_ledger.fields.kinds import COUNT, KRONOR
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Origin, Part, Pictures, Place, Section
from sifund_ledger.rounding import RoundedTable, rounded_in_places
from sifund_ledger.table import ColumnKind
from sifund_ledger.year_end.run import YearEnd

_BOOKED: Final = ("postings", "proposed_postings")
"""Tables of what is booked, which are in kronor, to the öre, whatever the unit of the report."""


def unit_of_report(unit: Unit, decimals: int | None) -> Unit:
    """The unit with the decimals of reports (R30), or with those asked for; exact kronor without.

    Raises :class:`~sifund_ledger.Refused` for a unit that there is not, and for less than no decimals.
    """
    known: Unit = UNIT.read(unit, "unit", KRONOR)
    if decimals is None:
        return rounded_unit(known, DECIMALS_OF_REPORTS[known])
    return rounded_unit(known, min(int(COUNT.read(decimals, "decimals", KRONOR)), DECIMALS[known]))


def decimals_of_run(run: YearEnd, unit: Unit) -> int | None:
    """The decimals of a year-end's own figures, where these have more than reports have: a proposal rounds nothing that
    its figures say."""
    known: Unit = UNIT.read(unit, "unit", KRONOR)
    usual = DECIMALS_OF_REPORTS[known]
    lines = [line.ore for line in run.statement.year(run.year).lines if line.block is Block.STATUTE]
    return None if usual is None else max(usual, decimals_needed(lines, known))


def in_unit(sections: Sequence[Section], unit: Unit, language: Language) -> tuple[Section, ...]:
    """Sections with every amount in a unit (:func:`unit_of_report`); a picture with nothing left in it is left out."""
    if (decimals := decimals_of(unit)) is None:
        return tuple(sections)
    made = []
    for section in sections:
        parts = tuple(_made(part, unit, decimals, language) for part in section.parts)
        made.append(section._replace(parts=tuple(part for part in parts if part is not None)))
    return tuple(made)


def _made(part: Part, unit: Unit, decimals: int, language: Language) -> Part | None:
    if isinstance(part, Figures) and part.table.code in _BOOKED:
        return part
    if isinstance(part, Figures):
        plain: Unit = str(unit)  # type: ignore[assignment]  # the unit without its decimals, which the table has
        table = rounded_in_places(replace(part.table, unit=plain), decimals)
        rules = {new: part.rules[old] for new, old in enumerate(table.rows) if old is not None and old in part.rules}
        return Figures(table.table, _moved(part.origins, table, unit, language), rules)
    if isinstance(part, Pictures):
        charts = (chart.in_unit(unit) for chart in part.charts)
        kept = tuple(chart for chart in charts if any(chart.values))
        return Pictures(kept) if kept else None
    return part


def _moved(
    origins: Mapping[Place, Origin], of: RoundedTable, unit: Unit, language: Language
) -> dict[Place, Origin]:  # fmt: skip
    """The origins where their cells stand now, and one for each cell that rounding takes."""
    if not origins:
        return {}
    return dict(_origins(origins, of, unit, language))


def _origins(
    origins: Mapping[Place, Origin], of: RoundedTable, unit: Unit, language: Language
) -> Iterator[tuple[Place, Origin]]:  # fmt: skip
    taken = words.TAKEN_BY_ROUNDING.words(language)
    for number, (old_row, row) in enumerate(zip(of.rows, of.table.rows, strict=True)):
        for position, (old_column, cell) in enumerate(zip(of.columns, row.cells, strict=False)):
            if old_row is not None and old_column is not None:
                if (old_row, old_column) in origins:
                    yield (number, position), origins[old_row, old_column]
            elif of.table.kinds[position] is ColumnKind.AMOUNT and isinstance(cell, int) and cell:
                head = row.cells[0] if old_row is None else of.table.columns[position].title
                yield (number, position), Origin(str(head), amount_in_unit(cell, unit, language), note=taken)
