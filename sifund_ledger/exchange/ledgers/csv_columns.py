"""Many rows of a journal at once (kolumnvis): columns whose cells are all written in the plainest way.

Where one cell is written otherwise, such as an amount with blanks or a day with a time zone, its whole block is left,
and those rows are read cell by cell. So this is only a quicker way to the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import not_, sub
from typing import Final

from sifund_ledger.exchange.ledgers.csv_cells import MARKS, UNPRINTABLE, Cells
from sifund_ledger.exchange.sie.values import ore_of
from sifund_ledger.written import cleaned

_TWO_DECIMALS: Final = re.compile(r"(?:-?[0-9]{1,12}[.,][0-9]{2}\n)*+")
_AMOUNTS: Final = re.compile(r"(?:-?[0-9]{1,12}(?:[.,][0-9]{1,2})?+\n)*+")
_WITHOUT_MARK: Final = str.maketrans("", "", "".join(MARKS))


class Odd(Exception):
    """A block has a cell that is not written in the plainest way."""


def read_each(column: Sequence[str], read: Callable[[str], str]) -> list[str]:
    """What each cell of a column is read as, those alike once. Raises :class:`Odd` where one is read as nothing.

    >>> read_each(["1930", "2440", "1930"], str.strip)
    ['1930', '2440', '1930']
    """
    known = {cell: read(cell) for cell in set(column)}
    if not all(known.values()):
        raise Odd
    return list(map(known.__getitem__, column))


def words(column: Sequence[str]) -> list[str]:
    """The cleaned texts of a column. Raises :class:`Odd` where one has characters that no terminal should obey."""
    bare = "".join(map(str.strip, column))
    if not (bare.isascii() and bare.isprintable()) and UNPRINTABLE.search(bare):
        raise Odd
    return texts(column)


def texts(column: Sequence[str]) -> list[str]:
    """The cleaned texts of a column, those alike once.

    >>> texts([" Hyra", "Mo\u0308te"])
    ['Hyra', 'Möte']
    """
    if "".join(column).isascii():
        return list(map(str.strip, column))
    known = {cell: cleaned(cell) for cell in set(column)}
    return list(map(known.__getitem__, column))


def signed_ores(cells: Cells, debit: Sequence[str], credit: Sequence[str]) -> list[int]:
    """The öre of rows with debit and credit, debit positive. Raises :class:`Odd` where a row has neither."""
    if any(map(not_, map(str.__add__, debit, credit))):
        raise Odd
    return list(map(sub, _or_nothing(cells, debit), _or_nothing(cells, credit)))


def _or_nothing(cells: Cells, column: Sequence[str]) -> list[int]:
    read = iter(ores(cells, list(filter(None, column))))
    return [next(read) if cell else 0 for cell in column]


def ores(cells: Cells, column: Sequence[str]) -> list[int]:
    """The öre of a column of amounts. Raises :class:`Odd` where one is not digits with at most two decimals."""
    joined = "\n".join((*column, ""))
    if _TWO_DECIMALS.fullmatch(joined):
        read = list(map(int, joined.translate(_WITHOUT_MARK).split()))
    elif _AMOUNTS.fullmatch(joined):
        read = [ore for cell in column if (ore := ore_of(cell.replace(",", "."))) is not None]
    else:
        raise Odd
    for mark in MARKS:
        if mark in joined:
            cells.mark_seen(mark)
    return read
