"""Tables as a workbook for spreadsheet programs (arbetsbok): number cells, live formulas, nothing that is obeyed.

It knows tables and nothing of books, so that reports and exchange make their workbooks with the same means:

    workbook = Workbook("Hela boken", "Örebro kommun", language="sv", foot="Kontrollpunkt 12:0123456789abcdef")
    workbook.sheet("Fonder").table(table)
    data = workbook.file()

``workbook`` has the whole and its first sheet, with a link to each other; ``sheet`` has prose and cells, ``tables``
sets a :class:`~sifund_ledger.table.Table` on a sheet, ``sums`` says what a total is the sum of, ``looks`` how cells
look. The same content gives the same bytes. A text is always written as text: a name that begins with ``=`` is a
name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.workbook.sheet import Sheet
    from sifund_ledger.workbook.workbook import Workbook

__all__ = ["Sheet", "Workbook"]
_HOMES: Final = {"sheet": ("Sheet",), "workbook": ("Workbook",)}

if not TYPE_CHECKING:  # XlsxWriter is asked for when a workbook is begun
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES)
