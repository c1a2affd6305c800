"""What the totals of a table are sums of (delsummor), cell by cell, so that a sheet can compute them anew; öre."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sifund_ledger.rounding import Total, column_totals, row_totals
from sifund_ledger.sums import Part
from sifund_ledger.table import Cell, ColumnKind, Table

Place = tuple[int, int]
"""A cell of a table: its row and its column, from 0."""


class Term(NamedTuple):
    """A cell that a total is made of: where it stands, its sign (1 or −1), how much of it counts."""

    place: Place
    sign: int = 1
    part: Part = Part.ALL


Sums = Mapping[Place, Sequence[Term]]
"""What the totals of a table are sums of, by their place."""
_TOTAL: Final = "total"
"""The code of the last row of a list, which is certainly the sum of the rows above."""


def amount_at(table: Table, place: Place) -> int | None:
    """The amount of a cell in öre, where it is one."""
    row, column = place
    cells = table.rows[row].cells
    cell = cells[column] if column < len(cells) else None
    return cell if isinstance(cell, int) and table.columns[column].kind is ColumnKind.AMOUNT else None


def recomputed(table: Table, terms: Sequence[Term]) -> int:
    """The sum of terms in öre; a cell without an amount counts for nothing.

    >>> from sifund_ledger.table import LABEL, ONE_AMOUNT, Row
    >>> table = Table("", (LABEL, ONE_AMOUNT), (Row(("in", 700)), Row(("ut", 200)), Row(("kvar", 500))))
    >>> recomputed(table, [Term((0, 1)), Term((1, 1), -1)])
    500
    """
    return sum(sign * part.of(amount_at(table, place) or 0) for place, sign, part in terms)


def sums_of(table: Table) -> dict[Place, tuple[Term, ...]]:
    """What the totals of a table are sums of, as the table says; with the rows and columns for what rounding takes.

    A total that may be made in several ways has the one that makes it, and none where none does. A row that is set as
    a sum, of which the table says no more, is one of the rows above where that is so in some column.

    >>> from sifund_ledger.table import LABEL, ONE_AMOUNT, Row, RowKind
    >>> rows = (Row(("A", 1)), Row(("B", 2)), Row(("Summa", 3), RowKind.SUM, "total"))
    >>> [term.place for term in sums_of(Table("", (LABEL, ONE_AMOUNT), rows))[2, 1]]
    [(0, 1), (1, 1)]
    """
    rows = [(row.cells, exact) for row, exact in zip(table.rows, _exact(table), strict=True)]
    found = dict(_of_columns(table, rows))
    said = {_TOTAL, *(each.total for each in table.sums)}
    codes = [row.code for row in table.rows]
    for total in sorted((each for each in row_totals(table) if not each.level), key=_as_it_goes_before):
        made: dict[Place, tuple[Term, ...]] = {}
        for column in range(1, len(table.columns)):
            cells, exact = zip(*((_at(kept, column), _at(as_was, column)) for kept, as_was in rows), strict=True)
            terms = tuple(Term((at, column), sign, part) for at, sign, part in _made(total, cells, exact, codes))
            if terms and amount_at(table, (total.total, column)) is not None:
                made[total.total, column] = terms
        if codes[total.total] in said or any(recomputed(table, made[at]) == amount_at(table, at) for at in made):
            found |= made
    return found


def _as_it_goes_before(total: Total) -> bool:
    """The order in which totals are taken: what stands before a total counts, rather than what it is divided into."""
    return not total.divides


def _of_columns(
    table: Table, rows: Sequence[tuple[Sequence[Cell], Sequence[Cell]]]
) -> Iterator[tuple[Place, tuple[Term, ...]]]:  # fmt: skip
    """The totals among columns, row by row, where the exact amounts make them."""
    codes, totals = [column.code for column in table.columns], sorted(column_totals(table), key=_as_it_goes_before)
    for number, (cells, exact) in enumerate(rows if totals else ()):
        for total in totals if len(cells) == len(codes) else ():
            terms = tuple(Term((number, at), sign, part) for at, sign, part in _made(total, cells, exact, codes))
            # A net cost may be less than gross and contributions make: what the amounts do not make, no formula claims.
            if terms and total.way(exact) is not None and amount_at(table, (number, total.total)) is not None:
                yield (number, total.total), terms


def _exact(table: Table) -> Iterator[Sequence[Cell]]:
    """The cells of each row as they were before rounding."""
    return iter(table.exact) if table.exact else (row.cells for row in table.rows)


def _at(cells: Sequence[Cell], position: int) -> Cell:
    return cells[position] if position < len(cells) else None


def _made(
    total: Total, cells: Sequence[Cell], exact: Sequence[Cell], codes: Sequence[str]
) -> Iterator[tuple[int, int, Part]]:  # fmt: skip
    """The terms of a total that have an amount, among rows or columns; the way as the exact amounts make it."""
    way = total.ways[0] if len(total.ways) == 1 else total.way(exact)
    if way is None:
        return
    terms = list(way.terms)
    taken = total.place if total.divides else total.total - 1
    named = {at for at, _, _ in terms}
    if 0 <= taken < len(codes) and taken not in named and codes[taken] == total.code(codes[total.total]):
        terms.append((taken, 1, Part.ALL))
    for at, sign, part in terms:
        if isinstance(cells[at], int):
            yield at, sign * way.sign, part
