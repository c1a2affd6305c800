"""What becomes of claims when a board ends (omorganisation): they follow the budget, stay, or are waived (D14; R22)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from sifund_ledger.amounts import split
from sifund_ledger.decisions import Decision
from sifund_ledger.funds.policy.policy import ReorganisationRule
from sifund_ledger.funds.project.release import reason_faults
from sifund_ledger.funds.repayment.boards import plan_reorganisation
from sifund_ledger.funds.repayment.repay import reassigned
from sifund_ledger.funds.state.claim_events import Waived
from sifund_ledger.funds.state.postings import YearOre
from sifund_ledger.funds.state.project import BoardClaim, ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.records import Draft, Event, Plan


def plan_reorganised(
    register: FundRegister, *, board: str, successors: dict[str, Fraction], last_day: date, reason: str,
    decision: Decision,
) -> Plan:  # fmt: skip
    """What ending a board comes to: the register of boards, and by each project's policy what is open of its claims."""
    plan = plan_reorganisation(register, board, last_day, successors, decision)
    faults = (*plan.faults, *reason_faults(board, reason))
    if faults:
        return Plan(plan.drafts, faults)
    events: list[Event] = []
    for state in list(register.projects.values()):
        claim = register.claims.get((state.name, board))
        if claim is None or not claim.open or not state.grants:
            continue
        rule = register.policy_of_project(state).reorganisation_rule
        if rule is ReorganisationRule.WAIVE:
            year, day = decision.date.year, decision.date
            events.append(Waived(state.fund, state.subfund, state.name, board, claim.open_lines, reason, year, day))
        elif rule is ReorganisationRule.CLAIM_FOLLOWS_BUDGET:
            events += _followed(state, claim, board, successors, reason, decision)
    return Plan((*plan.drafts, *(Draft(event, decision) for event in events)))


def _followed(
    state: ProjectState, claim: BoardClaim, board: str, successors: dict[str, Fraction], reason: str,
    decision: Decision,
) -> list[Event]:  # fmt: skip
    """The claim divided over those who took over, instalment by instalment, exactly; the plan's share with it."""
    names = sorted(successors)
    weights = [successors[name] for name in names]
    lines: dict[str, list[YearOre]] = {name: [] for name in names}
    for year, ore in claim.open_lines:
        for name, part in zip(names, split(ore, weights), strict=True):
            if part:
                lines[name].append((year, part))
    moved = [
        reassigned(state, claim, board, name, tuple(lines[name]), reason, decision) for name in names if lines[name]
    ]
    left = max(0, claim.original - claim.repaid - claim.waived - claim.borne)
    if moved:  # what rounding leaves of the original goes with the last part, so that none stays behind
        rest = left - sum(event.original_ore for event in moved)
        last = moved[-1]
        moved[-1] = replace(last, original_ore=last.original_ore + rest)
    return list(moved)
