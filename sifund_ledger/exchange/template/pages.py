"""What the pages of the template share (mallens utformning): headings, checks of what is typed, values in cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any, Final

from sifund_ledger.amounts import DECIMALS, Language, Unit
from sifund_ledger.exchange.template.cells import form_of, schema_of
from sifund_ledger.exchange.template.layout import heading
from sifund_ledger.exchange.template.sheet import reference
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.kinds import Kind
from sifund_ledger.findings import Bilingual
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.workbook import looks
from sifund_ledger.workbook.looks import Looks
from sifund_ledger.workbook.workbook import begun

HEADINGS: Final = 3
"""The row of the headings, counted from zero."""
ROWS: Final = 2_000
"""So many rows below the headings have checks and colours; further ones are read all the same."""
TITLE: Final = {**looks.TITLE, "font_size": 18}
LEAD: Final = looks.SUBTITLE
HEAD: Final = {
    "bold": True, "font_color": "white", "bg_color": looks.ACCENT, "text_wrap": True, "valign": "vcenter", "border": 1,
    "border_color": "white",
}  # fmt: skip
HINT: Final = {"italic": True, "font_size": 8, "font_color": looks.SOFT, "text_wrap": True, "valign": "bottom"}
GROUP: Final = {"bold": True, "font_color": looks.ACCENT, "bg_color": "#E3ECEE", "valign": "vcenter"}
LABEL: Final = {"text_wrap": True, "valign": "vcenter", "indent": 1, **looks.PLAIN}
SMALL: Final = {**HINT, "italic": False, "valign": "vcenter", **looks.PLAIN}
TYPED: Final = {"font_name": "Consolas", "bg_color": looks.TINT}
NEEDED: Final = {"bg_color": "#FFF3CD"}
UNUSED: Final = {"bg_color": "#E4E6E7", "pattern": 1}
INPUT: Final = {"border": 1, "border_color": looks.RULE, "valign": "vcenter"}
_FORMS: Final = {"whole": "0", "day": "yyyy-mm-dd"}
"""The number formats of forms; amounts have the language's, and the rest are text."""
WIDTHS: Final = {"number": 17, "whole": 9, "day": 12, "flag": 9, "word": 19, "several": 24, "text": 24}
_PROTECTED: Final = {
    "format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True, "delete_rows": True,
    "sort": True, "autofilter": True,
}  # fmt: skip
MOST_TYPED: Final = 250
"""How many characters a list of words may have within a check."""
_BOUND: Final = 10**13
_WRONG: Final = {
    "number": Bilingual("Skriv ett belopp som tal, till exempel 1234567,50.", "Write a number, such as 1234567.50."),
    "whole": Bilingual("Skriv ett helt tal, som ett år: 2024.", "Write a whole number, such as a year: 2024."),
    "day": Bilingual("Skriv ett datum: 2024-04-28.", "Write a date: 2024-04-28."),
    "word": Bilingual("Välj ett av orden i listan.", "Choose one of the words in the list."),
    "other": Bilingual("Värdet finns inte i listan. Det får stå om det är rätt.",
                       "The value is not in the list. It may stand if it is right."),
}  # fmt: skip
_CHECK: Final = Bilingual("Kontrollera värdet", "Check the value")


class Pages:
    """A template that is being written, in a language and a unit."""

    def __init__(self, language: Language, unit: Unit = "kr") -> None:
        self._file = BytesIO()
        self.made = begun(self._file)
        self.language, self.unit = language, unit
        self.looks = Looks(self.made, language)

    def words(self, words: Bilingual) -> str:
        """Words in the template's language."""
        return words.words(self.language)

    def head(self, words: Bilingual) -> str:
        """A name as a heading in the template's language."""
        return heading(self.words(words))

    def file(self) -> bytes:
        """The template's file, once, when all is written."""
        self.made.close()
        return self._file.getvalue()

    def sheet(
        self, name: Bilingual, title: Bilingual, lead: Bilingual, *, colour: str = looks.ACCENT, fits: bool = True
    ) -> Any:  # fmt: skip
        """A new sheet with its title, and a line that says what it is for; printed as wide as a page if it ``fits``."""
        page = self.made.add_worksheet(self.words(name))
        page.write_string(0, 0, self.words(title), self.looks.of(TITLE))
        page.write_string(1, 0, self.words(lead), self.looks.of(LEAD))
        plain = self.looks.of()  # above the headings, where columns have another format
        for row, height in enumerate((28, 15, 14)):
            page.set_row(row, height, plain)
        page.set_tab_color(colour)
        page.set_landscape()
        page.set_paper(9)
        if fits:
            page.fit_to_pages(1, 0)
        return page

    def protect(self, page: Any) -> None:
        """Let headings stay as they are; without a password, so that whoever must can do away with it."""
        page.protect("", _PROTECTED)

    def column(self, page: Any, at: int, form: str, width: float | None = None) -> None:
        """Let a column be filled in with values of a form."""
        page.set_column(at, at, width or WIDTHS[form], self.input(form))

    def input(self, form: str, *look: dict[str, Any]) -> Any:
        """The format of a cell that is filled in."""
        number = self.looks.amount(2) if form == "number" else _FORMS.get(form, "@")
        return self.looks.of({"num_format": number, "locked": False}, INPUT, *look)

    def check(self, page: Any, cells: Sequence[int], field: Field, source: str | None = None) -> None:
        """Check what is typed in cells (first row and column, last row and column), and say what they are for.

        ``source`` is where a list of words stands; with it other words are let through too.
        """
        form, says = form_of(field.kind), self.words(field.help).replace("`", "").replace("*", "")
        options = {"validate": "list", "source": source} if source else self._rule(field.kind)
        page.data_validation(
            *cells,
            {
                **options, "input_title": self.head(field.words)[:32],
                "input_message": (says[:1].upper() + says[1:])[:255], "show_input": bool(says),
                "error_title": self.words(_CHECK)[:32], "error_message": self.words(_WRONG[form if form in _WRONG else
                "other"]), "error_type": "information" if source else "stop",
            },
        )  # fmt: skip

    def _rule(self, kind: Kind) -> dict[str, Any]:
        form = form_of(kind)
        words = choices(kind, self.language)
        if words and len(",".join(words)) <= MOST_TYPED:
            return {"validate": "list", "source": words}
        if form == "number":
            return {"validate": "decimal", "criteria": "between", "minimum": -_BOUND, "maximum": _BOUND}
        if form == "whole":
            year = kind.name == "year"
            least, most = (FIRST_YEAR - 1, LAST_YEAR) if year else (0, 1_000_000)
            return {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most}
        if form == "day":
            first, last = date(FIRST_YEAR - 1, 1, 1), date(LAST_YEAR, 12, 31)
            return {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}
        return {"validate": "any"}

    def put(self, page: Any, row: int, column: int, kind: Kind, value: Any, *look: dict[str, Any]) -> None:
        """A value in a cell, as a field of a kind has it: numbers in the template's unit, words in its language."""
        form = form_of(kind)
        if form == "flag":
            page.write_string(row, column, self._flag(bool(value)), self.input(form, *look))
        elif isinstance(value, date):
            page.write_datetime(row, column, value, self.input("day", *look))
        elif isinstance(value, int | Decimal) and form in ("whole", "number"):
            decimals = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
            finer = {"num_format": self.looks.amount(decimals)} if form == "number" and value != round(value, 2) else {}
            page.write_number(row, column, float(value), self.input(form, *look, finer))
        else:
            text = str(value)
            said = kind.said.get(text, text) if self.language == "sv" and form == "word" else text
            page.write_string(row, column, said, self.input(form, *look))

    def _flag(self, value: bool) -> str:
        return choices(_FLAG_KIND, self.language)[0 if value else 1]


_FLAG_KIND: Final = Kind("flag", Bilingual("", ""), lambda *_: None, "", {"type": "boolean"})
_FLAGS: Final[dict[Language, list[str]]] = {"sv": ["ja", "nej"], "en": ["yes", "no"]}


def choices(kind: Kind, language: Language) -> list[str]:
    """The words that a field may have, in a language; none for any other field."""
    if form_of(kind) == "flag":
        return _FLAGS[language]
    known = [str(word) for word in schema_of(kind).get("enum", ())] if form_of(kind) == "word" else []
    return [kind.said.get(word, word) for word in known] if language == "sv" else known


def in_unit(ore: int, unit: Unit) -> Decimal:
    """Öre as the number that a cell has, exact in the unit.

    >>> in_unit(1_550_000_000, "mkr"), in_unit(-150, "kr")
    (Decimal('15.50000000'), Decimal('-1.50'))
    """
    return Decimal(ore).scaleb(-DECIMALS[unit])


def as_text(share: Fraction) -> str:
    """A share as a file has it.

    >>> as_text(Fraction(1, 3))
    '1/3'
    """
    return str(share)


def range_of(sheet: str, column: int, first: int, last: int) -> str:
    """The cells of a column, as a formula names them; rows and columns from 0.

    >>> range_of("Listor", 2, 3, 9)
    "='Listor'!$C$4:$C$10"
    """
    letter = reference(1, column + 1)[:-1]
    return f"='{sheet}'!${letter}${first + 1}:${letter}${last + 1}"
