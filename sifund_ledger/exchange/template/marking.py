"""Findings written into a copy of the workbook that they are about (felen i en kopia): coloured cells with comments."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.template import findings as codes
from sifund_ledger.exchange.template import layout
from sifund_ledger.exchange.template.sheets import read_sheets
from sifund_ledger.findings import REMEDY, Bilingual, Finding
from sifund_ledger.wording import Calls, in_python
from sifund_ledger.workbook import looks
from sifund_ledger.workbook.findings import WORKBOOK_NOT_INSTALLED

_MOST_ELEMENTS: Final = 600_000
"""What is copied is held in memory, cell by cell."""
_CELL: Final = re.compile(r"(?:'((?:[^']|'')+)'|([^'!:]+))(?:!([A-Z]{1,3}[0-9]{1,7}))?(?=:|$)")
_COLOUR: Final = "FFFFC7CE"
_LONGEST: Final = 1_000
_TOP: Final = 3
"""The row of the headings of the list."""
_INK: Final = looks.ACCENT.removeprefix("#")
_TITLES: Final = (Bilingual("Blad och cell", "Sheet and cell"), Bilingual("Fel", "Fault"), REMEDY)
_HEADING: Final = Bilingual("Det här ska rättas", "This is to be corrected")


def marked(
    data: bytes, findings: Iterable[Finding], name: str, *, language: Language = "sv", calls: Calls = in_python
) -> bytes:
    """A copy of a workbook with findings about it: each at its cell, and all of them on a sheet of their own.

    ``name`` is what findings call the workbook. Raises ``UnreadableInput`` where it is none, is too large to be copied,
    or openpyxl is not installed. What the sheets had stays; pictures and macros do not.
    """
    read_sheets(data, name, most_elements=_MOST_ELEMENTS)
    book = _loaded(data, name)
    listed: list[tuple[str, str, str, str]] = []
    for finding in findings:
        message, remedy = finding.in_language(language, calls)
        place = finding.place.removeprefix(f"{name}:")
        found = _CELL.match(place)
        sheet = (found[1] or "").replace("''", "'") or found[2] if found else ""
        cell = found[3] or "A1" if found and sheet in book.sheetnames else ""
        if cell:
            _mark(book[sheet][cell], f"{finding.code}: {message}\n{remedy}")
        where = found[0] if found and cell else place.partition(": ")[0]
        link = f"#'{sheet.replace(chr(39), chr(39) * 2)}'!{cell}" if cell else ""
        listed.append((where, f"{finding.code}: {message}", remedy, link))
    _list(book, listed, language)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _loaded(data: bytes, name: str) -> Any:
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types
    except ImportError:
        raise UnreadableInput([WORKBOOK_NOT_INSTALLED.at("--mark")]) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that it does not keep
            return load_workbook(BytesIO(data))
    except Exception:  # what it says of a damaged workbook is of any type
        why = Bilingual("den kan inte kopieras", "it cannot be copied")
        raise UnreadableInput([codes.WORKBOOK_UNREADABLE.at(name, why=why)]) from None


def _mark(cell: Any, text: str) -> None:
    from openpyxl.comments import Comment  # type: ignore[import-untyped]
    from openpyxl.styles import PatternFill  # type: ignore[import-untyped]

    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.fill = PatternFill("solid", fgColor=_COLOUR)
    cell.comment = Comment((before + text)[:_LONGEST], "sifund", height=120, width=320)


def _list(book: Any, listed: Iterable[tuple[str, str, str, str]], language: Language) -> None:
    """The sheet with all of them, first in the workbook, in place of one of an earlier copy."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties  # type: ignore[import-untyped]

    for words in layout.FAULTS:
        if words in book.sheetnames:
            del book[words]
    page = book.create_sheet(layout.FAULTS.words(language), 0)
    page["A1"], page["A1"].font = _HEADING.words(language), Font("Arial", 18, bold=True, color=_INK)
    rows = [tuple(layout.heading(title.words(language)) for title in _TITLES), *(row[:3] for row in listed)]
    links = ["", *(row[3] for row in listed)]
    for row, (texts, link) in enumerate(zip(rows, links, strict=True), _TOP):
        for column, text in enumerate(texts, 1):
            cell = page.cell(row, column)
            cell.value, cell.data_type = text, "s"  # a text, whatever it begins with
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font("Arial", 10, bold=row == _TOP)
        if link:
            page.cell(row, 1).hyperlink = link
            page.cell(row, 1).font = Font("Arial", 10, color=_INK, underline="single")
    for letter, width in zip("ABC", (26, 70, 70), strict=True):
        page.column_dimensions[letter].width = width
    page.freeze_panes = f"A{_TOP + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = 0
