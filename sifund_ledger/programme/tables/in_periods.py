"""Tables of years by a horizon (i perioder): amounts of a period are added up, balances are those of its end or start.

Each table that can be grouped so is named in ``_GROUPED``; any other stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sifund_ledger.law.horizons import ALL_YEARS, YEAR_BY_YEAR, Horizon, Period, Span
from sifund_ledger.table import Cell, Column, ColumnKind, Row, RowKind, Table

_GROUPED: Final = frozenset({
    "fund_account", "reserve_account", "deposits", "target", "intentions", "entitlements", "frames", "repayments",
    "project_costs", "project_years", "refill", "estimates", "effects",
})  # fmt: skip
_AT_START: Final = frozenset({"opening"})
_AT_END: Final = frozenset({
    "closing", "of_which_available", "of_which_left", "carried", "balance", "budget", "target", "gap", "left",
})  # fmt: skip
"""What stands for a period as at its first year's start, and as at its last year's end."""
_BY_YEAR_ALONE: Final = frozenset({"belongs"})
"""What says something of a single year, and nothing of several."""
_SUMMED: Final = (ColumnKind.AMOUNT, ColumnKind.COUNT)
_ABOUT: Final = (ColumnKind.TEXT, ColumnKind.DAY)
"""What a row is about beside its year: rows that differ in it stay apart."""
Place = tuple[int, int]


class InPeriods(NamedTuple):
    """A table in periods, and the cells that each of its own is made of."""

    table: Table
    of: Mapping[Place, tuple[Place, ...]]


def in_periods(table: Table, horizon: Horizon) -> InPeriods:
    """A table of years by a horizon, with the places in ``table`` that each cell is made of.

    >>> from sifund_ledger.law.horizons import MANDATES
    >>> rows = [Row((year, 100)) for year in (2017, 2018, 2019)]
    >>> table = Table("", (Column("year", "År", ColumnKind.YEAR), Column("net", "Netto")), tuple(rows), code="frames")
    >>> [row.cells for row in in_periods(table, MANDATES).table.rows]
    [('2015–2018', 200), ('2019–2022', 100)]
    """
    if horizon.span is not Span.YEAR and table.code in _GROUPED:
        for at, column in enumerate(table.columns):
            if column.kind is ColumnKind.YEAR or column.code == "year":
                return _rows(table, horizon, at)
        if any(_year(column.code) for column in table.columns):
            return _columns(table, horizon)
        if all(_year(row.code) for row in table.rows if row.kind is RowKind.PLAIN):
            return _rows(table, horizon, 0)
    own = {
        (number, at): ((number, at),) for number, row in enumerate(table.rows) for at in range(len(row.cells))
    }  # fmt: skip
    return InPeriods(table, own)


def can_be_grouped(table: Table) -> bool:
    """Whether a table has years that a horizon can put together."""
    return table.code in _GROUPED


def _year(cell: object) -> int | None:
    """A year in a cell or a code, if it is one; a restated column of a year is not."""
    text = str(cell)
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


class _Row(NamedTuple):
    """A row of a period: its period, what else it is about, and the rows that it is made of."""

    period: Period
    about: tuple[Cell, ...]
    numbers: list[int]


def _of_all(code: str) -> bool:
    """Whether a row or a column is of the whole time, such as 2014–2020, and no period."""
    first, dash, last = code.partition("–")
    return bool(dash and _year(first) and _year(last))


def _rows(table: Table, horizon: Horizon, at: int) -> InPeriods:
    """A table with a row for each year: a row for each period, and what else each row is about."""
    kept = [place for place, column in enumerate(table.columns) if column.code not in _BY_YEAR_ALONE]
    rows: list[Row] = []
    of: dict[Place, tuple[Place, ...]] = {}
    grouped, last = _grouped(table, horizon, at, kept)
    for made in grouped:
        cells: list[Cell] = []
        for place in kept:
            places = [(number, place) for number in made.numbers]
            column = table.columns[place]
            taken = places if place == at else _taken(column.code, column.kind, places)
            of[len(rows), len(cells)] = tuple(taken)
            cells.append(made.period.name if place == at else _cell(table, column.kind, taken))
        rows.append(Row(tuple(cells), code=" ".join(map(str, (made.period, *made.about)))))
    for number in last:
        row = table.rows[number]
        of |= {(len(rows), new): ((number, place),) for new, place in enumerate(kept) if place < len(row.cells)}
        kept_cells = [row.cells[place] for place in kept if place < len(row.cells)]
        if _of_all(row.code):
            kept_cells[kept.index(at)] = ALL_YEARS
        rows.append(row._replace(cells=tuple(kept_cells)))
    heads = {at: Column(table.columns[at].code, horizon.head, ColumnKind.TEXT)}
    columns = [heads.get(place, table.columns[place]) for place in kept]
    return InPeriods(_titled(table, columns, rows, horizon), of)


def _grouped(table: Table, horizon: Horizon, at: int, kept: Sequence[int]) -> tuple[list[_Row], list[int]]:
    """The rows of each period, and those of no year, such as a sum, which stand last."""
    about = [place for place in kept if place != at and table.columns[place].kind in _ABOUT]
    found: dict[tuple[Period, tuple[Cell, ...]], _Row] = {}
    last: list[int] = []
    for number, row in enumerate(table.rows):
        year = _year(row.cells[at]) if at < len(row.cells) else None
        if year is not None:
            key = (horizon.period(year), tuple(row.cells[place] for place in about))
            found.setdefault(key, _Row(*key, [])).numbers.append(number)
        elif not row.code.endswith("_restated"):
            last.append(number)
    rows = list(found.values())
    return (sorted(rows, key=lambda row: row.period.first or 0) if at == 0 else rows), last


def _columns(table: Table, horizon: Horizon) -> InPeriods:
    """A table with a column for each year: a column for each period, and those that are of no year."""
    rows: list[Row] = []
    of: dict[Place, tuple[Place, ...]] = {}
    groups: dict[Period | str, list[int]] = {}
    heads: dict[Period | str, Column] = {}
    for place, column in enumerate(table.columns):
        year = _year(column.code)
        if year is None and column.code.endswith("_restated"):
            continue
        key = column.code if year is None else horizon.period(year)
        groups.setdefault(key, []).append(place)
        if isinstance(key, str):
            heads[key] = column._replace(title=ALL_YEARS) if _of_all(key) else column
        else:
            heads[key] = Column(str(key), key.name, column.kind)
    for number, row in enumerate(table.rows):
        cells: list[Cell] = []
        if len(row.cells) < len(table.columns):  # a heading
            rows.append(row)
            continue
        for key, places in groups.items():
            kind = heads[key].kind
            taken = _taken(row.code, kind, [(number, place) for place in places])
            of[number, len(cells)] = tuple(taken)
            cells.append(_cell(table, kind, taken))
        rows.append(row._replace(cells=tuple(cells)))
    return InPeriods(_titled(table, list(heads.values()), rows, horizon), of)


def _taken(code: str, kind: ColumnKind, places: Sequence[Place]) -> Sequence[Place]:
    """Which cells of a period's years its own is made of."""
    if code in _AT_START:
        return places[:1]
    return places if kind in _SUMMED and code not in _AT_END else places[-1:]


def _cell(table: Table, kind: ColumnKind, places: Sequence[Place]) -> Cell:
    cells = [table.rows[row].cells[at] for row, at in places]
    if len(cells) == 1 or kind not in _SUMMED:
        return cells[-1]
    known = [each for each in cells if isinstance(each, int)]
    return sum(known) if known else None


def _titled(table: Table, columns: Iterable[Column], rows: Iterable[Row], horizon: Horizon) -> Table:
    title, each_year = str(table.title), YEAR_BY_YEAR.words(table.language)
    if title.startswith(each_year):
        title = f"{horizon.head.words(table.language)}: {title.removeprefix(each_year)}"
    else:
        title = horizon.titled(title).words(table.language)
    return replace(table, title=title, columns=tuple(columns), rows=tuple(rows), exact=(), sums=())
