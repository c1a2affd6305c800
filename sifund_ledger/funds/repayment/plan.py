"""Repayment plans (återföringsplaner): by board and year, what they must add up to, and when they run (P6, I8–I13)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sifund_ledger.amounts import format_amount, split
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import anniversary
from sifund_ledger.funds.policy.policy import Policy, RepaymentProfile
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.repayment.boards import board_faults
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.register import FundRegister

Instalments = Mapping[str, Mapping[int, int] | tuple[int, int, int]]
"""By board: öre by year; or, for the equal profile, öre in all with the first and the last year."""
NO_LINES: Final[Instalments] = {}


def plan_lines(project: str, plan: Instalments, policy: Policy) -> tuple[tuple[PlanLine, ...], list[Finding]]:
    """A plan as lines; an amount with its first and last year is divided equally, the rest in the last year.

    >>> equal = Policy(name="p", source="s", revolving=True)
    >>> plan_lines("Navigator", {"SN": (100, 2016, 2018)}, equal)[0]
    (('SN', 2016, 33), ('SN', 2017, 33), ('SN', 2018, 34))
    """
    lines: list[PlanLine] = []
    faults = []
    for board, parts in plan.items():
        if not board.strip():
            faults.append(NAME_EMPTY.at(project, what=Bilingual("Nämnden", "The board")))
        if isinstance(parts, tuple) and policy.repayment_profile is RepaymentProfile.CUSTOM:
            faults.append(codes.PLAN_NEEDS_YEARS.at(project, project=project, policy=policy.name, board=board))
        by_year = equal_profile(*parts) if isinstance(parts, tuple) else parts
        lines += [(board, year, ore) for year, ore in sorted(by_year.items()) if ore]
    return tuple(lines), faults


def equal_profile(ore: int, first_year: int, last_year: int) -> dict[int, int]:
    """An amount in equal parts over years (jämn fördelning): what does not divide falls in the last year."""
    years = range(first_year, max(first_year, last_year) + 1)
    each = ore // len(years)
    parts = dict.fromkeys(years, each)
    parts[years[-1]] += ore - each * len(years)
    return parts


def shared(ore: int, weights: Mapping[str, int]) -> dict[str, int]:
    """An amount divided over boards by their weights, exactly (fördelning)."""
    if not sum(weights.values()):
        return dict.fromkeys(weights, 0)
    return dict(zip(weights, split(ore, list(weights.values())), strict=True))


def plan_faults(
    register: FundRegister, project: str, lines: tuple[PlanLine, ...], policy: Policy, required_ore: int, start: date,
    end: date | None, revolving: bool,
) -> list[Finding]:  # fmt: skip
    """Why a plan cannot be (I8, I9, I10, I13); ``required_ore`` is the least that it must repay."""
    if not revolving:
        return (
            [codes.PLAN_IN_BUDGET_MODEL.at(project, project=project, policy=policy.name, start=start)] if lines else []
        )
    if not lines:
        return [codes.PLAN_MISSING.at(project, project=project, policy=policy.name)]
    boards = dict.fromkeys(board for board, _, _ in lines)
    faults = [fault for board in boards for fault in board_faults(register, board, start)]
    planned = sum(ore for _, _, ore in lines)
    if planned < required_ore:
        values: dict[str, Any] = {"planned": planned, "required": required_ore, "missing": required_ore - planned}
        texts: dict[str, Any] = {name: format_amount(ore) for name, ore in values.items()}
        faults.append(codes.PLAN_BELOW_GRANT.at(project, project=project, **texts))
    return faults + deadline_faults(project, lines, policy, start, end)


def deadline_faults(
    project: str, lines: tuple[PlanLine, ...], policy: Policy, start: date, end: date | None
) -> list[Finding]:
    """Why a plan begins or ends too late (I13): the fiscal year that contains the day decides (R33)."""
    faults = []
    first, last = min(year for _, year, _ in lines), max(year for _, year, _ in lines)
    if first < start.year:
        faults.append(codes.PLAN_BEFORE_START.at(project, project=project, year=first, start=start))
    years = policy.start_deadline_years
    if years is not None and first > anniversary(start, years).year:
        latest = anniversary(start, years).year
        faults.append(codes.PLAN_STARTS_LATE.at(project, project=project, year=first, latest=latest, years=years))
    years = policy.end_limit_years_hard
    if years is not None:
        if end is None:
            faults.append(codes.PROJECT_DATES_MISSING.at(project, project=project, policy=policy.name))
        elif last > anniversary(end, years).year:
            latest = anniversary(end, years).year
            faults.append(codes.PLAN_ENDS_LATE.at(project, project=project, year=last, latest=latest, years=years))
    return faults


def plan_warnings(project: str, lines: tuple[PlanLine, ...], policy: Policy, end: date | None) -> list[Finding]:
    """Where a plan ends later than it should, and not later than it may (I13)."""
    soft, hard = policy.end_limit_years_soft, policy.end_limit_years_hard
    if not lines or end is None or soft is None:
        return []
    last, latest = max(year for _, year, _ in lines), anniversary(end, soft).year
    if last <= latest or (hard is not None and last > anniversary(end, hard).year):
        return []
    return [codes.PLAN_ENDS_LATE_SOFT.at(project, project=project, year=last, latest=latest, years=soft)]
