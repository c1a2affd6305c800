"""A sheet of a workbook (blad): cells that are what they look like, and never obeyed; prose; how it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from textwrap import wrap
from typing import Any, Final

from sifund_ledger.amounts import ORE_PER_UNIT, Unit, format_amount, format_share
from sifund_ledger.table import Table
from sifund_ledger.workbook import looks, words
from sifund_ledger.workbook.looks import Looks
from sifund_ledger.workbook.names import quoted
from sifund_ledger.workbook.sums import Place
from sifund_ledger.written import on_one_line

LARGEST_ORE: Final = 10**15
"""The largest amount that is a number: spreadsheet programs keep fifteen digits, and count in halves of powers of two
(a whole number above 2^53 is none of them any more). A larger one is text, with a note."""
MOST_LINKS: Final = 60_000
"""How many links a sheet has; spreadsheet programs take 65 530."""
_LONGEST: Final = 16_000
"""How many characters of a text have room in a cell: it takes 32 767 UTF-16 units."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""The first day that spreadsheet programs agree on."""
_WIDE: Final = 110
"""From how many characters a sheet is printed on its side."""
_OF_PROSE: Final = 84
_NARROWEST: Final = 6
_LEAST: Final = 24
_USUAL: Final = 8.43
"""How wide a column is in a new workbook."""
_LINE_HEIGHT: Final = 13
_TITLE_HEIGHT: Final = 22
_NEAR_TOP: Final = 6
"""In which rows the headings of a sheet's first table stand."""
_MARGINS: Final = {"left": 0.6, "right": 0.6, "top": 0.9, "bottom": 0.8}
_A4: Final = 9


class Sheet:
    """A sheet: what is added stands below what was there. Rows and columns are counted from 0."""

    def __init__(self, made: Any, name: str, title: str, styles: Looks, title_row: int = 0) -> None:
        self.made, self.name, self.title, self.looks = made, name, title, styles
        self.language = styles.language
        self._title_row = title_row
        self.row = 0
        self.checks: list[tuple[str, float]] = []
        """The cells in which differences stand, as formulas have them, with the sum of what stands there."""
        self._widths: dict[int, int] = {}
        self._printed_width = 0
        self._links = 0
        self._repeated: int | None = None
        self._filtered = False
        self._scale = 0
        made.hide_gridlines(2)

    def text(self, row: int, column: int, said: object, *look: dict[str, Any], width: bool = True) -> None:
        """A text, always as text; what cannot be seen, is."""
        flat = _shortened(on_one_line(str(said)))
        self.made.write_string(row, column, flat, self.looks.of(*look))
        if width:
            self.widen(column, len(flat))

    def amount(self, row: int, column: int, ore: int, unit: Unit, places: int, *look: dict[str, Any]) -> None:
        """An amount in öre as a number in the unit; one of more than fifteen digits as text, with a note."""
        printed = format_amount(ore, unit, places, self.language)
        if abs(ore) > LARGEST_ORE:
            self.made.write_string(row, column, printed, self.looks.of(*look, looks.RIGHT))
            self.made.write_comment(row, column, words.TOO_LARGE.words(self.language), {"author": ""})
        else:
            # The one division: correctly rounded, into the number that the cell itself is.
            number = {"num_format": self.looks.amount(places)}
            self.made.write_number(row, column, ore / ORE_PER_UNIT[unit], self.looks.of(*look, number))
        self.widen(column, len(printed))

    def share(self, row: int, column: int, share: Fraction, *look: dict[str, Any]) -> None:
        """A share as a percentage."""
        number = {"num_format": self.looks.share(share)}
        self.made.write_number(row, column, share.numerator / share.denominator, self.looks.of(*look, number))
        self.widen(column, len(format_share(share, language=self.language)))

    def whole(self, row: int, column: int, number: int, form: str, *look: dict[str, Any]) -> None:
        """A count, a year, or a number that names something."""
        self.made.write_number(row, column, number, self.looks.of(*look, {"num_format": form}))
        self.widen(column, len(str(number)) + 1)

    def day(self, row: int, column: int, day: date, *look: dict[str, Any]) -> None:
        """A day as a date; as text before the calendar of spreadsheet programs begins."""
        if day < _FIRST_DAY:
            self.text(row, column, day.isoformat(), *look)
            return
        form = {"num_format": self.looks.day, "align": "left"}
        self.made.write_datetime(row, column, day, self.looks.of(*look, form))
        self.widen(column, 10)

    def formula(self, row: int, column: int, formula: str, value: float, *look: dict[str, Any], form: str) -> None:
        """A formula of ours, with the value that it has, for programs that do not compute."""
        self.made.write_formula(row, column, formula, self.looks.of(*look, {"num_format": form}), value)

    def link(self, row: int, column: int, target: str) -> bool:
        """Let a cell lead to another; what it says is written after this. Not beyond what programs take."""
        if self._links >= MOST_LINKS:
            return False
        self._links += 1
        self.made.write_url(row, column, f"internal:{target}", None, "·")
        return True

    def at(self, row: int, column: int = 0) -> str:
        """A cell of this sheet as links have it."""
        return f"{quoted(self.name)}!{cell_name(row, column)}"

    def widen(self, column: int, characters: int) -> None:
        """Let a column be as wide as this, within what prose may take."""
        self._widths[column] = max(self._widths.get(column, 0), min(characters, _OF_PROSE))

    def prose(self, paragraphs: Iterable[str], heading: str = "", *look: dict[str, Any]) -> None:
        """Paragraphs below each other, each in a cell, with a heading where there is one."""
        self.widen(0, _OF_PROSE)
        if heading:
            self.text(self.row, 0, heading, looks.SECTION, width=False)
            self.row += 1
        for paragraph in paragraphs:
            for line in str(paragraph).splitlines() or [""]:
                self.across(1, line, looks.BODY, *look)
        self.row += 1

    def table(
        self, table: Table, *, beside: Mapping[str, Mapping[int, str]] | None = None,
        links: Mapping[Place, str] | None = None, alone: bool = True,
    ) -> int:  # fmt: skip
        """A table; gives the row of its first cells.

        Each total is computed anew to the right of the table. ``beside`` are columns of text, by title and row;
        ``links`` are cells of the workbook that cells lead to. One that stands ``alone`` on its sheet has the sheet's
        title, and its headings stay while a reader scrolls.
        """
        from sifund_ledger.workbook.tables import set_table

        return set_table(self, table, beside or {}, links or {}, alone=alone)

    def pack(self) -> None:
        """Put away the rows that are set so far below its title: they take less memory, and are not changed after."""
        self.made.pack(self._title_row + 2)

    def begins(self, table: Table, *, alone: bool = True, beside: bool = False) -> int:
        """The row of the first cells that a table would get, if it were set now."""
        from sifund_ledger.workbook.tables import rows_before

        return self.row + rows_before(table, alone=alone, beside=beside)

    def picture(self, row: int, column: int, chart: Any, alternative: str) -> None:
        """A native chart with its corner in a cell, and what it shows in words."""
        self.made.insert_chart(row, column, chart, {"description": alternative, "object_position": 2})

    def paged(self, last_column: int, scale: int, breaks: Sequence[int]) -> None:
        """Print at a scale in per cent, a new page before each of some rows, instead of as wide as a page."""
        self.printed_to(last_column)
        self.made.set_column(0, last_column, _USUAL)
        self._widths.clear()
        self._scale = scale
        self.made.set_h_pagebreaks(list(breaks))

    def printed_to(self, column: int) -> None:
        """Let the print have at least the columns through this one; what stands to the right of them all is not."""
        self._printed_width = max(self._printed_width, column)

    def repeat(self, row: int) -> None:
        """Let a row of headings, the first of the sheet, stand on every printed page, and stay while a reader
        scrolls."""
        if self._repeated is None and row < _NEAR_TOP:
            self._repeated = row

    def filter(self, row: int, last_row: int, last_column: int) -> None:
        """Let a reader sift records below their headings; a sheet has one such list."""
        if not self._filtered:
            self.made.autofilter(row, 0, last_row, last_column)
            self._filtered = True

    def warn_unless_zero(self, row: int, column: int, last_row: int) -> None:
        """Let cells of a column stand out that are not zero."""
        bad = self.looks.of({"font_color": looks.BAD, "bold": True})
        rule = {"type": "cell", "criteria": "!=", "value": 0, "format": bad}
        self.made.conditional_format(row, column, last_row, column, rule)

    def width_of(self, column: int) -> int:
        """How many characters wide a column is so far."""
        return max(self._widths.get(column, 0), _NARROWEST)

    def across(self, columns: int, said: str, *look: dict[str, Any]) -> None:
        """A text over so many columns, on as many lines as it takes; the next row stands below."""
        flat = _shortened(on_one_line(said))
        room = max(_LEAST, sum(self.width_of(column) + 2 for column in range(columns)))
        form = self.looks.of(looks.REMARK, *look)
        if columns > 1:
            self.made.merge_range(self.row, 0, self.row, columns - 1, "", form)
        self.made.write_string(self.row, 0, flat, form)
        self.heighten(self.row, lines_of(flat, room))
        self.row += 1

    def heighten(self, row: int, lines: int) -> None:
        """Let a row have room for so many lines of text."""
        if lines > 1:
            self.made.set_row(row, lines * _LINE_HEIGHT + 1)

    def finished(self, header: str, footer: str) -> None:
        """Set widths, what is frozen, and how the sheet is printed."""
        self._head()
        for column, width in self._widths.items():
            self.made.set_column(column, column, max(width, _NARROWEST) + 1.5)
        shown = [width for column, width in self._widths.items() if column <= self._printed_width]
        if sum(shown) + 2 * len(shown) > _WIDE:
            self.made.set_landscape()
        self.made.set_paper(_A4)
        self.made.set_margins(**_MARGINS)
        if self._scale:
            self.made.set_print_scale(self._scale)
        else:
            self.made.fit_to_pages(1, 0)
        self.made.set_header(header)
        self.made.set_footer(footer)
        self._frozen()
        if self.row:
            self.made.print_area(0, 0, self.row, self._printed_width)
            self.made.ignore_errors({"number_stored_as_text": f"A1:{cell_name(self.row, 60)}"})

    def _head(self) -> None:
        """The title over the columns that are printed, on as many lines as it takes."""
        room = max(_LEAST, sum(self.width_of(column) + 2 for column in range(self._printed_width + 1)))
        form = self.looks.of(looks.TITLE, looks.WRAPPED)
        flat = _shortened(self.title)
        if self._printed_width:
            self.made.merge_range(self._title_row, 0, self._title_row, self._printed_width, "", form)
        self.made.write_string(self._title_row, 0, flat, form)
        lines = lines_of(flat, max(_LEAST, room * 10 // 17))  # its letters are larger, and bold
        self.made.set_row(self._title_row, lines * _TITLE_HEIGHT)

    def _frozen(self) -> None:
        if self._repeated is not None:
            self.made.repeat_rows(self._repeated)
            self.made.freeze_panes(self._repeated + 1, 1)


def lines_of(text: str, width: int) -> int:
    """On how many lines a text stands in so many characters.

    >>> lines_of("Kostnader som fonden har mött", 20)
    2
    """
    return 1 if len(text) <= width else max(1, len(wrap(text, width)))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def column_name(column: int) -> str:
    """A column as formulas have it.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def cell_name(row: int, column: int) -> str:
    """A cell as formulas have it.

    >>> cell_name(8, 1)
    'B9'
    """
    return f"{column_name(column)}{row + 1}"
