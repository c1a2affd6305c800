"""Short words for drawing up statements in tests: amounts in mkr, grounds, and a statement of one or more years."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from moneyed import Money

from sifund_ledger.amounts import Unit
from sifund_ledger.balance import BalanceRequirementStatement, balance_requirement
from sifund_ledger.balance.figures.year_figures import (
    ExceptionalGround,
    OpeningDeficit,
    OwnRow,
    YearFigures,
)
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.money import from_ore

MKR = 100_000_000


def mkr(amount: str | int | Money) -> Money:
    """An amount in mkr, with a decimal point as sources print it; what is Money already is taken as it is."""
    return amount if isinstance(amount, Money) else from_ore(int(Decimal(amount) * MKR))


def year(number: int, net_result: str | int, **figures: Any) -> YearFigures:
    """Figures of a year, amounts in mkr as text or integers."""
    given = {key: mkr(value) if isinstance(value, int) else value for key, value in figures.items()}
    return YearFigures(year=number, net_result=mkr(net_result), **given)


def ground(amount: str | int, deficit_year: int, decided: str = "", state: str = "decided", **more: Any):
    decision = Decision.parse(decided or f"KF {deficit_year + 1}-04-28 § 32", state=state)
    return ExceptionalGround(
        amount=mkr(amount), deficit_year=deficit_year, reason="Sparade medel", decision=decision, **more
    )


def opening(number: int, left: str | int, **more: Any) -> OpeningDeficit:
    return OpeningDeficit(year=number, left=mkr(left), **more)


def row(label: str, amount: str | int) -> OwnRow:
    return OwnRow(label=label, amount=mkr(amount))


def drawn(*years: YearFigures, unit: Unit = "mkr", **more: Any) -> BalanceRequirementStatement:
    more.setdefault("opening_deficits", [])
    return balance_requirement(years, unit=unit, **more)


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}
