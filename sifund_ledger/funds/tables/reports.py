"""Tables of a fund (fondens tabeller): deposits, target, runway, intentions, entitlements. Amounts are öre."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.funds.fund.surplus import target_of
from sifund_ledger.funds.policy.policy import SetAsideSource
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.table import Row, RowKind, Table

_SOURCES: Final = {
    SetAsideSource.SURPLUS.value: ("överskott", "surplus"),
    SetAsideSource.ACCUMULATED_EQUITY.value: ("tidigare eget kapital", "accumulated equity"),
    SetAsideSource.AFA_REFUND.value: ("AFA-återbetalning", "AFA refund"),
    SetAsideSource.OPERATING_FRAME.value: ("ram", "operating frame"),
    SetAsideSource.RENEWAL.value: ("förnyat efter återföring", "renewed after repayment"),
}
_ONE_OFF: Final = frozenset({SetAsideSource.AFA_REFUND.value, SetAsideSource.ACCUMULATED_EQUITY.value})


def _words(language: Language, swedish: str, english: str) -> str:
    return swedish if language == "sv" else english


def deposits_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """What was set aside, by source and fiscal year (insatt per källa); one-off sources are told apart (S6)."""
    found = {key: ore for key, ore in register.deposits.items() if key[0] == fund and ore}
    years = sorted({key[3] for key in found})
    rows = []
    for source, names in _SOURCES.items():
        by_year = [sum(ore for key, ore in found.items() if key[2:] == (source, year)) for year in years]
        if any(by_year):
            once = _words(language, " (engångs)", " (one-off)") if source in _ONE_OFF else ""
            rows.append(Row((_words(language, *names) + once, *by_year, sum(by_year))))
    totals = [sum(ore for key, ore in found.items() if key[3] == year) for year in years]
    total = _words(language, "Summa", "Total")
    rows.append(Row((total, *totals, sum(totals)), RowKind.SUM))
    title = _words(language, f"Insatt per källa: {fund}", f"Set aside by source: {fund}")
    return Table(title, ("", *map(str, years), total), tuple(rows))


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


def target_years(
    register: FundRegister, fund: str, balances_ore: Mapping[int, int], budgets_ore: Mapping[int, int]
) -> tuple[TargetYear, ...]:
    """A fund against its target share of the total budget, year by year (målnivå; D5)."""
    policy = register.policies[fund]
    return tuple(
        TargetYear(year, budget, target_of(policy, budget), balances_ore.get(year, 0))
        for year, budget in sorted(budgets_ore.items())
    )


def target_table(years: tuple[TargetYear, ...], fund: str, language: Language = "sv") -> Table:
    """The target tracker as a table."""
    heads = {
        "sv": ("År", "Budget", "Mål", "Fonden", "Saknas", "Andel"),
        "en": ("Year", "Budget", "Target", "Fund", "Gap", "Share"),
    }
    rows = tuple(
        Row((str(y.year), y.budget_ore, y.target_ore, y.balance_ore, y.gap_ore, _percent(y.share))) for y in years
    )
    return Table(_words(language, f"Målnivå: {fund}", f"Target: {fund}"), heads[language], rows)


def _percent(share: Fraction) -> str:
    thousandths = round(share * 100_000)
    return f"{thousandths // 1000},{abs(thousandths) % 1000:03d} %"


def _tenths(number: Fraction) -> str:
    tenths = floor(number * 10)
    return f"{tenths // 10},{tenths % 10}"


class Runway(NamedTuple):
    """How long a fund lasts (räckvidd; K12): what is available, granted per year on average, and its state.

    ``state`` is running, exhausted (nothing left to grant), expired (its window has passed) or dormant (something
    left, and no grant in the last year). ``years_left`` is ``None`` where nothing has been granted.
    """

    available_ore: int
    committed_ore: int
    pace_ore: int
    years_left: Fraction | None
    state: str
    open_claims_ore: int

    def table(self, fund: str, language: Language = "sv") -> Table:
        """The runway as a table."""
        left = "–" if self.years_left is None else _tenths(self.years_left)
        names = _RUNWAY[language]
        rows = (
            Row((names[1], self.available_ore)),
            Row((names[2], self.committed_ore)),
            Row((names[3], self.pace_ore)),
            Row((names[4], self.open_claims_ore)),
        )
        return Table(f"{names[0]}: {fund}", ("", ""), rows, (f"{names[5]}: {left} ({names[6][self.state]})",))


_RUNWAY: Final = {
    "sv": ("Räckvidd", "Disponibelt", "Beviljat, ej förbrukat", "Beviljat per år", "Utestående återföringar", "År kvar",
           {"running": "pågår", "exhausted": "förbrukad", "expired": "löptiden är slut", "dormant": "vilande"}),
    "en": ("Runway", "Available", "Granted, not used", "Granted per year", "Still to be repaid", "Years left",
           {"running": "running", "exhausted": "exhausted", "expired": "expired", "dormant": "dormant"}),
}  # fmt: skip


def runway(register: FundRegister, fund: str, *, year: int, subfund: str = "") -> Runway:
    """How long a fund lasts at the pace of its grants so far, as it stands in a year (S4, S31)."""
    pot = register.pots.get((fund, subfund))
    available, committed = pot if pot else (0, 0)
    grants = {key[2]: ore for key, ore in register.granted_in.items() if key[:2] == (fund, subfund) and ore}
    years = year - min(grants, default=year) + 1
    pace = sum(grants.values()) // max(1, years)
    policy = register.policy_of(fund, subfund)
    claims = sum(
        register.claims[state.name, board].open
        for state in register.projects_of(fund)
        if state.subfund == subfund
        for board in state.boards
    )
    state = "running"
    if policy.window is not None and year > policy.window[1]:
        state = "expired"
    elif not available:
        state = "exhausted"
    elif not grants or max(grants) < year - 1:
        state = "dormant"
    return Runway(available, committed, pace, Fraction(available, pace) if pace else None, state, claims)


def intentions_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """What was meant to be set aside against what was decided, year by year (avsikt och utfall; S27)."""
    meant = dict(register.intentions.get(fund, ()))
    renewal = SetAsideSource.RENEWAL.value
    found = {key: ore for key, ore in register.deposits.items() if key[0] == fund and key[2] != renewal}
    rows = []
    for year in sorted({*meant, *(key[3] for key in found)}):
        actual = sum(ore for key, ore in found.items() if key[3] == year)
        rows.append(Row((str(year), meant.get(year, 0), actual, actual - meant.get(year, 0))))
    heads = {"sv": ("År", "Avsikt", "Beslutat", "Skillnad"), "en": ("Year", "Meant", "Decided", "Difference")}
    title = _words(language, f"Avsikt och utfall: {fund}", f"Meant and decided: {fund}")
    return Table(title, heads[language], tuple(rows))


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
    """What repayments give a right to renew, year by year, with what is carried forward."""
    key = (fund, subfund)
    repaid = {where[2]: ore for where, ore in register.entitled.items() if where[:2] == key}
    renewed = {where[2]: ore for where, ore in register.renewed.items() if where[:2] == key}
    rows, carried = [], 0
    for year in sorted({*repaid, *renewed}):
        row = Entitlement(year, carried, repaid.get(year, 0), renewed.get(year, 0))
        rows.append(row)
        carried = row.carried_ore
    return tuple(rows)


def entitlements_table(register: FundRegister, fund: str, subfund: str = "", language: Language = "sv") -> Table:
    """The entitlements as a table."""
    heads = {
        "sv": ("År", "Ingående", "Återfört", "Förnyat", "Förs framåt"),
        "en": ("Year", "Opening", "Repaid", "Renewed", "Carried forward"),
    }
    rows = tuple(
        Row((str(e.year), e.opening_ore, e.repaid_ore, e.renewed_ore, e.carried_ore))
        for e in entitlements(register, fund, subfund)
    )
    name = f"{fund}, {subfund}" if subfund else fund
    return Table(_words(language, f"Rätt att förnya: {name}", f"Right to renew: {name}"), heads[language], rows)
