"""A workbook (arbetsbok): its first sheet says what there is, with links; then sheet by sheet."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.workbook import findings as codes
from sifund_ledger.workbook import looks, words
from sifund_ledger.workbook.looks import Looks
from sifund_ledger.workbook.names import SheetNames
from sifund_ledger.workbook.packing import packed_workbook
from sifund_ledger.workbook.sheet import Sheet, lines_of
from sifund_ledger.written import on_one_line

_CREATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001  # a property without a zone, the same in every workbook
"""What the properties have for a day, so that the same content gives the same bytes."""
FIRST_ROW: Final = 3
"""The row, from 0, in which what is put on a sheet begins, below its title."""
_OF_HEADER: Final = 120
"""How much of a text has room at the top or the foot of a page; programs take 255 characters for all of it."""


class Workbook:
    """A workbook: whose it is and of what, in which language. ``draft`` says why it is not final, if it is not;
    ``foot`` stands on every printed page, such as a checkpoint.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` where XlsxWriter is not installed.
    """

    def __init__(self, title: str, entity: str, *, language: Language = "sv", draft: str = "", foot: str = "") -> None:
        self._bytes = io.BytesIO()
        self.made = begun(self._bytes)
        self.title, self.entity, self.draft, self.foot = (on_one_line(each) for each in (title, entity, draft, foot))
        self.language: Language = language
        self.looks = Looks(self.made, language)
        self._names = SheetNames(words.SHEET.words(language))
        self._sheets: list[Sheet] = []
        self._contents = self._new(self._names.name(words.CONTENTS.words(language)), self.title, 1)
        self._about: list[str] = []
        self.made.set_properties({"title": self.title[:255], "company": self.entity[:255], "created": _CREATED})

    def about(self, *said: str) -> None:
        """Say something on the first sheet, below whose the workbook is."""
        self._about += said

    def reserve(self, name: str) -> str:
        """A name for a sheet that comes later, so that others can lead to it before."""
        return self._names.name(name)

    def sheet(self, title: str, name: str = "", *, reserved: bool = False) -> Sheet:
        """A new sheet with a title, named like it or as asked for, as far as a name is allowed and free.

        A ``reserved`` name is one of :meth:`reserve`, and is taken as it is.
        """
        sheet = self._new(name if reserved else self._names.name(name or title), title)
        if sheet.link(1, 0, self._contents.at(0)):
            sheet.text(1, 0, words.BACK.words(self.language), looks.LINK)
        sheet.row = FIRST_ROW
        self._sheets.append(sheet)
        return sheet

    def _new(self, name: str, title: str, title_row: int = 0) -> Sheet:
        return Sheet(self.made.add_worksheet(name), name, on_one_line(title), self.looks, title_row)

    def file(self) -> bytes:
        """The workbook's file, once, when all is written."""
        self._list()
        header = _of_sides(_of_page(self.entity), _of_page(self.draft))
        for sheet in (self._contents, *self._sheets):
            sheet.finished(header, _of_sides(_of_page(self.foot), words.PAGE.words(self.language)))
        self.made.close()
        return self._bytes.getvalue()

    def _list(self) -> None:
        """Fill the first sheet: whose it is, of what, each sheet with a link and whether its totals agree."""
        first = self._contents
        first.text(0, 0, self.entity, looks.SUBTITLE, width=False)
        first.row = 2
        if self.draft:
            first.text(2, 0, self.draft, looks.DRAFT, width=False)
            first.row = 3
        checked = any(sheet.checks for sheet in self._sheets)
        columns = 3 if checked else 2
        for sheet in self._sheets:
            first.widen(0, len(sheet.name))
            first.widen(1, min(len(sheet.title), 52))
        first.widen(2, 12 if checked else 0)
        for said in self._about:
            first.across(columns, said, looks.SUBTITLE)
        first.row += 1
        first.text(first.row, 0, words.SHEET.words(self.language), looks.HEAD)
        first.text(first.row, 1, words.SHOWS.words(self.language), looks.HEAD)
        if checked:
            first.text(first.row, 2, words.CHECK.words(self.language), looks.HEAD, looks.RIGHT)
        first.printed_to(2 if checked else 1)
        first.row += 1
        for sheet in self._sheets:
            first.link(first.row, 0, sheet.at(0))
            first.text(first.row, 0, sheet.name, looks.PLAIN, looks.LINK)
            first.text(first.row, 1, sheet.title, looks.PLAIN, looks.WRAPPED, width=False)
            first.heighten(first.row, lines_of(sheet.title, first.width_of(1) + 2))
            if checked:
                self._check(first, sheet)
            first.row += 1
        if checked:
            first.row += 1
            first.across(columns, words.RECOMPUTED_IS.words(self.language), looks.REMARK)

    def _check(self, first: Sheet, sheet: Sheet) -> None:
        look = (looks.PLAIN, looks.CHECKED, looks.RIGHT)
        if not sheet.checks:
            first.text(first.row, 2, "", *look)
            return
        formula = f"=SUM({','.join(cells for cells, _ in sheet.checks)})"
        form = first.looks.check(2, words.AGREES.words(self.language))
        first.formula(first.row, 2, formula, sum(off for _, off in sheet.checks), *look, form=form)
        first.warn_unless_zero(first.row, 2, first.row)


def require_xlsxwriter() -> Any:
    """The package that writes. Raises :class:`~sifund_ledger.errors.UnreadableInput` where it is not installed."""
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # it has no types
    except ImportError:
        raise UnreadableInput([codes.WORKBOOK_NOT_INSTALLED.at("workbook")]) from None
    return xlsxwriter


def begun(file: io.BytesIO) -> Any:
    """A workbook of XlsxWriter's in a file. Raises ``UnreadableInput`` where XlsxWriter is not installed."""
    # Nothing is taken for what it only looks like, and nothing is written to the disk. XlsxWriter keeps the defaults
    # that it is given, and adds to them.
    as_text = {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    require_xlsxwriter()
    return packed_workbook()(file, {"in_memory": True, "default_format_properties": dict(looks.OF_ALL), **as_text})


def _of_sides(left: str, right: str) -> str:
    """What stands at the left and the right of a page's head or foot; a side without text is left out."""
    return "".join(f"&{side}{text}" for side, text in (("L", left), ("R", right)) if text)


def _of_page(text: str) -> str:
    """A text at the top or the foot of a page, where a lone ampersand would begin a code."""
    return text[:_OF_HEADER].replace("&", "&&")
