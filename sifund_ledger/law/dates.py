"""The dates of a fiscal year (frister): budget, interim report, annual report, keeping of the accounts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from sifund_ledger.citations import KL_1991, KL_2017, KRL, LKBR
from sifund_ledger.errors import NoLawInForce
from sifund_ledger.findings import Bilingual
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.law.rules import Certainty, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule(Rule):
    """A day that a fiscal year has (frist): ``day`` is years after it, month and day.

    ``binds_federations`` is false for what does not bind a kommunalförbund (KL 9:9).
    """

    day: tuple[int, int, int]
    binds_federations: bool = True

    def date_for(self, year: int) -> date:
        """The day, for a fiscal year.

        >>> INTERIM_LAST[0].date_for(2025), ANNUAL_REPORT[1].date_for(2025)
        (datetime.date(2025, 8, 31), datetime.date(2026, 4, 15))
        """
        years_after, month, number = self.day
        return date(year + years_after, month, number)


def interim_due(period_end: date) -> date:
    """The day by which an interim report is with council and auditors: two months after its period (KL 11:16).

    Raises :class:`~sifund_ledger.errors.NoLawInForce` for a period after 2060.

    >>> interim_due(date(2020, 8, 31)), interim_due(date(2020, 6, 30))
    (datetime.date(2020, 10, 31), datetime.date(2020, 8, 30))
    """
    if period_end.year > LAST_YEAR:
        raise NoLawInForce(f"no day is set for {period_end}")
    months = period_end.month + 1
    year, month = period_end.year + months // 12, months % 12 + 1
    return date(year, month, min(period_end.day, monthrange(year, month)[1]))


_PROPOSED: Final = Bilingual(
    "Styrelsen lägger fram budgetförslaget (vid särskilda skäl i november).",
    "The executive board lays the budget proposal (for special reasons in November).",
)
_DECIDED: Final = Bilingual("Fullmäktige beslutar budgeten.", "The council decides the budget.")
_LATEST: Final = Bilingual(
    "Sista dag för fullmäktiges budgetbeslut, vid särskilda skäl.",
    "The last day for the council's budget, for special reasons.",
)
_EARLIEST_END: Final = Bilingual(
    "Tidigaste slut på delårsrapportens period.", "The interim report's period ends on this day at the earliest."
)
_LATEST_END: Final = Bilingual(
    "Senaste slut på delårsrapportens period.", "The interim report's period ends on this day at the latest."
)
_INTERIM: Final = Bilingual(
    "Delårsrapporten är hos fullmäktige och revisorerna: två månader efter periodens slut, för den senaste perioden.",
    "The interim report is with the council and the auditors: two months after its period, for the latest period.",
)
_REPORT: Final = Bilingual(
    "Årsredovisningen överlämnas till fullmäktige och revisorerna.",
    "The annual report is handed to the council and the auditors.",
)

INTERIM_FIRST: Final = (
    DateRule("DATE-INTERIM-FIRST", 1998, 2018, KRL("9:1"), _EARLIEST_END, day=(0, 6, 30)),
    DateRule("DATE-INTERIM-FIRST", 2019, None, LKBR("13:1"), _EARLIEST_END, day=(0, 6, 30)),
)
INTERIM_LAST: Final = (
    DateRule("DATE-INTERIM-LAST", 1998, 2018, KRL("9:1"), _LATEST_END, day=(0, 8, 31)),
    DateRule("DATE-INTERIM-LAST", 2019, None, LKBR("13:1"), _LATEST_END, day=(0, 8, 31)),
)
ANNUAL_REPORT: Final = (
    DateRule("DATE-REPORT", 1999, 2016, KL_1991("8:17", "1999:621"), _REPORT, day=(1, 4, 15)),
    DateRule("DATE-REPORT", 2017, None, KL_2017("11:20"), _REPORT, day=(1, 4, 15)),
)
"""From the report of 1999, handed over in 2000: what day KL 1991 set before 1999:621 has not been read."""

_TEN: Final = Bilingual(
    "Räkenskapsinformationen bevaras minst till utgången av det tionde året.",
    "The accounts are kept at least to the end of the tenth year.",
)
_SEVEN: Final = Bilingual(
    "Räkenskapsinformationen bevaras minst till utgången av det sjunde året.",
    "The accounts are kept at least to the end of the seventh year.",
)
RETENTION: Final = (
    DateRule("BOOK-3", 1998, 2000, KRL(), _TEN, certainty=Certainty.INFERENCE, day=(10, 12, 31)),
    DateRule("BOOK-3", 2001, 2018, KRL("2:11", "2000:890"), _TEN, day=(10, 12, 31)),
    DateRule("BOOK-3", 2019, 2023, LKBR("3:13"), _SEVEN, day=(7, 12, 31)),
    DateRule("BOOK-3", 2024, None, LKBR("3:13", "2024:345"), _SEVEN, day=(7, 12, 31)),
)
"""Whether the shorter time reaches back is not stated; the longer holds for the years to 2018.

The day is the last on which the accounts must be there; never a leave to destroy them (ruling R31)."""

_budget = partial(DateRule, binds_federations=False)
_proposal = partial(_budget, "DATE-PROPOSAL", text=_PROPOSED, day=(-1, 10, 31))
_latest = partial(_budget, "DATE-BUDGET-LATEST", text=_LATEST, certainty=Certainty.INFERENCE, day=(-1, 12, 31))
DATES: Final[tuple[tuple[DateRule, ...], ...]] = (
    (
        _proposal(1998, 2018, KL_1991("8:6")),
        _proposal(2019, 2019, KL_2017("11:8")),
        _proposal(2020, None, KL_2017("11:8", "2019:835")),
    ),
    (
        _budget("DATE-BUDGET", 1998, 2018, KL_1991("8:8"), _DECIDED, day=(-1, 11, 30)),
        _budget("DATE-BUDGET", 2019, None, KL_2017("11:10"), _DECIDED, day=(-1, 11, 30)),
    ),
    (
        _latest(1998, 1999, KL_1991("8:9")),
        _latest(2000, 2018, KL_1991("8:9", "1999:308")),
        _latest(2019, None, KL_2017("11:11")),
    ),
    INTERIM_FIRST,
    INTERIM_LAST,
    (DateRule("DATE-INTERIM-COUNCIL", 2019, None, KL_2017("11:16", "2018:600"), _INTERIM, day=(0, 10, 31)),),
    ANNUAL_REPORT,
    RETENTION,
)
"""The tables of days. A budget is proposed and decided in the year before: that for 2019 is the first under KL 2017.
Federations are freed from the days of October and November (KL 9:9; in 1991 8:21); that December does not bind them
either is inferred.
"""

_COLUMNS: Final = Bilingual(
    "Delårsrapporten har jämförelse med samma period året före, helårsprognos och budget.",
    "The interim report compares with the same period of the year before, a full-year forecast and the budget.",
)
INTERIM_COLUMNS: Final = (Rule("INTERIM-COLUMNS", 2019, None, LKBR("13:3"), _COLUMNS),)
