"""What a book records of its funds (öronmärka, bevilja, ianspråkta)."""

from __future__ import annotations

from collections.abc import Mapping

from sifund_ledger.authority import GRANT_TASK, authority_faults
from sifund_ledger.balance.equity import result_of, room_faults
from sifund_ledger.balance.figures import Presentation
from sifund_ledger.book.command import BookWriter, command, not_among, require_years
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.funds.account import Fund, Project
from sifund_ledger.funds.events import Delegated, FundCreated, SetAside
from sifund_ledger.funds.grant import plan_grant
from sifund_ledger.funds.policy import Policy, policy_to_values
from sifund_ledger.funds.register import FUND_EXISTS, NAME_EMPTY, fund_faults
from sifund_ledger.funds.set_aside import Surplus, plan_set_aside
from sifund_ledger.funds.use import plan_use
from sifund_ledger.law import regime_of
from sifund_ledger.ledger.records import Draft, Plan
from sifund_ledger.money import Amount, positive_ore
from sifund_ledger.year_end.proposal import draw_up

PRESENTATION_UNKNOWN = FindingCode(
    "PRESENTATION_UNKNOWN",
    Severity.ERROR,
    en="The policy's layout {given!r} is not known.",
    sv="Riktlinjens uppställning {given!r} är inte känd.",
    remedy_en="Use one of: {known}.",
    remedy_sv="Använd en av: {known}.",
)
TASK_NOT_DELEGABLE = FindingCode(
    "TASK_NOT_DELEGABLE",
    Severity.ERROR,
    en="{given!r} cannot be handed to another body.",
    sv="{given!r} kan inte delegeras till ett annat organ.",
    remedy_en="The council itself decides it; what can be delegated is: {known}.",
    remedy_sv="Fullmäktige beslutar själv; det som kan delegeras är: {known}.",
    citation="KL (2017:725) 5:1-2",
)
CODES = (PRESENTATION_UNKNOWN, TASK_NOT_DELEGABLE)


class FundVerbs(BookWriter):
    """Making funds, setting aside, granting, using."""

    @command
    def create_fund(self, name: str, *, policy: Policy, decision: Decision) -> Fund:
        """Make a fund (inrätta en fond) with the policy that it follows."""
        faults = authority_faults(decision, "create_fund", fund=name)
        if not name.strip():
            faults.append(NAME_EMPTY.at("create_fund", what="fund", what_sv="Fonden"))
        if name in self._state.register.policies:
            faults.append(FUND_EXISTS.at(name, fund=name))
        faults += not_among(PRESENTATION_UNKNOWN, name, policy.presentation, Presentation)
        self._record(Plan((Draft(FundCreated(name, policy_to_values(policy)), decision),), tuple(faults)))
        return self.fund(name)

    @command
    def delegate(self, fund: str, task: str, *, to: str, decision: Decision) -> None:
        """Record that the council has handed a task to another body (delegation; R27): so far, ``grant`` alone."""
        faults = authority_faults(decision, "delegate", fund=fund) + fund_faults(self._state.register, fund)
        faults += not_among(TASK_NOT_DELEGABLE, fund, task, [GRANT_TASK])
        if not to.strip():
            faults.append(NAME_EMPTY.at(fund, what="body", what_sv="Organet"))
        self._record(Plan((Draft(Delegated(fund, task, to), decision),), tuple(faults)))

    @command
    def set_aside(
        self, fund: str, amount: Amount, *, decision: Decision, result_year: int | None = None,
        source: str = "surplus", year: int | None = None,
    ) -> Fund:  # fmt: skip
        """Earmark an amount in equity (öronmärka, P1): of a named year's surplus, or of accumulated equity (R13)."""
        require_years(result_year, year)
        ore, faults = positive_ore(amount, "set_aside")
        plan = plan_set_aside(
            self._state.register, fund=fund, ore=ore, source=source, result_year=result_year, year=year,
            surplus=self._surplus(result_year), decision=decision,
        )  # fmt: skip
        event = plan.drafts[0].event
        in_year = event.year if isinstance(event, SetAside) else decision.date.year
        if not plan.faults:
            faults += room_faults(self._state.balances, ore, year=in_year)
        self._record(plan, faults)
        return self.fund(fund)

    def _surplus(self, year: int | None) -> Surplus | None:
        if year is None or not self._state.stated.has_result(year):
            return None
        adjusted = None
        # To 2012 no statute says how the result is adjusted, and the limit is the result itself (ruling R13).
        if self._state.stated.is_stated(year) and regime_of(year).has_formula:
            adjusted = draw_up(self._state, year).year(year).result_after_adjustments_ore
        return Surplus(result_of(self._state.balances, year), adjusted)

    @command
    def grant(
        self, fund: str, project: str, amount: Amount, *, board: str, financing: str, decision: Decision,
        frames: Mapping[int, Amount] | None = None,
    ) -> Project:  # fmt: skip
        """Grant an amount to a project (bevilja, P2): committed in the fund, added to the board's frames by year.

        Without ``frames`` all of it goes to the decision's year. ``financing`` is what the decision says (KL 11:15).
        """
        require_years(*(frames or ()))
        ore, faults = positive_ore(amount, "grant")
        by_year: dict[int, int] = {}
        for year, part in (frames or {}).items():
            by_year[year], more = positive_ore(part, f"grant.frames {year}")
            faults += more
        plan = plan_grant(
            self._state.register, self._state.balances, fund=fund, project=project, ore=ore, board=board,
            frames=by_year, financing=financing, decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.project(project)

    @command
    def use(
        self, fund: str, amount: Amount, *, year: int, decision: Decision, project: str | None = None,
        net_cost: Amount | None = None,
    ) -> Fund:  # fmt: skip
        """Use an earmark (ianspråkta, P4) in a year: at most the project's net cost of that year (R15).

        Without ``project`` directly, where the policy lets it; the amount is then the net cost unless told otherwise.
        """
        require_years(year)
        ore, faults = positive_ore(amount, "use")
        cost: int | None = None
        if net_cost is not None:
            cost, more = positive_ore(net_cost, "use.net_cost")
            faults += more
        plan = plan_use(
            self._state.register, self._state.balances, fund=fund, project=project, ore=ore, year=year,
            net_cost_ore=cost, decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.fund(fund)
