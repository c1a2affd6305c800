"""The calendar of a fiscal year (årets frister): every day that the law sets for it, in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sifund_ledger.amounts import Language
from sifund_ledger.errors import NoLawInForce
from sifund_ledger.findings import Bilingual, shown
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR, year_close
from sifund_ledger.law.dates import DATES
from sifund_ledger.law.deficits import DEFICITS
from sifund_ledger.law.reserves import DISSOLUTION, FLOW_CEILING
from sifund_ledger.law.rules import Rule, holds, in_force


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, what it is the day for, and the rule that sets it (frist)."""

    date: date
    text: Bilingual
    rule: Rule

    @property
    def paragraph(self) -> str:
        """The place in the statute, empty where there is none."""
        return self.rule.cited

    def what(self, language: Language = "sv") -> str:
        """What the day is for, in Swedish or English."""
        return self.text.words(language)


def calendar(year: int, *, federation: bool = False) -> tuple[Deadline, ...]:
    """Every day that the law sets for a fiscal year, from its budget to the end of keeping, in order of time.

    A deficit's days are those of one that arises in the year. ``federation`` leaves out what does not bind a
    kommunalförbund (KL 9:9). Raises :class:`~sifund_ledger.errors.NoLawInForce` for a year before 1998 or after 2060.

    >>> for deadline in calendar(2025)[:3]:
    ...     print(deadline.date, deadline.rule.name, deadline.paragraph)
    2024-10-31 DATE-PROPOSAL KL (2017:725) 11:8
    2024-11-30 DATE-BUDGET KL (2017:725) 11:10
    2024-12-31 DATE-BUDGET-LATEST KL (2017:725) 11:11
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoLawInForce(f"no day is set for the fiscal year {shown(year)}")
    deadlines = (*_of_the_year(year, federation=federation), *_of_a_deficit(year), *_of_the_reserve(year))
    return tuple(sorted(deadlines, key=lambda deadline: deadline.date))


def _of_the_year(year: int, *, federation: bool) -> Iterator[Deadline]:
    for table in DATES:
        for rule in table:
            if holds(rule, year) and (rule.binds_federations or not federation):
                yield Deadline(rule.date_for(year), rule.text, rule)


def _of_a_deficit(year: int) -> Iterator[Deadline]:
    rule = in_force(DEFICITS, year)
    budgeted_by, decide_by = rule.budgeted_by(year), rule.decide_by(year)
    if budgeted_by is not None and decide_by is not None:
        decided = Bilingual(
            f"Fullmäktige har beslutat hur ett underskott från {year} ska regleras",
            f"The council has decided how a deficit of {year} is made good",
        )
        yield Deadline(budgeted_by, Bilingual(f"{decided.sv}.", f"{decided.en}."), rule)
        late = Bilingual(f"{decided.sv} (vid särskilda skäl).", f"{decided.en} (for special reasons).")
        yield Deadline(decide_by, late, rule)
    restored = Bilingual(f"Ett underskott från {year} är återställt.", f"A deficit of {year} has been restored.")
    yield Deadline(year_close(rule.due_year(year)), restored, rule)


def _of_the_reserve(year: int) -> Iterator[Deadline]:
    text = Bilingual(
        f"Fullmäktige har beslutat om reservering till RUR för {year}.",
        f"The council has decided on an allocation to RUR for {year}.",
    )
    for ceiling in FLOW_CEILING:
        if holds(ceiling, year) and ceiling.decided_in is not None:
            yield Deadline(year_close(ceiling.decided_in), text, ceiling)
    for rule in DISSOLUTION:
        if holds(rule, year):
            yield Deadline(year_close(year), rule.text, rule)
