"""Repayment plans (återföringsplaner): what they must add up to, and when they run (P6, I8–I13). Amounts are öre."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import anniversary
from sifund_ledger.funds.project.rules import Terms, board_faults
from sifund_ledger.funds.repayment import findings as codes
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.register import FundRegister

Lines = tuple[PlanLine, ...]


def plan_faults(
    register: FundRegister, project: str, lines: Lines, terms: Terms, required_ore: int
) -> Iterator[Finding]:
    """Why a plan cannot be (I8, I9, I10, I13); ``required_ore`` is the least that it must repay.

    Where the project has been granted something before, it is a part of the project's plan, which may have begun.
    """
    if not terms.revolving:
        if lines:
            policy, start = terms.policy.name, terms.start
            yield codes.PLAN_IN_BUDGET_MODEL.at(project, project=project, policy=policy, start=start)
        return
    if not lines:
        yield codes.PLAN_MISSING.at(project, project=project, policy=terms.policy.name)
        return
    for board in dict.fromkeys(board for board, _, _ in lines):
        yield from board_faults(register, board, terms.start)
    planned = sum(ore for _, _, ore in lines)
    if planned < required_ore:
        missing = required_ore - planned
        values: dict[str, Any] = {"planned": planned, "required": required_ore, "missing": missing}
        yield codes.PLAN_BELOW_GRANT.at(project, project=project, **values)
    known = register.project(project)
    claims = [register.claims[project, board] for board in known.boards] if known else []
    first = min((year for claim in claims for year, _ in claim.open_lines), default=None)
    begun = any(claim.repaid for claim in claims)
    yield from deadline_faults(project, lines, terms, begun=begun, planned_from=first)


def deadline_faults(
    project: str, lines: Lines, terms: Terms, *, begun: bool = False, planned_from: int | None = None
) -> Iterator[Finding]:
    """Why a plan begins or ends too late (I13): the fiscal year that contains the day decides (R33).

    Where repayment has ``begun``, the deadline of its beginning is met; so it is where the lines are added to a plan
    that runs from a year in time.
    """
    policy, start, end = terms.policy, terms.start, terms.end
    first, last = min(year for _, year, _ in lines), max(year for _, year, _ in lines)
    if first < start.year:
        yield codes.PLAN_BEFORE_START.at(project, project=project, year=first, start=start)
    years = policy.start_deadline_years
    begins = first if planned_from is None else min(first, planned_from)
    if years is not None and not begun and begins > (latest := anniversary(start, years).year):
        yield codes.PLAN_STARTS_LATE.at(project, project=project, year=first, latest=latest, years=years)
    years = policy.end_limit_years_hard
    if years is not None and end is None:
        yield codes.PROJECT_DATES_MISSING.at(project, project=project, policy=policy.name)
    elif years is not None and end is not None and last > (latest := anniversary(end, years).year):
        yield codes.PLAN_ENDS_LATE.at(project, project=project, year=last, latest=latest, years=years)


def plan_warnings(project: str, lines: Lines, terms: Terms) -> Iterator[Finding]:
    """Where a plan ends later than it should, and not later than it may (I13)."""
    soft, hard, end = terms.policy.end_limit_years_soft, terms.policy.end_limit_years_hard, terms.end
    if not lines or end is None or soft is None:
        return
    last, latest = max(year for _, year, _ in lines), anniversary(end, soft).year
    if last > latest and (hard is None or last <= anniversary(end, hard).year):
        yield codes.PLAN_ENDS_LATE_SOFT.at(project, project=project, year=last, latest=latest, years=soft)
