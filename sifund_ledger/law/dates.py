"""The dates of a fiscal year (frister): budget, interim report, annual report, keeping of the accounts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from sifund_ledger.fiscal import year_close
from sifund_ledger.law.citations import KL_1991, KL_2017, KRL, LKBR, Citation
from sifund_ledger.law.rules import Certainty, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule(Rule):
    """A day that a fiscal year has (frist): so many years after it, a month and a day.

    ``binds_federations`` is false for what does not bind a kommunalförbund (KL 9:9).
    """

    years_after: int
    month: int
    day: int
    binds_federations: bool = True

    def date_for(self, year: int) -> date:
        """The day, for a fiscal year.

        >>> BUDGET_DECIDED[0].date_for(2025), ANNUAL_REPORT[1].date_for(2025)
        (datetime.date(2024, 11, 30), datetime.date(2026, 4, 15))
        """
        return date(year + self.years_after, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule(Rule):
    """How long the accounts are kept (bevarande): to the end of a number of years after the fiscal year."""

    years: int

    def kept_until(self, year: int) -> date:
        """The last day on which they must be there; never a leave to destroy them (ruling R31).

        >>> RETENTION[0].kept_until(2018), RETENTION[1].kept_until(2019)
        (datetime.date(2028, 12, 31), datetime.date(2026, 12, 31))
        """
        return year_close(year + self.years)


def interim_due(period_end: date) -> date:
    """The day by which an interim report is with the council: two months after its period (KL 11:16).

    >>> interim_due(date(2020, 8, 31)), interim_due(date(2020, 6, 30))
    (datetime.date(2020, 10, 31), datetime.date(2020, 8, 30))
    """
    months = period_end.month + 1
    year, month = period_end.year + months // 12, months % 12 + 1
    return date(year, month, min(period_end.day, monthrange(year, month)[1]))


BUDGET_PROPOSED: Final = (
    DateRule(
        name="DATE-PROPOSAL",
        first_year=2019,
        last_year=None,
        citation=Citation(KL_2017, 11, "8"),
        certainty=Certainty.STATUTE,
        sv="Styrelsen lägger fram budgetförslaget (vid särskilda skäl i november).",
        en="The executive board lays the budget proposal (for special reasons in November).",
        years_after=-1,
        month=10,
        day=31,
        binds_federations=False,
    ),
)
"""KL 2017 came into force on 1 January 2018: the budget for 2019 is the first that is proposed under it."""

BUDGET_DECIDED: Final = (
    DateRule(
        name="DATE-BUDGET",
        first_year=2019,
        last_year=None,
        citation=Citation(KL_2017, 11, "10"),
        certainty=Certainty.STATUTE,
        sv="Fullmäktige beslutar budgeten.",
        en="The council decides the budget.",
        years_after=-1,
        month=11,
        day=30,
        binds_federations=False,
    ),
)
BUDGET_LATEST: Final = (
    DateRule(
        name="DATE-BUDGET-LATEST",
        first_year=2019,
        last_year=None,
        citation=Citation(KL_2017, 11, "10"),
        certainty=Certainty.STATUTE,
        sv="Sista dag för fullmäktiges budgetbeslut, vid särskilda skäl.",
        en="The last day for the council's budget, for special reasons.",
        years_after=-1,
        month=12,
        day=31,
        binds_federations=False,
    ),
)
INTERIM_FIRST: Final = (
    DateRule(
        name="DATE-INTERIM-FIRST",
        first_year=2019,
        last_year=None,
        citation=Citation(LKBR, 13, "1"),
        certainty=Certainty.STATUTE,
        sv="Delårsrapportens period slutar tidigast.",
        en="The interim report's period ends at the earliest.",
        years_after=0,
        month=6,
        day=30,
    ),
)
INTERIM_LAST: Final = (
    DateRule(
        name="DATE-INTERIM-LAST",
        first_year=2019,
        last_year=None,
        citation=Citation(LKBR, 13, "1"),
        certainty=Certainty.STATUTE,
        sv="Delårsrapportens period slutar senast.",
        en="The interim report's period ends at the latest.",
        years_after=0,
        month=8,
        day=31,
    ),
)
INTERIM_COUNCIL: Final = (
    DateRule(
        name="DATE-INTERIM-COUNCIL",
        first_year=2019,
        last_year=None,
        citation=Citation(KL_2017, 11, "16", amended_by="2018:600"),
        certainty=Certainty.STATUTE,
        sv="Delårsrapporten är hos fullmäktige: två månader efter periodens slut, för den senaste perioden.",
        en="The interim report is with the council: two months after its period, for the latest period.",
        years_after=0,
        month=10,
        day=31,
    ),
)
ANNUAL_REPORT: Final = (
    DateRule(
        name="DATE-REPORT",
        first_year=1998,
        last_year=2016,
        citation=Citation(KL_1991, 8, "17"),
        certainty=Certainty.INFERENCE,
        sv="Årsredovisningen lämnas till fullmäktige och revisorerna.",
        en="The annual report is handed to the council and the auditors.",
        years_after=1,
        month=4,
        day=15,
    ),
    DateRule(
        name="DATE-REPORT",
        first_year=2017,
        last_year=None,
        citation=Citation(KL_2017, 11, "20"),
        certainty=Certainty.STATUTE,
        sv="Årsredovisningen lämnas till fullmäktige och revisorerna.",
        en="The annual report is handed to the council and the auditors.",
        years_after=1,
        month=4,
        day=15,
    ),
)
"""Only the last wording of KL 1991 was read; that the day was the same all its time is inferred."""

INTERIM_COLUMNS: Final = (
    Rule(
        name="INTERIM-COLUMNS",
        first_year=2019,
        last_year=None,
        citation=Citation(LKBR, 13, "3"),
        certainty=Certainty.STATUTE,
        sv="Delårsrapporten har jämförelse med samma period året före, helårsprognos och budget.",
        en="The interim report compares with the same period of the year before, a full-year forecast and the budget.",
    ),
)

RETENTION: Final = (
    RetentionRule(
        name="BOOK-3",
        first_year=1998,
        last_year=2018,
        citation=Citation(KRL, 2, "11"),
        certainty=Certainty.STATUTE,
        sv="Räkenskapsinformationen bevaras till och med det tionde året.",
        en="The accounts are kept to the end of the tenth year.",
        years=10,
    ),
    RetentionRule(
        name="BOOK-3",
        first_year=2019,
        last_year=None,
        citation=Citation(LKBR, 3, "12"),
        certainty=Certainty.STATUTE,
        sv="Räkenskapsinformationen bevaras till och med det sjunde året.",
        en="The accounts are kept to the end of the seventh year.",
        years=7,
    ),
)
"""Whether the shorter time reaches back is not stated; the longer holds for the years to 2018."""

DATES: Final = (
    BUDGET_PROPOSED,
    BUDGET_DECIDED,
    BUDGET_LATEST,
    INTERIM_FIRST,
    INTERIM_LAST,
    INTERIM_COUNCIL,
    ANNUAL_REPORT,
)
"""The tables of days, each by fiscal year."""
