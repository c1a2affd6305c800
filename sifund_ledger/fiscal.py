"""Fiscal years and deadlines (räkenskapsår, frister). The only user of python-dateutil.

The fiscal year of a municipality is the calendar year (LKBR 1:5). A year is a plain ``int``.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import relativedelta

FIRST_YEAR: Final = 1998
LAST_YEAR: Final = 2060


def year_start(year: int) -> date:
    """The first day of a fiscal year (LKBR 1:5).

    >>> year_start(2013)
    datetime.date(2013, 1, 1)
    """
    return date(year, 1, 1)


def year_close(year: int) -> date:
    """The last day of a fiscal year, the balance sheet date (balansdag).

    >>> year_close(2013)
    datetime.date(2013, 12, 31)
    """
    return date(year, 12, 31)


@lru_cache(maxsize=4096)
def anniversary(day: date, years: int) -> date:
    """The same day a number of years on; 29 February becomes 28 February (ruling R33).

    >>> anniversary(date(2016, 2, 29), 3)
    datetime.date(2019, 2, 28)
    """
    return day + relativedelta(years=years)
