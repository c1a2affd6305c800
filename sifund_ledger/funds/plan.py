"""Repayment plans (återföringsplaner): by board and year, what they must add up to, and when they run (P6, I8–I13)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.fiscal import anniversary
from sifund_ledger.funds.boards import board_faults
from sifund_ledger.funds.policy import Policy, RepaymentProfile
from sifund_ledger.funds.postings import PlanLine
from sifund_ledger.funds.register import NAME_EMPTY, FundRegister
from sifund_ledger.money import format_amount, split

PLAN_IN_BUDGET_MODEL = FindingCode(
    "PLAN_IN_BUDGET_MODEL",
    Severity.ERROR,
    en="{project}: nothing is repaid under {policy} by what starts {start}, so there is no plan of repayment.",
    sv="{project}: inget återförs enligt {policy} av det som börjar {start}, så en återföringsplan finns inte.",
    remedy_en="Leave the plan out, or grant from a sub-fund that is repaid.",
    remedy_sv="Utelämna planen, eller bevilja ur en delfond med återföring.",
)
PLAN_MISSING = FindingCode(
    "PLAN_MISSING",
    Severity.ERROR,
    en="{project}: under {policy} every grant is repaid, and no plan says by whom and when.",
    sv="{project}: enligt {policy} återförs varje bidrag, och ingen plan anger av vem och när.",
    remedy_en="Give plan=, by board the amounts by year, or grant from a sub-fund without repayment.",
    remedy_sv="Ange plan=, per nämnd beloppen per år, eller bevilja ur en delfond utan återföring.",
)
PLAN_BELOW_GRANT = FindingCode(
    "PLAN_BELOW_GRANT",
    Severity.ERROR,
    en="{project}: the plan repays {planned} kr, and must repay {required} kr.",
    sv="{project}: planen återför {planned} kr, och måste återföra {required} kr.",
    remedy_en="Raise the plan by {missing} kr, or lower the grant.",
    remedy_sv="Höj planen med {missing} kr, eller sänk beviljandet.",
)
PLAN_STARTS_LATE = FindingCode(
    "PLAN_STARTS_LATE",
    Severity.ERROR,
    en="{project}: the first repayment is in {year}, and must be in {latest} at the latest.",
    sv="{project}: den första återföringen är {year}, och måste vara senast {latest}.",
    remedy_en="Let repayment begin earlier: {years} years after the start.",
    remedy_sv="Låt återföringen börja tidigare: {years} år efter starten.",
)
PLAN_ENDS_LATE = FindingCode(
    "PLAN_ENDS_LATE",
    Severity.ERROR,
    en="{project}: the last repayment is in {year}, and must be in {latest} at the latest.",
    sv="{project}: den sista återföringen är {year}, och måste vara senast {latest}.",
    remedy_en="Let repayment end earlier: {years} years after the end.",
    remedy_sv="Låt återföringen sluta tidigare: {years} år efter slutet.",
)
PLAN_ENDS_LATE_SOFT = FindingCode(
    "PLAN_ENDS_LATE_SOFT",
    Severity.WARNING,
    en="{project}: the last repayment is in {year}, later than {latest}.",
    sv="{project}: den sista återföringen är {year}, senare än {latest}.",
    remedy_en="See whether it can end within {years} years after the end.",
    remedy_sv="Se om den kan sluta inom {years} år efter slutet.",
)
PLAN_BEFORE_START = FindingCode(
    "PLAN_BEFORE_START",
    Severity.ERROR,
    en="{project}: repayment is planned for {year}, before the project starts {start}.",
    sv="{project}: återföring är planerad {year}, innan projektet börjar {start}.",
    remedy_en="Plan it for the start's year or later.",
    remedy_sv="Planera den till startåret eller senare.",
)
PROJECT_DATES_MISSING = FindingCode(
    "PROJECT_DATES_MISSING",
    Severity.ERROR,
    en="{project}: {policy} counts deadlines from the project's end, which is not given.",
    sv="{project}: {policy} räknar frister från projektets slut, som inte är angivet.",
    remedy_en="Give end=, the day that the project ends.",
    remedy_sv="Ange end=, den dag då projektet slutar.",
)
PLAN_NEEDS_YEARS = FindingCode(
    "PLAN_NEEDS_YEARS",
    Severity.ERROR,
    en="{project}: {policy} has each plan's instalments decided, and {board} has only an amount and two years.",
    sv="{project}: enligt {policy} beslutas varje plans belopp år för år, och {board} har bara ett belopp och två år.",
    remedy_en="Give the amount of each year.",
    remedy_sv="Ange beloppet för varje år.",
)
CODES = (
    PLAN_NEEDS_YEARS,
    PLAN_IN_BUDGET_MODEL,
    PLAN_MISSING,
    PLAN_BELOW_GRANT,
    PLAN_STARTS_LATE,
    PLAN_ENDS_LATE,
    PLAN_ENDS_LATE_SOFT,
    PLAN_BEFORE_START,
    PROJECT_DATES_MISSING,
)

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
            faults.append(NAME_EMPTY.at(project, what="board", what_sv="Nämnden"))
        if isinstance(parts, tuple) and policy.repayment_profile is RepaymentProfile.CUSTOM:
            faults.append(PLAN_NEEDS_YEARS.at(project, project=project, policy=policy.name, board=board))
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
        return [PLAN_IN_BUDGET_MODEL.at(project, project=project, policy=policy.name, start=start)] if lines else []
    if not lines:
        return [PLAN_MISSING.at(project, project=project, policy=policy.name)]
    boards = dict.fromkeys(board for board, _, _ in lines)
    faults = [fault for board in boards for fault in board_faults(register, board, start)]
    planned = sum(ore for _, _, ore in lines)
    if planned < required_ore:
        values: dict[str, Any] = {"planned": planned, "required": required_ore, "missing": required_ore - planned}
        texts: dict[str, Any] = {name: format_amount(ore) for name, ore in values.items()}
        faults.append(PLAN_BELOW_GRANT.at(project, project=project, **texts))
    return faults + deadline_faults(project, lines, policy, start, end)


def deadline_faults(
    project: str, lines: tuple[PlanLine, ...], policy: Policy, start: date, end: date | None
) -> list[Finding]:
    """Why a plan begins or ends too late (I13): the fiscal year that contains the day decides (R33)."""
    faults = []
    first, last = min(year for _, year, _ in lines), max(year for _, year, _ in lines)
    if first < start.year:
        faults.append(PLAN_BEFORE_START.at(project, project=project, year=first, start=start))
    years = policy.start_deadline_years
    if years is not None and first > anniversary(start, years).year:
        latest = anniversary(start, years).year
        faults.append(PLAN_STARTS_LATE.at(project, project=project, year=first, latest=latest, years=years))
    years = policy.end_limit_years_hard
    if years is not None:
        if end is None:
            faults.append(PROJECT_DATES_MISSING.at(project, project=project, policy=policy.name))
        elif last > anniversary(end, years).year:
            latest = anniversary(end, years).year
            faults.append(PLAN_ENDS_LATE.at(project, project=project, year=last, latest=latest, years=years))
    return faults


def plan_warnings(project: str, lines: tuple[PlanLine, ...], policy: Policy, end: date | None) -> list[Finding]:
    """Where a plan ends later than it should, and not later than it may (I13)."""
    soft, hard = policy.end_limit_years_soft, policy.end_limit_years_hard
    if not lines or end is None or soft is None:
        return []
    last, latest = max(year for _, year, _ in lines), anniversary(end, soft).year
    if last <= latest or (hard is not None and last > anniversary(end, hard).year):
        return []
    return [PLAN_ENDS_LATE_SOFT.at(project, project=project, year=last, latest=latest, years=soft)]
