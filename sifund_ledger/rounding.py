"""Tables in tkr, mkr or whole kronor (avrundning): one rule for every amount, and a row that takes the difference.

Every amount is rounded by itself, half away from zero, so that an amount is the same wherever it stands (R30). A total
stays its own rounded amount. Where the rounded rows no longer make it, a row "Avrundning" stands directly above the
total, or below the last row of what the total is divided into; only where it is not zero. Columns that add up get a
column likewise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sifund_ledger.amounts import DECIMALS, ORE_PER_UNIT, Unit, decimals_of, round_ore, rounded_unit
from sifund_ledger.sums import Part, Sum, Term
from sifund_ledger.table import Cell, Column, ColumnKind, Row, RowKind, Table
from sifund_ledger.wording import Bilingual

ROUNDING: Final = Bilingual("Avrundning", "Rounding")
OF_WHICH: Final = Bilingual("varav avrundning", "of which rounding")
CODE: Final = "rounding"
"""What begins the code of the row or the column; behind a point stands that of the total that it makes add up."""


def step_of(unit: Unit) -> int:
    """The öre that amounts in a unit are rounded to a multiple of: one, where it prints every amount exactly.

    >>> from sifund_ledger.amounts import rounded_unit
    >>> step_of(rounded_unit("tkr", 0)), step_of(rounded_unit("mkr", 1)), step_of("kr")
    (100000, 10000000, 1)
    """
    decimals = decimals_of(unit)
    return 1 if decimals is None else ORE_PER_UNIT[unit] // int(10 ** min(decimals, DECIMALS[unit]))


class RoundedTable(NamedTuple):
    """A table in a unit, and where each of its rows and columns stood before; ``None`` for what rounding takes."""

    table: Table
    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]


def rounded(table: Table, decimals: int) -> Table:
    """The table with every amount rounded to the decimals of its unit, and rows for what rounding takes.

    ``exact`` of the table has the amounts as they were, where any has changed.

    >>> from sifund_ledger.table import LABEL
    >>> table = Table("Resultat", (LABEL, Column("2019", "2019")), (
    ...     Row(("Årets resultat", 2_815_000_000)), Row(("Realisationsvinster", -1_264_000_000)),
    ...     Row(("Balanskravsresultat", 1_551_000_000), RowKind.SUM, "result")), unit="mkr")
    >>> print(rounded(table, 1))
    Resultat (mkr, avrundat)
    ──────────────────────────
                          2019
    Årets resultat        28,2
    Realisationsvinster  −12,6
    Avrundning            −0,1
    ──────────────────────────
    Balanskravsresultat   15,5
    """
    return rounded_in_places(table, decimals).table


def rounded_in_places(table: Table, decimals: int) -> RoundedTable:
    """As :func:`rounded`, with the place that each row and column had."""
    step = step_of(rounded_unit(table.unit, decimals))
    exact = [row.cells for row in table.rows]
    printed = [
        row._replace(
            cells=tuple(
                round_ore(cell, step=step) if kind is ColumnKind.AMOUNT and isinstance(cell, int) else cell
                for cell, kind in zip(row.cells, table.kinds, strict=False)
            )
        )
        for row in table.rows
    ]
    made = replace(table, rows=tuple(printed), decimals=decimals)
    if all(row.cells == cells for row, cells in zip(printed, exact, strict=True)):
        return RoundedTable(made, tuple(range(len(printed))), tuple(range(len(table.columns))))
    rows: list[tuple[int | None, Row]] = list(enumerate(printed))
    for group in sorted(row_totals(table), key=lambda each: each.place, reverse=True):
        taken = [
            _difference(group, [_at(cells, i) for cells in exact], [_at(row.cells, i) for row in printed])
            if kind is ColumnKind.AMOUNT else None
            for i, kind in enumerate(table.kinds)
        ]  # fmt: skip
        if any(taken):
            label = OF_WHICH if group.level else ROUNDING
            code = group.code(table.rows[group.total].code)
            row = Row((label.words(table.language), *taken[1:]), RowKind.PLAIN, code, group.level)
            rows.insert(group.place, (None, row))
    places = tuple(number for number, _ in rows)
    beside = tuple(exact[number] if number is not None else () for number in places)
    return _with_columns(replace(made, rows=tuple(row for _, row in rows), exact=beside), places)


def _with_columns(table: Table, places: tuple[int | None, ...]) -> RoundedTable:
    """The table with a column for what rounding takes where its columns add up."""
    rows, exact = [[*row.cells] for row in table.rows], [[*cells] for cells in table.exact]
    columns: list[tuple[int | None, Column]] = list(enumerate(table.columns))
    for group in sorted(column_totals(table), key=lambda each: each.place, reverse=True):
        taken = [
            _difference(group, cells or [0] * len(columns), row.cells) if len(row.cells) > 1 else None
            for row, cells in zip(table.rows, table.exact, strict=True)
        ]
        if any(taken):
            code, title = group.code(table.columns[group.total].code), OF_WHICH if group.divides else ROUNDING
            columns.insert(group.place, (None, Column(code, title.words(table.language))))
            for cells, kept, cell in zip(rows, exact, taken, strict=True):
                for each, value in ((cells, cell), (kept, None)):
                    if len(each) >= group.place:
                        each.insert(group.place, value)
    made = replace(
        table, columns=tuple(column for _, column in columns), exact=tuple(map(tuple, exact)),
        rows=tuple(row._replace(cells=tuple(cells)) for row, cells in zip(table.rows, rows, strict=True)),
    )  # fmt: skip
    return RoundedTable(made, places, tuple(number for number, _ in columns))


class Way(NamedTuple):
    """A way in which a total is made: the numbers of its terms, how each counts, and the total's own sign."""

    terms: tuple[tuple[int, int, Part], ...]
    sign: int = 1

    def left(self, total: int, cells: Sequence[Cell]) -> int | None:
        """What a total is above the sum of its terms; ``None`` where there is no total."""
        whole = cells[total] if total < len(cells) else None
        if not isinstance(whole, int):
            return None
        terms = (factor * part.of(ore) for at, factor, part in self.terms if isinstance(ore := cells[at], int))
        return self.sign * whole - sum(terms)


class Total(NamedTuple):
    """A total by its number, the ways in which it may be made, and where what rounding takes is shown."""

    total: int
    ways: tuple[Way, ...]
    place: int
    level: int = 0

    def way(self, exact: Sequence[Cell]) -> Way | None:
        """The way in which the exact amounts make the total, if there is one."""
        return next((way for way in self.ways if way.left(self.total, exact) == 0), None)

    @property
    def divides(self) -> bool:
        """Whether the total stands above what it is divided into."""
        return self.place > self.total

    def code(self, of: str) -> str:
        """The code of the row or column of rounding, by that of the total."""
        return f"{CODE}.{of}.of_which" if self.divides else f"{CODE}.{of}"


def _at(cells: Sequence[Cell], position: int) -> Cell:
    return cells[position] if position < len(cells) else None


def _difference(of: Total, exact: Sequence[Cell], printed: Sequence[Cell]) -> int | None:
    """What rounding takes of a total; nothing where the exact amounts do not make it in any of its ways."""
    way = of.way(exact)
    return None if way is None else way.left(of.total, printed)


def row_totals(table: Table) -> Iterator[Total]:
    """Every total among a table's rows: as declared, else of the rows above it; and what rows are divided into."""
    codes = [row.code for row in table.rows]
    declared = list(_declared(table.sums, codes))
    yield from declared
    said = {each.total for each in declared if each.place == each.total}
    above: list[int] = []
    for number, row in enumerate(table.rows):
        if row.kind is RowKind.HEADING:
            above = []
        elif row.kind is not RowKind.REMARK and not row.level:
            if row.kind is RowKind.SUM and above and number not in said:
                yield Total(number, (Way(tuple((at, 1, Part.ALL) for at in above)),), number)
            above = [number] if row.kind is RowKind.SUM else [*above, number]
        parts = _divided(table.rows, number)
        if parts:
            way = Way(tuple((at, 1, Part.ALL) for at in parts))
            yield Total(number, (way,), parts.stop, row.level + 1)


def column_totals(table: Table) -> Iterator[Total]:
    """Every total among a table's columns, as declared."""
    return _declared(table.across, [column.code for column in table.columns])


def _divided(rows: Sequence[Row], number: int) -> range:
    """The rows one step further in that follow a row at once: what it is divided into."""
    level, end = rows[number].level + 1, number + 1
    if rows[number].kind in (RowKind.PLAIN, RowKind.SUM):
        while end < len(rows) and rows[end].level == level and rows[end].kind is RowKind.PLAIN:
            end += 1
    return range(number + 1, end)


def _declared(declared: Sequence[Sum], codes: Sequence[str]) -> Iterator[Total]:
    """Sums declared by code, in the order of places; several of one total are ways in which it may be made.

    A term is every row or column of its code; only those behind the total, where each of its terms has one there: then
    they are what it is divided into.
    """
    at: dict[str, list[int]] = {}
    for number, code in enumerate(codes):
        at.setdefault(code, []).append(number)
    found: dict[tuple[int, int], list[Way]] = {}
    for total, terms, sign in declared:
        places = {term.code: at[term.code] for term in terms if term.code in at}
        if total in at and places:
            whole = at[total][0]
            if all(each[-1] > whole for each in places.values()):
                places = {code: [number for number in each if number > whole] for code, each in places.items()}
            known = tuple((number, term.sign, term.part) for term in terms for number in places.get(term.code, ()))
            last = max(number for number, _, _ in known)
            place = whole if last < whole else last + 1
            found.setdefault((whole, place), []).append(Way(known, sign))
    for (number, place), ways in found.items():
        yield Total(number, tuple(ways), place)


def sums_of(table: Table) -> tuple[Sum, ...]:
    """How the rows of a table add up, by their codes; for a table that is set another way round."""
    codes = [row.code for row in table.rows]
    return tuple(
        Sum(codes[each.total], tuple(Term(codes[at], sign, part) for at, sign, part in way.terms), way.sign)
        for each in row_totals(table)
        for way in each.ways
    )
