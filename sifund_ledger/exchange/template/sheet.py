"""A sheet of a workbook (blad): its cells and what they can hold, and how a cell is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple


class CellError(str):
    """What a cell shows where its formula fails: ``#REF!``."""

    __slots__ = ()


class Uncomputed(str):
    """Stands for what a formula would have, had it been computed."""

    __slots__ = ()


Value = int | Decimal | str | bool | date | datetime | CellError | Uncomputed
"""Texts, days, whole numbers and others; a time of a day stands with it where it is not midnight."""


class Merged(NamedTuple):
    """Cells that are merged: rows and columns from and to, from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{reference(self.top, self.left)}:{reference(self.bottom, self.right)}"


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, the values of its cells by row and column from 1, what is hidden or merged, and formulas,
    whose text is empty where a cell shares that of another."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def quoted(self) -> str:
        """Its name as a reference has it: ``'Eget kapital'``."""
        return self.name if re.fullmatch(r"[^\W\d]\w*", self.name) else "'" + self.name.replace("'", "''") + "'"

    def place(self, row: int, column: int) -> str:
        """A cell as findings name it.

        >>> Sheet("Egna rader").place(7, 28)
        "'Egna rader'!AB7"
        """
        return f"{self.quoted}!{reference(row, column)}"


def reference(row: int, column: int) -> str:
    """A cell as people name it: ``C7``."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
