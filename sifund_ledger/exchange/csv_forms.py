"""CSV in the number forms that receiving systems read (talformat): Swedish, international, or canonical."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from sifund_ledger.amounts import Unit, canonical_amount
from sifund_ledger.written import on_one_line

NumberForm = Literal["sv", "international"]
"""How CSV writes: semicolons and decimal commas, or commas and decimal points."""
CsvForm = Literal["sv", "international", "canonical"]
BOM: Final = "\ufeff"
"""Begins a file of the Swedish form, without which Excel takes it for another encoding than UTF-8."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Form(NamedTuple):
    delimiter: str
    mark: str
    """The decimal mark; none where an amount is canonical."""
    end: str


_FORMS: Final = {
    "sv": _Form(";", ",", "\r\n"),
    "international": _Form(",", ".", "\r\n"),
    "canonical": _Form(",", "", "\n"),
}


def csv_text(
    form: CsvForm,
    heads: Iterable[str],
    lines: Iterable[Iterable[str | int]],
    *,
    unit: Unit = "kr",
    decimals: int | None = None,
) -> str:
    """A header and lines as CSV. A whole number is an amount in öre; a text that a spreadsheet would run is
    guarded, and each is on one line, with nothing in it that a terminal would obey. ``decimals`` is how many amounts
    have that are rounded.

    >>> csv_text("sv", ("nämnd", "belopp"), [("SN", -123_456), ("=1+1", 5)])
    "nämnd;belopp\\r\\nSN;-1234,56\\r\\n'=1+1;0,05\\r\\n"
    """
    delimiter, mark, end = _FORMS[form]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(guarded(on_one_line(head)) for head in heads)
    for line in lines:
        writer.writerow(
            guarded(on_one_line(cell)) if isinstance(cell, str) else _amount(cell, mark, unit, decimals)
            for cell in line
        )
    return out.getvalue()


def _amount(ore: int, mark: str, unit: Unit, decimals: int | None) -> str:
    least = 2 if decimals is None and mark and unit == "kr" else decimals or 0
    whole, _, part = canonical_amount(ore, unit).partition(".")
    part = part.ljust(least, "0")
    return f"{whole}{mark or '.'}{part}" if part else whole


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    >>> guarded("=SUM(A1)"), guarded("Malmö")
    ("'=SUM(A1)", 'Malmö')
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
