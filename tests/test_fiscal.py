"""Fiscal years and deadlines."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR, anniversary, year_close, year_start

years = st.integers(FIRST_YEAR, LAST_YEAR)


@given(years)
def test_a_fiscal_year_is_the_calendar_year(year):
    assert year_start(year) == date(year, 1, 1)
    assert year_close(year) + timedelta(days=1) == year_start(year + 1)


@given(st.dates(date(1998, 1, 1), date(2060, 12, 31)), st.integers(0, 10))
def test_an_anniversary_is_the_same_day_of_a_later_year(day, later):
    on = anniversary(day, later)
    assert (on.year, on.month) == (day.year + later, day.month)
    assert on.day == day.day or (day.month, day.day, on.day) == (2, 29, 28)


@pytest.mark.parametrize(
    ("day", "later", "on"),
    [
        (date(2016, 2, 29), 3, date(2019, 2, 28)),
        (date(2016, 2, 29), 4, date(2020, 2, 29)),
        (date(2015, 2, 28), 1, date(2016, 2, 28)),
        (date(2013, 12, 31), 3, date(2016, 12, 31)),
        (date(2013, 12, 31), -1, date(2012, 12, 31)),
    ],
)
def test_leap_days(day, later, on):
    assert anniversary(day, later) == on
