"""CSV in the number forms that receiving systems read (talformat): Swedish or international."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Literal

NumberForm = Literal["sv", "international"]
"""How CSV writes: semicolons and decimal commas, or commas and decimal points."""


def amount_in(form: NumberForm, ore: int) -> str:
    """An amount in öre as kronor with two decimals, without spaces between thousands.

    >>> amount_in("sv", -123_456), amount_in("international", 5)
    ('-1234,56', '0.05')
    """
    whole, part = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole}{',' if form == 'sv' else '.'}{part:02d}"


def csv_text(form: NumberForm, heads: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    """A header and lines as CSV; texts must be guarded already.

    >>> csv_text("sv", ("nämnd", "belopp"), [("SN", "1,00")])
    'nämnd;belopp\\r\\nSN;1,00\\r\\n'
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if form == "sv" else ",", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(lines)
    return out.getvalue()
