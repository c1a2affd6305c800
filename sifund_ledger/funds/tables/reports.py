"""Tables of a fund (fondens tabeller): deposits, target, runway, intentions, entitlements. Amounts are öre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import TOTAL, total_row
from sifund_ledger.funds.fund.surplus import target_of
from sifund_ledger.funds.policy.choices import SetAsideSource
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.tables import words
from sifund_ledger.ledger.year_sums import NO_SUMS
from sifund_ledger.table import LABEL, ONE_AMOUNT, Column, OneTable, Row, Table


def deposits_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """What was set aside, by source and fiscal year (insatt per källa); one-off sources are marked (S6)."""
    found = Counter[tuple[str, int]]()
    for (_, source, year), ore in register.deposits.get(fund, {}).items():
        found[source, year] += ore
    years = sorted({year for (_, _, year), ore in register.deposits.get(fund, {}).items() if ore})
    rows = []
    for source, name in words.SOURCES.items():
        by_year = [found[source, year] for year in years]
        if any(by_year):
            rows.append(Row((name, *by_year, sum(by_year)), code=source.value))
    columns = (LABEL, *(Column(str(year), str(year)) for year in years), Column("total", TOTAL))
    return words.DEPOSITS.table(columns, [*rows, total_row(rows, len(columns))], language, fund=fund)


class TargetYear(NamedTuple):
    """A fund against its target in a year: balance, target share of the budget, and what lacks; öre."""

    year: int
    budget_ore: int
    target_ore: int
    balance_ore: int

    @property
    def gap_ore(self) -> int:
        """What lacks to the target; negative above it."""
        return self.target_ore - self.balance_ore

    @property
    def share(self) -> Fraction:
        """The balance as a share of the total budget."""
        return Fraction(self.balance_ore, self.budget_ore)


@dataclass(frozen=True, slots=True)
class FundTarget(OneTable):
    """A fund against its target share of the total budget (målnivå), year by year; iterates over its years."""

    fund: str
    years: tuple[TargetYear, ...]

    def __iter__(self) -> Iterator[TargetYear]:
        return iter(self.years)

    def __len__(self) -> int:
        return len(self.years)

    def __getitem__(self, position: int) -> TargetYear:
        return self.years[position]

    def table(self, language: Language = "sv") -> Table:
        """A row for each year, with what lacks and the share of the budget."""
        return words.TARGET.listing(self.years, language, fund=self.fund)


def fund_target(
    register: FundRegister, fund: str, balances_ore: Mapping[int, int], budgets_ore: Mapping[int, int]
) -> FundTarget:
    """A fund against its target share of the total budget, year by year (D5)."""
    policy = register.policies[fund]
    years = (
        TargetYear(year, budget, target_of(policy, budget), balances_ore.get(year, 0))
        for year, budget in sorted(budgets_ore.items())
    )
    return FundTarget(fund, tuple(years))


@dataclass(frozen=True, slots=True)
class Runway(OneTable):
    """How long a fund lasts (räckvidd; K12): what is available, granted per year on average, and its state.

    ``state`` is running, exhausted (nothing left to grant), expired (its window has passed) or dormant (something
    left, and no grant in the last year). ``years_left`` is ``None`` where nothing has been granted.
    """

    fund: str
    available_ore: int
    committed_ore: int
    pace_ore: int
    years_left: Fraction | None
    state: str
    open_claims_ore: int

    def table(self, language: Language = "sv") -> Table:
        """The amounts as rows, the years left below."""
        state = words.DORMANT if self.state == "dormant" else words.RUNWAY_STATES[self.state]
        remark = words.NO_PACE.filled(state=state)
        if self.years_left is not None:
            whole, tenth = divmod(floor(self.years_left * 10), 10)
            left = Bilingual(f"{whole},{tenth}", f"{whole}.{tenth}")
            remark = words.YEARS_LEFT.filled(left=left, state=state)
        return words.RUNWAY.side_by_side([self], [ONE_AMOUNT], language, remarks=(remark,), fund=self.fund)


def runway(register: FundRegister, fund: str, *, year: int, subfund: str = "") -> Runway:
    """How long what a fund has now lasts at the pace of its grants to the end of a year (S4, S31).

    Where no sub-fund is named, all of them together.
    """
    parts = register.parts_of(fund, subfund)
    pots = [register.pots.get((fund, part), (0, 0)) for part in parts]
    available, committed = (sum(sums) for sums in zip(*pots, strict=True))
    grants = Counter[int]()
    for part in parts:
        for granted_in, ore in register.granted_in.get((fund, part), NO_SUMS).by_year():
            if granted_in <= year and ore:
                grants[granted_in] += ore
    years = year - min(grants, default=year) + 1
    pace = sum(grants.values()) // max(1, years)
    policy = register.policy_of(fund, subfund)
    claims = sum([ore for (part, *_), ore in register.to_repay.get(fund, {}).items() if part in parts])
    state = "running"
    if policy.window is not None and year > policy.window[1]:
        state = "expired"
    elif not available:
        state = "exhausted"
    elif not grants or max(grants) < year - 1:
        state = "dormant"
    return Runway(fund, available, committed, pace, Fraction(available, pace) if pace else None, state, claims)


def intentions_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """What was meant to be set aside against what was decided, year by year (avsikt och utfall; S27).

    A year without an intention has no amount meant, and no difference: not zero, which would be an intention too.
    """
    meant = dict(register.intentions.get(fund, ()))
    if not meant:
        return words.INTENTIONS.listing([], language, fund=fund, remarks=(words.NO_INTENTION,))
    decided = Counter[int]()
    for (_, source, year), ore in register.deposits.get(fund, {}).items():
        if source != SetAsideSource.RENEWAL:
            decided[year] += ore
    rows = []
    for year in sorted({*meant, *(year for year, ore in decided.items() if ore)}):
        intended, actual = meant.get(year), decided[year]
        rows.append((year, intended, actual, None if intended is None else actual - intended))
    remarks = (words.YEARS_WITHOUT_INTENTION,) if len(rows) > len(meant) else ()
    return words.INTENTIONS.listing(rows, language, fund=fund, remarks=remarks)


def versions_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """The versions of a fund's policy, and the projects that follow each: that in force at their start (I18; S7).

    A version that has fallen with its decision is left out.
    """
    following: dict[int, list[str]] = {}
    for state in register.projects_of(fund):
        following.setdefault(state.version, []).append(state.name)
    rows = []
    for version in register.standing(fund):
        parts = [part for part in version.policy.subfund_names if version.policy.of(part).revolving]
        begins = version.valid_from.isoformat() if version.number > 1 else words.FROM_THE_START
        projects = ", ".join(following.get(version.number, ()))
        rows.append(
            (
                str(version.number),
                version.policy.name,
                begins,
                ", ".join(parts) or words.REPAYING[bool(parts)],
                projects,
            )
        )
    return words.VERSIONS.listing(rows, language, fund=fund)


class Entitlement(NamedTuple):
    """The right to renew over a year (rätt att förnya; R20 b): what came in, repaid, renewed, and is carried; öre."""

    year: int
    opening_ore: int
    repaid_ore: int
    renewed_ore: int

    @property
    def carried_ore(self) -> int:
        """What finds no room, and is carried forward."""
        return self.opening_ore + self.repaid_ore - self.renewed_ore


def entitlements(register: FundRegister, fund: str, subfund: str = "") -> tuple[Entitlement, ...]:
    """What repayments give a right to renew, year by year, with what is carried forward.

    Where no sub-fund is named, all of them together; each is renewed by its own repayments alone.
    """
    parts = register.parts_of(fund, subfund)
    repaid, renewed = Counter[int](), Counter[int]()
    for sums, by_year in ((register.entitled, repaid), (register.renewed, renewed)):
        for part in parts:
            for year, ore in sums.get((fund, part), NO_SUMS).by_year():
                by_year[year] += ore
    rows, carried = [], 0
    for year in sorted({*repaid, *renewed}):
        row = Entitlement(year, carried, repaid[year], renewed[year])
        rows.append(row)
        carried = row.carried_ore
    return tuple(rows)


def entitlements_table(register: FundRegister, fund: str, subfund: str = "", language: Language = "sv") -> Table:
    """The entitlements as a table."""
    name = f"{fund}, {subfund}" if subfund else fund
    return words.ENTITLEMENTS.listing(entitlements(register, fund, subfund), language, fund=name)
