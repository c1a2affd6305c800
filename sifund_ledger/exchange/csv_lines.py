"""The lines of CSV as cells (rader): bounded, a cell in quotation marks may break, one bad line costs only itself."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sifund_ledger.findings import Bilingual

MOST_COLUMNS: Final = 1000
_LONGEST_LINE: Final = 131_072
_MOST_BREAKS: Final = 100
"""How many lines a cell may have."""
_LONG: Final = Bilingual(f"den har fler än {_LONGEST_LINE} tecken", f"it has more than {_LONGEST_LINE} characters")
_QUOTES: Final = Bilingual("citattecknen går inte ihop", "its quotation marks are not in pairs")


def too_many_cells(cells: Sequence[str], heads: Sequence[str]) -> Bilingual | None:
    """Why a row does not belong to a table: it has something beyond the last column."""
    if len(cells) <= len(heads) or not any(map(str.strip, cells[len(heads) :])):
        return None
    sv = f"den har {len(cells)} celler, och tabellen {len(heads)} kolumner"
    return Bilingual(sv, f"it has {len(cells)} cells, and the table {len(heads)} columns")


def rows_in(
    lines: Sequence[str], first: int, delimiter: str, broken: Callable[[int, Bilingual], object]
) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line with its number (from 1), from the line ``first`` (from 0) on, which comes in any case.

    Where quotation marks are left open, or the line is too long, ``broken`` is called with the line and why, and the
    next line is read by itself.

    >>> list(rows_in(['a;"b', 'c"', 'd'], 0, ";", print))
    [(1, ['a', 'b\\nc']), (3, ['d'])]
    """
    index = first
    while index < len(lines):
        begin, index = index, index + 1
        if len(lines[begin]) <= _LONGEST_LINE and '"' not in lines[begin]:
            yield begin + 1, lines[begin].split(delimiter)
            continue
        quotes, end = lines[begin].count('"'), index
        while quotes % 2 and end < min(len(lines), begin + _MOST_BREAKS):
            quotes += lines[end].count('"')
            end += 1
        record = "\n".join(lines[begin:end])
        try:
            if len(record) > _LONGEST_LINE:
                raise csv.Error
            yield begin + 1, next(csv.reader((record,), delimiter=delimiter, strict=True))
            index = end
        except csv.Error:
            broken(begin + 1, _LONG if len(lines[begin]) > _LONGEST_LINE else _QUOTES)
            if begin == first:
                yield begin + 1, []
