"""Amounts, dates and numbers as SIE writes them (SIE 4B §5.9-5.10): integer öre, never a float."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from sifund_ledger.amounts import MAX_ORE

_AMOUNT: Final = re.compile(r"(-?)(?=\.?[0-9])([0-9]{0,14})(?:\.([0-9]{0,2}))?")
_DECIMALS: Final = re.compile(r"(-?[0-9]{0,14}\.[0-9]{2})0+")
_DATE: Final = re.compile(r"[0-9]{8}")
_QUANTITY: Final = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{0,30})?")


def ore_of(text: str) -> int | None:
    """An amount in öre; ``None`` for text in another form: comma, plus, exponent, a third decimal, more than MAX_ORE.

    Several programs leave out the zero before the point; that can mean one amount only, and is read.

    >>> ore_of("-212.5"), ore_of("1063"), ore_of("-0.05"), ore_of("1,50"), ore_of("0.005"), ore_of("-.20")
    (-21250, 106300, -5, None, None, -20)
    """
    match = _AMOUNT.fullmatch(text)
    if match is None:
        zeros = _DECIMALS.fullmatch(text)
        return ore_of(zeros[1]) if zeros and len(text) < 64 else None
    ore = int(match[2] or "0") * 100 + int((match[3] or "").ljust(2, "0"))
    if ore > MAX_ORE:
        return None
    return -ore if match[1] else ore


def amount_text(ore: int) -> str:
    """Öre as SIE writes them: decimal point, two decimals, minus before the number.

    >>> amount_text(-5), amount_text(106300)
    ('-0.05', '1063.00')
    """
    if -100 < ore < 100:
        return f"{'-' if ore < 0 else ''}0.{abs(ore):02d}"
    digits = str(ore)
    return f"{digits[:-2]}.{digits[-2:]}"


@lru_cache(maxsize=4096)
def date_of(text: str) -> date | None:
    """The day of ``YYYYMMDD``, or ``None`` where it is none.

    >>> date_of("20121231"), date_of("20120230")
    (datetime.date(2012, 12, 31), None)
    """
    if not _DATE.fullmatch(text):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def is_period(text: str) -> bool:
    """Whether the text is a calendar month, ``YYYYMM``.

    >>> is_period("201212"), is_period("201213")
    (True, False)
    """
    return date_of(text + "01") is not None


def is_account_number(text: str) -> bool:
    """Whether the text is an account number as the format wants it: digits alone.

    >>> is_account_number("1930"), is_account_number("DIFF"), is_account_number("")
    (True, False, False)
    """
    return text.isascii() and text.isdigit()


def is_quantity(text: str) -> bool:
    """Whether the text is a quantity (kvantitet); an empty one is."""
    return not text or _QUANTITY.fullmatch(text) is not None


def year_number(text: str) -> int | None:
    """A year number: 0 for the current fiscal year, -1 for the one before, and so on; else ``None``.

    >>> year_number("-1"), year_number("+1")
    (-1, None)
    """
    return int(text) if re.fullmatch(r"-?[0-9]{1,3}", text) else None
