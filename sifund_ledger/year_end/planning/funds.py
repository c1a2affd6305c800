"""What each fund is expected to move (fondernas plan): set aside, used, repaid, renewed, by year; in öre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.project.fields import equal_profile
from sifund_ledger.funds.state.fund_events import SET_ASIDES, USES
from sifund_ledger.funds.state.project import ProjectStanding
from sifund_ledger.funds.tables.account import fund_movement
from sifund_ledger.year_end.book_state import BookState


class FundPlanYear(NamedTuple):
    """A fund in a year to come: ``opening + set_aside + renewed − used = closing``. ``carried`` is what repayments give
    a right to renew and the result has no room for; ``committed`` is granted and not used."""

    year: int
    opening_ore: int
    set_aside_ore: int
    used_ore: int
    repaid_ore: int
    renewed_ore: int
    carried_ore: int
    committed_ore: int

    @property
    def closing_ore(self) -> int:
        """What the fund has at the year's end."""
        return self.opening_ore + self.set_aside_ore + self.renewed_ore - self.used_ore

    @property
    def available_ore(self) -> int:
        """What can still be granted at the year's end."""
        return self.closing_ore - self.committed_ore


@dataclass(slots=True)
class Expected:
    """What the records of a fund say of the years to come, before any result is known; by year."""

    fund: str
    opening_ore: int
    entitled_ore: int
    is_earmark: bool
    set_aside: Counter[int] = field(default_factory=Counter)
    used: Counter[int] = field(default_factory=Counter)
    repaid: Counter[int] = field(default_factory=Counter)
    committed_ore: int = 0


def expected_of(state: BookState, years: Sequence[int]) -> Iterator[Expected]:
    """What every fund of equity is expected to move in the years, which follow the last one with a result.

    What is recorded of a year already counts; a fund that is frames alone moves no equity, and is left out.
    """
    register, first = state.register, years[0]
    for fund, policy in register.policies.items():
        if policy.legal_form is LegalForm.OPERATING_FRAME:
            continue
        kept = register.accounts_of(fund, state.balances)
        entitled = sum(register.entitlement(fund, part, at=first - 1) for part in policy.subfund_names)
        each = Expected(fund, kept.earmarked(fund, at=first - 1), entitled, register.is_earmark(fund))
        meant = dict(register.intentions.get(fund, ()))
        for year in years:
            recorded = fund_movement(kept, fund, SET_ASIDES, year=year)
            each.set_aside[year] = max(recorded, meant.get(year, 0))
            each.used[year] = -fund_movement(kept, fund, USES, year=year)
        for project in register.projects_of(fund):
            if project.standing is ProjectStanding.RUNNING and project.left:
                each.committed_ore += project.left
                last = max(first, project.end.year if project.end else first)
                each.used.update(equal_profile(project.left, max(first, min(project.start.year, last)), last))
        for (*_, due), ore in register.to_repay.get(fund, {}).items():
            each.repaid[max(due, first)] += ore
        yield each


def fund_years(expected: Sequence[Expected], years: Sequence[int], room: Mapping[int, int]) -> dict[
    str, tuple[FundPlanYear, ...]
]:  # fmt: skip
    """Each fund year by year; ``room`` is what each year's result leaves to renew, which the funds take in turn."""
    left, drawn = dict(room), {}
    for each in expected:
        balance, carried, committed = each.opening_ore, each.entitled_ore, each.committed_ore
        rows = []
        for year in years:
            carried += each.repaid[year]
            renewed = min(carried, left[year]) if each.is_earmark else 0
            left[year], carried = left[year] - renewed, carried - renewed
            committed = max(0, committed - each.used[year])
            row = FundPlanYear(
                year, balance, each.set_aside[year], each.used[year], each.repaid[year], renewed, carried, committed
            )
            rows.append(row)
            balance = row.closing_ore
        drawn[each.fund] = tuple(rows)
    return drawn
