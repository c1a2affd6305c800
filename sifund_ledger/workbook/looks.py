"""How cells look (cellformat): one family of formats for every sheet, made when first asked for."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from sifund_ledger.amounts import Language, decimals_of_share

INK: Final = "#1C2326"
SOFT: Final = "#5A656A"
RULE: Final = "#CFD5D6"
TINT: Final = "#F4F6F5"
ACCENT: Final = "#1D5566"
WARN: Final = "#8A4B08"
BAD: Final = "#9B1C1C"
SERIES: Final = (ACCENT, "#C8873D", "#9DB9A6", "#7A6A93", "#5A656A", "#B9A27C", "#6E8FA3")
"""The colours of charts, in order."""
_LOCALE: Final[dict[Language, str]] = {"sv": "[$-41D]", "en": ""}
"""Asks for the marks of Swedish numbers where a program would use its own."""

TITLE: Final = {"bold": True, "font_size": 15, "font_color": ACCENT}
SUBTITLE: Final = {"font_color": SOFT}
SECTION: Final = {"bold": True, "font_size": 12, "font_color": ACCENT}
DRAFT: Final = {"bold": True, "font_color": WARN}
LINK: Final = {"font_color": ACCENT, "underline": 1}
HEAD: Final = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "border_color": INK, "bg_color": TINT}
HEADING: Final = {"bold": True, "font_color": ACCENT}
REMARK: Final = {"font_color": SOFT, "font_size": 9, "text_wrap": True}
BODY: Final = {"font_color": INK, "font_size": 10}
PLAIN: Final = {"bottom": 1, "bottom_color": RULE}
SUM: Final = {"bold": True, "top": 1, "bottom": 1, "border_color": INK}
WRAPPED: Final = {"text_wrap": True}
RIGHT: Final = {"align": "right"}
BESIDE: Final = {"font_color": SOFT, "font_size": 9, "text_wrap": True, "bold": False}
CHECKED: Final = {"font_color": SOFT, "italic": True}
INDENTED: Final = {"align": "left", "indent": 1}
LEADS: Final = {"font_color": ACCENT}
"""An amount that leads to where it comes from."""
OF_ALL: Final = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}


class Looks:
    """The formats of a workbook, by what they set."""

    def __init__(self, workbook: Any, language: Language) -> None:
        self._workbook = workbook
        self._made: dict[frozenset[tuple[str, Any]], Any] = {}
        self.language: Language = language

    def of(self, *looks: dict[str, Any], **more: Any) -> Any:
        """The format that has all of these; what is said later counts."""
        properties = dict(OF_ALL)
        for each in (*looks, more):
            properties |= each
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def amount(self, places: int) -> str:
        """The number format of amounts: thousands apart, a real minus sign."""
        number = f"#,##0{'.' + '0' * places if places else ''}"
        locale = _LOCALE[self.language]
        return f'{locale}{number};{locale}"\u2212"{number}'

    def check(self, places: int, agrees: str) -> str:
        """The number format of a difference, which is never below zero: a word where there is none."""
        return f'{self.amount(places).partition(";")[0]};;"{agrees}"'

    def share(self, share: Fraction) -> str:
        """The number format of a share, with the decimals that it is printed with; one that is rounded shows that."""
        places, rounded = decimals_of_share(share)
        number = f"0{'.' + '0' * places if places else ''}{' ' if self.language == 'sv' else ''}%"
        return _LOCALE[self.language] + ('"≈ "' if rounded else "") + number

    @property
    def count(self) -> str:
        """The number format of counts."""
        return f"{_LOCALE[self.language]}#,##0"

    @property
    def year(self) -> str:
        """The number format of years, and of numbers that name something."""
        return "0"

    @property
    def day(self) -> str:
        """The number format of days."""
        return "yyyy-mm-dd"
