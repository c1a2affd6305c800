"""What a total is the sum of (delsummor): cells of the same table, each with its sign; whole öre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from sifund_ledger.table import ColumnKind, RowKind, Table

Place = tuple[int, int]
"""A cell of a table: its row and its column, from 0."""


class Part(StrEnum):
    """How much of a cell counts: all of it, or only what it is above or below zero."""

    WHOLE = ""
    ABOVE_ZERO = "MAX"
    BELOW_ZERO = "MIN"


class Term(NamedTuple):
    """A cell that a total is made of: where it stands, its sign (1 or −1), how much of it counts."""

    place: Place
    sign: int = 1
    part: Part = Part.WHOLE


Sums = Mapping[Place, Sequence[Term]]
"""What the totals of a table are sums of, by their place."""
_COUNTED: Final = {Part.ABOVE_ZERO: max, Part.BELOW_ZERO: min}


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
    total = 0
    for place, sign, part in terms:
        ore = amount_at(table, place) or 0
        total += sign * (_COUNTED[part](0, ore) if part else ore)
    return total


def total_rows(table: Table) -> dict[Place, tuple[Term, ...]]:
    """The sums of rows with the code ``total``: the ordinary rows above, since the last total or heading.

    >>> from sifund_ledger.table import LABEL, ONE_AMOUNT, Row
    >>> rows = (Row(("A", 1)), Row(("B", 2)), Row(("Summa", 3), RowKind.SUM, "total"))
    >>> total_rows(Table("", (LABEL, ONE_AMOUNT), rows))[2, 1]
    (Term(place=(0, 1), sign=1, part=<Part.WHOLE: ''>), Term(place=(1, 1), sign=1, part=<Part.WHOLE: ''>))
    """
    found: dict[Place, tuple[Term, ...]] = {}
    above: list[int] = []
    for number, row in enumerate(table.rows):
        if row.kind is RowKind.PLAIN and row.code != "total":
            above.append(number)
        elif row.code == "total":
            for column in range(len(row.cells)):
                if amount_at(table, (number, column)) is not None:
                    found[number, column] = tuple(Term((each, column)) for each in above)
        if row.kind is not RowKind.PLAIN:
            above = []
    return found
