"""What a book records of its funds (fonder): making them, their policies, setting aside, delegating."""

from __future__ import annotations

from datetime import date
from typing import Any

from sifund_ledger.authority import DELEGABLE, authority_faults
from sifund_ledger.balance.equity.equity import room_faults
from sifund_ledger.balance.figures.year_figures import Presentation
from sifund_ledger.book import findings as codes
from sifund_ledger.book.command import command, not_among, require_years
from sifund_ledger.book.fund_life_verbs import FundLifeVerbs
from sifund_ledger.book.fund_reports import FundReports
from sifund_ledger.book.project_verbs import ProjectVerbs
from sifund_ledger.book.repayment_verbs import RepaymentVerbs
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.findings import NAME_EMPTY
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.fund.findings import RULE_GIVES_NOTHING
from sifund_ledger.funds.fund.life import plan_fund, plan_policy_change
from sifund_ledger.funds.fund.set_aside import Request, plan_set_aside, proposed_set_aside
from sifund_ledger.funds.policy.policy import LegalForm, Policy, SetAsideSource
from sifund_ledger.funds.state.fund_events import Delegated, SetAside
from sifund_ledger.funds.state.register import fund_faults
from sifund_ledger.funds.tables.account import Fund
from sifund_ledger.ledger.records import Draft, Plan
from sifund_ledger.money import Amount, from_ore, positive_ore


class FundVerbs(FundLifeVerbs, ProjectVerbs, RepaymentVerbs, FundReports):
    """Making funds, setting aside; and what stands in the rooms beside: projects, repayments, a fund's life."""

    @command
    def create_fund(self, name: str, *, policy: Policy, decision: Decision) -> Fund:
        """Make a fund (inrätta en fond) with the policy that it follows; refused while the policy is undecided."""
        plan = plan_fund(self._state.register, name, policy, decision)
        self._record(plan, not_among(codes.PRESENTATION_UNKNOWN, name, policy.presentation, Presentation))
        return self.fund(name)

    @command
    def change_policy(self, fund: str, *, policy: Policy, valid_from: date, decision: Decision) -> Fund:
        """Adopt a later version of a fund's policy (ändra riktlinje); projects keep that of their start (I18)."""
        require_years(valid_from.year)
        plan = plan_policy_change(self._state.register, fund, policy, valid_from, decision)
        self._record(plan, not_among(codes.PRESENTATION_UNKNOWN, fund, policy.presentation, Presentation))
        return self.fund(fund)

    @command
    def delegate(self, fund: str, task: str, *, to: str, decision: Decision) -> None:
        """Record that the council has handed a task to another body (delegation; R27): ``grant``, ``amend``,
        ``waive`` or ``reassign``."""
        faults = authority_faults(decision, "delegate", fund=fund) + fund_faults(self._state.register, fund)
        faults += not_among(codes.TASK_NOT_DELEGABLE, fund, task, DELEGABLE)
        if not to.strip():
            faults.append(NAME_EMPTY.at(fund, what=Bilingual("Organet", "The body")))
        self._record(Plan((Draft(Delegated(fund, task, to), decision),), tuple(faults)))

    @command
    def set_aside(
        self, fund: str, amount: Amount, *, decision: Decision, result_year: int | None = None,
        source: str = "surplus", year: int | None = None, subfund: str = "", as_history: bool = False,
    ) -> Fund:  # fmt: skip
        """Earmark an amount in equity (öronmärka, P1): of a named year's surplus, or of accumulated equity (R13).

        A fund that is a frame is given an appropriation, for ``result_year`` or the year decided; one that is met by
        the result reserve has it allocated there. ``as_history`` keeps a set-aside of an earlier year that an executive
        board once decided, with a warning (R27).
        """
        require_years(result_year, year)
        ore, faults = positive_ore(amount, "set_aside")
        history = self._recorder.today().year if as_history else None
        request = Request(fund, subfund, ore, source, result_year, year, decision, history)
        plan = plan_set_aside(self._state.register, request, self._surplus(result_year))
        if not plan.faults:
            event = plan.drafts[0].event
            in_year = event.year if isinstance(event, SetAside) else decision.date.year
            faults += self._room_faults(fund, ore, in_year, result_year)
        self._record(plan, faults)
        return self.fund(fund)

    def _room_faults(self, fund: str, ore: int, year: int, result_year: int | None) -> list[Finding]:
        form = self._state.register.policies[fund].legal_form
        if form is LegalForm.EARMARKED_EQUITY:
            return room_faults(self._state.balances, ore, year=year)
        if form is LegalForm.RESULT_RESERVE:
            return self._reserve_faults(ore, result_year or year)
        return []

    @command
    def set_aside_by_rule(
        self, fund: str, *, result_year: int, decision: Decision, subfund: str = "", budget: Amount | None = None
    ) -> Fund:
        """Set aside what the policy's rule gives for a year (öronmärka enligt regel): a share of the result, a fixed
        amount, or what the target share of ``budget`` lacks; at most what the year's surplus leaves."""
        require_years(result_year)
        self._known(fund_faults(self._state.register, fund, subfund))
        ore = self.proposed_set_aside_ore(fund, result_year=result_year, subfund=subfund, budget=budget)
        policy = self._state.register.policy_of(fund, subfund)
        if not ore:
            values: dict[str, Any] = {"rule": policy.set_aside_rule.value, "year": result_year}
            self._known([RULE_GIVES_NOTHING.at(fund, **values)])
        source = next(iter(policy.set_aside_sources), SetAsideSource.SURPLUS.value)
        return self.set_aside(
            fund, from_ore(ore), result_year=result_year, decision=decision, source=source, subfund=subfund
        )

    def proposed_set_aside_ore(
        self, fund: str, *, result_year: int, subfund: str = "", budget: Amount | None = None
    ) -> int:
        """What the policy's rule gives for a year, in öre, within what its surplus still leaves (R9); 0 for nothing."""
        register = self._state.register
        self._known(fund_faults(register, fund, subfund))
        budget_ore, faults = positive_ore(budget, "budget") if budget is not None else (None, [])
        self._known(faults)
        pot = register.pots.get((fund, subfund))
        policy, surplus = register.policy_of(fund, subfund), self._surplus(result_year)
        ore = proposed_set_aside(policy, surplus, balance_ore=sum(pot) if pot else 0, budget_ore=budget_ore)
        return min(ore, self._surplus_left(result_year, ore)) if surplus is not None else ore
