"""Values as XML Schema writes them (värden i SIE 5): decimals, months, days, truth; blanks around them mean nothing."""

from __future__ import annotations

import re
from typing import Final

from sifund_ledger.exchange.sie.values import date_of, is_period

_DECIMAL: Final = re.compile(r"(?=[+-]?\.?[0-9])([+-]?)0*+([0-9]*+)(?:\.([0-9]*+))?")
_ZONE: Final = r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
_MONTH: Final = re.compile(rf"([0-9]{{4}})-([0-9]{{2}}){_ZONE}")
_DAY: Final = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?:T[0-9:.]*)?{_ZONE}")
_BLANKS: Final = " \t\r\n"


def decimal_of(text: str) -> str:
    """An ``xsd:decimal`` as SIE writes numbers: no plus, a digit before the point; empty for what is none.

    >>> decimal_of(" +.50 "), decimal_of("-007."), decimal_of("+-5"), decimal_of("1e3")
    ('0.5', '-7', '', '')
    """
    match = _DECIMAL.fullmatch(text.strip(_BLANKS))
    if match is None:
        return ""
    sign, whole, part = match[1], match[2] or "0", (match[3] or "").rstrip("0")
    number = f"{whole}.{part}" if part else whole
    return f"-{number}" if sign == "-" and number != "0" else number


def month_of(text: str) -> str:
    """An ``xsd:gYearMonth`` as YYYYMM; empty for what is none.

    >>> month_of("2014-12"), month_of(" 2014-12Z "), month_of("2014-13")
    ('201412', '201412', '')
    """
    match = _MONTH.fullmatch(text.strip(_BLANKS))
    return match[1] + match[2] if match and is_period(match[1] + match[2]) else ""


def day_of(text: str) -> str:
    """An ``xsd:date``, or the day of an ``xsd:dateTime``, as YYYYMMDD; empty for what is none.

    >>> day_of("2014-12-31"), day_of("2016-12-21T12:14:44.1+01:00"), day_of("2014-02-30")
    ('20141231', '20161221', '')
    """
    match = _DAY.fullmatch(text.strip(_BLANKS))
    day = "".join(match.groups()) if match else ""
    return day if date_of(day) else ""


def is_true(text: str) -> bool:
    """Whether an ``xsd:boolean`` is true.

    >>> is_true("1"), is_true(" true "), is_true("false"), is_true("yes")
    (True, True, False, False)
    """
    return text.strip(_BLANKS) in ("true", "1")


def last_day(month: str) -> str:
    """The last day of a month YYYYMM.

    >>> last_day("201202")
    '20120229'
    """
    return next((month + day for day in ("31", "30", "29", "28") if date_of(month + day)), "")
