"""Workbooks that take little memory while they are made (packade): what is written is kept compressed until it leaves.

XlsxWriter keeps every cell as an object until the file is made, and each part of the file as text until all are; or
else it writes to the disk, which nothing here may.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from io import StringIO
from typing import Any, Final

_PIECE: Final = 1 << 16
"""How much text is compressed at a time, in characters."""

_FUNCTIONS: Final = re.compile(r"[A-Z.]+(?=\()")
_OLD: Final = frozenset({"ABS", "ROUND", "SUM", "SUMIF"})
"""Functions that every spreadsheet program has, whose formulas stand in the file as they are written."""


class Packed(StringIO):
    """A text that is written once, and read once; compressed meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._waiting: list[str] = []
        self._length = 0

    def write(self, text: str) -> int:
        self._waiting.append(text)
        self._length += len(text)
        if self._length >= _PIECE:
            self._pack()
        return len(text)

    def _pack(self) -> None:
        self._pieces.append(zlib.compress("".join(self._waiting).encode("utf-8"), 1))
        self._waiting, self._length = [], 0

    def encode(self, _: str) -> bytes:
        """All of it in UTF-8."""
        self._pack()
        return b"".join(map(zlib.decompress, self._pieces))

    def getvalue(self) -> Any:
        """Itself, of which XlsxWriter only asks to be encoded: as text it would stand twice."""
        return self

    def write_to(self, file: Any) -> None:
        """All of it, into another file."""
        self._pack()
        for piece in self._pieces:
            file.write(zlib.decompress(piece).decode("utf-8"))


@cache
def packed_workbook() -> Any:
    """The class of XlsxWriter's workbook that takes little memory, whose sheets have ``pack``."""
    from xlsxwriter.packager import Packager  # type: ignore[import-untyped]  # it has no types
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    class PackedWorksheet(Worksheet):  # type: ignore[misc]
        fh: Any
        table: Any
        dim_rowmin: Any
        dim_rowmax: Any
        _packed: Any = None
        _first = _next = 0

        def pack(self, first: int) -> None:
            """Write the rows from one on as they will stand in the file, and let go of their cells."""
            rows: dict[int, Any] = self.table
            beginning = max(first, self._next)
            if not any(rows.get(row) for row in rows if row >= beginning):
                return
            if self._packed is None:
                self._packed, self._first = Packed(), first
            file, top = self.fh, self.dim_rowmin
            self.fh, self.dim_rowmin = self._packed, beginning
            super()._write_rows()
            self.fh, self.dim_rowmin, self._next = file, top, self.dim_rowmax + 1
            for row in [row for row in rows if row >= first]:
                del rows[row]

        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> Any:
            # Another would be looked for thirty newer functions, which takes longer than all else about a cell.
            if _OLD.issuperset(_FUNCTIONS.findall(formula)):
                return formula.removeprefix("=")
            return super()._prepare_formula(formula, expand_future_functions)

        def _write_rows(self) -> None:
            if self._packed is None:
                super()._write_rows()
                return
            last, self.dim_rowmax = self.dim_rowmax, self._first - 1
            super()._write_rows()
            self.dim_rowmax = last
            self._packed.write_to(self.fh)

    class PackedPackager(Packager):  # type: ignore[misc]
        def _filename(self, xml_filename: str) -> Packed:
            file = Packed()
            self.filenames.append((file, xml_filename, False))
            return file

    class PackedWorkbook(Workbook):  # type: ignore[misc]
        worksheet_class = PackedWorksheet

        def _get_packager(self) -> Packager:
            return PackedPackager()

    return PackedWorkbook
