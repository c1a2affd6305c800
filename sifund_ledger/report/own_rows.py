"""Rows in an order of one's own (egen radordning): which rows of a table are printed, in which order, which as one.

No cell is changed, and a sum says what it is a sum of. A row may be two of the table's in one,
``unrealised_gains + unrealised_losses``, or have its sign turned, ``- to_restore``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sifund_ledger.rounding import row_totals
from sifund_ledger.sums import Part, Sum
from sifund_ledger.sums import Term as SumTerm
from sifund_ledger.table import Cell, Row, RowKind, Table

ROWS: Final = "rows"
"""The key of the order in a file of labels."""


class Term(NamedTuple):
    """A row of the table by its code, and how it counts: 1 or −1."""

    code: str
    sign: int


def terms_of(row: str) -> tuple[Term, ...]:
    """The rows that a row is made of.

    >>> terms_of("remaining_result - to_restore")
    (Term(code='remaining_result', sign=1), Term(code='to_restore', sign=-1))
    """
    words = row.replace("+", " + ").replace("-", " - ").split()
    signs = {"+": 1, "-": -1}
    return tuple(
        Term(word, signs.get(before, 1))
        for before, word in zip(["+", *words], words, strict=False)
        if word not in signs
    )


def laid_out(
    table: Table, order: Sequence[str], more: Iterable[Row] = (), never_left_out: Collection[str] = ()
) -> Table:
    """The table with the rows of an order alone.

    ``more`` are rows that the table leaves out because they are zero. A row with a code ``never_left_out`` that the
    order has forgotten, and that is not zero, stands where the table has it: a sum would not be one without it.

    >>> rows = (Row(("Resultat", 5), code="net"), Row(("Vinster", -2), code="gains"), Row(("Summa", 3), code="sum"))
    >>> own = laid_out(Table("", (), rows), ["net", "- sum"], never_left_out=("gains",))
    >>> [row.cells for row in own.rows]
    [('Resultat', 5), ('Vinster', -2), ('Summa', -3)]
    """
    if not order:
        return table
    known: dict[str, list[Row]] = {}
    for row in (*table.rows, *more):
        known.setdefault(row.code, []).append(row)
    rows = [each for row in order for each in _rows(row, known)]
    named = {term.code for row in order for term in terms_of(row)}
    for position, row in enumerate(table.rows):
        if row.code in never_left_out and row.code not in named and any(row.cells[1:]):
            rows.insert(_behind({each.code for each in table.rows[:position]}, rows), row)
    return _adding_up(replace(table, rows=tuple(rows), sums=tuple(_turned(table.sums, order))), table)


def _turned(sums: Iterable[Sum], order: Sequence[str]) -> Iterator[Sum]:
    """How the rows add up where some have their sign turned."""
    turned = {of[0].code: row for row in order if len(of := terms_of(row)) == 1 and of[0].sign == -1}
    for total, terms, sign in sums:
        made = tuple(
            each._replace(code=turned[each.code], sign=-each.sign, part=Part(-each.part))
            if each.code in turned else each
            for each in terms
        )  # fmt: skip
        yield Sum(turned[total], made, -sign) if total in turned else Sum(total, made, sign)


def _behind(codes: set[str], rows: Sequence[Row]) -> int:
    """The place behind the last row that is made of one of the codes."""
    return max((i for i, each in enumerate(rows, 1) if codes & {term.code for term in terms_of(each.code)}), default=0)


def _rows(row: str, known: dict[str, list[Row]]) -> Iterator[Row]:
    terms = terms_of(row)
    if len(terms) == 1 and terms[0].sign == 1:
        yield from known.get(terms[0].code, ())
        return  # a row of the table, and every own row that has the code of all own rows
    there = [(each, term.sign) for term in terms for each in known.get(term.code, ())]
    if there:
        label, *_ = there[0][0].cells
        kind = RowKind.SUM if any(each.kind is RowKind.SUM for each, _ in there) else RowKind.PLAIN
        columns = zip(*(_signed(each, sign) for each, sign in there), strict=True)
        yield Row((label, *(_sum(cells) for cells in columns)), kind, row)


def _signed(row: Row, sign: int) -> list[Cell]:
    return [sign * cell if isinstance(cell, int) else cell for cell in row.cells[1:]]


def _sum(cells: Sequence[Cell]) -> Cell:
    amounts = [cell for cell in cells if isinstance(cell, int)]
    return sum(amounts) if amounts else None


def _adding_up(own: Table, table: Table) -> Table:
    """The table with sums that are: one that the rows above it do not make any more is made of what it was made of,
    where that is printed, and is else set as an ordinary row."""
    tried: set[str] = set()
    printed = {row.code for row in own.rows}
    while wrong := _not_made(own):
        others = tuple(each for each in own.sums if each.total not in wrong)
        if not wrong <= tried:
            own, tried = replace(own, sums=(*others, *_as_it_was_made(table, wrong, printed))), tried | wrong
        else:  # a row that is no sum any more counts in the sums below it, which are asked anew
            rows = (row._replace(kind=RowKind.PLAIN) if row.code in wrong else row for row in own.rows)
            own = replace(own, rows=tuple(rows), sums=others)
    return own


def _not_made(table: Table) -> set[str]:
    """The sums of a table that none of their ways makes in some column, by their codes."""
    return {
        table.rows[total.total].code
        for total in row_totals(table)
        if not total.level
        for column in range(1, len(table.columns))
        if isinstance(_at(table.rows[total.total], column), int)
        and total.way([_at(row, column) for row in table.rows]) is None
    }


def _at(row: Row, column: int) -> Cell:
    return row.cells[column] if column < len(row.cells) else None


def _as_it_was_made(table: Table, totals: Collection[str], printed: Collection[str]) -> Iterator[Sum]:
    """The ways in which the table makes totals, where every term is printed that is not zero."""
    for total in row_totals(table):
        code = table.rows[total.total].code
        for way in total.ways if code in totals and not total.level else ():
            terms = [(table.rows[at], sign, part) for at, sign, part in way.terms if any(table.rows[at].cells[1:])]
            if all(row.code in printed for row, _, _ in terms):
                yield Sum(code, tuple(SumTerm(row.code, sign, part) for row, sign, part in terms), way.sign)
