"""What a book tells of its funds (fondernas tabeller): each table from the records alone."""

from __future__ import annotations

from collections.abc import Mapping

from sifund_ledger.amounts import Language
from sifund_ledger.book.command import require_years
from sifund_ledger.book.reading import BookReader
from sifund_ledger.errors import Refused
from sifund_ledger.funds.project.findings import PROJECT_UNKNOWN
from sifund_ledger.funds.state.project import ProjectState
from sifund_ledger.funds.state.register import fund_faults
from sifund_ledger.funds.tables import repayment_reports, reports
from sifund_ledger.funds.tables.account import fund_balance, plan_table
from sifund_ledger.funds.tables.repayment_reports import SettlementStatement
from sifund_ledger.funds.tables.reports import FundTarget, Runway
from sifund_ledger.money import Amount, to_ore
from sifund_ledger.table import Table
from sifund_ledger.year_end.roads import EarmarkOrReserve, road_of_earmark


class FundReports(BookReader):
    """Tables of funds and of repayments, in Swedish (``sv``), as reports print, or English (``en``)."""

    def _fund_known(self, fund: str, subfund: str | None = None) -> None:
        self._known(fund_faults(self._state.register, fund, subfund))

    def _project_known(self, project: str) -> ProjectState:
        state = self._state.register.project(project)
        if state is None:
            raise Refused([PROJECT_UNKNOWN.at(project, fund="–", project=project)])
        return state

    def deposits(self, fund: str, *, language: Language = "sv") -> Table:
        """What was set aside by source and year (insatt per källa). Raises for an unknown fund, as all these do."""
        self._fund_known(fund)
        return reports.deposits_table(self._state.register, fund, language)

    def target(self, fund: str, budgets: Mapping[int, Amount]) -> FundTarget:
        """A fund against its target share of the total budget (målnivå), at the close of each year given."""
        self._fund_known(fund)
        require_years(*budgets)
        held = {year: fund_balance(self._state.balances, fund, at=year) for year in budgets}
        budgets_ore = {year: to_ore(amount, place=f"budgets {year}") for year, amount in budgets.items()}
        return reports.fund_target(self._state.register, fund, held, budgets_ore)

    def runway(self, fund: str, *, year: int, subfund: str = "") -> Runway:
        """How long a fund lasts at the pace of its grants (räckvidd), and whether it is exhausted, expired, dormant."""
        self._fund_known(fund, subfund)
        return reports.runway(self._state.register, fund, year=year, subfund=subfund)

    def intentions(self, fund: str, *, language: Language = "sv") -> Table:
        """What was meant to be set aside against what was decided (avsikt och utfall)."""
        self._fund_known(fund)
        return reports.intentions_table(self._state.register, fund, language)

    def entitlements(self, fund: str, *, subfund: str = "", language: Language = "sv") -> Table:
        """What repayments give a right to renew, and what is carried forward (rätt att förnya; R20)."""
        self._fund_known(fund, subfund)
        return reports.entitlements_table(self._state.register, fund, subfund, language)

    def repayment_plan(self, project: str, *, language: Language = "sv") -> Table:
        """A project's repayment plan against its outcome, board by board (återföringsplan och utfall)."""
        state = self._project_known(project)
        claims = ((board, self._state.register.claims[project, board]) for board in state.boards)
        return plan_table(project, claims, language)

    def settlement(self, project: str) -> SettlementStatement:
        """A project's settlement, done or as it stands (slutavräkning): repaid, floor, shortfall, the fund's loss."""
        return repayment_reports.settlement_statement(self._state.register, self._project_known(project))

    def overdue(self, fund: str, *, year: int, language: Language = "sv") -> Table:
        """What is late at the close of a year (försenad återföring)."""
        self._fund_known(fund)
        return repayment_reports.overdue_table(self._state.register, fund, year, language)

    def frames(self, fund: str, *, budget_year: int, language: Language = "sv") -> Table:
        """What a fund changes in boards' frames, for the budget of a year and the two years' plan after it (K8)."""
        self._fund_known(fund)
        require_years(budget_year, budget_year + 2)
        changes = repayment_reports.frame_changes(self._state.register, fund, budget_year, budget_year + 2)
        return repayment_reports.frames_table(changes, fund, language)

    def carry_overs(self, fund: str, *, language: Language = "sv") -> Table:
        """What projects have not used, and what was carried between years (överförda medel)."""
        self._fund_known(fund)
        return repayment_reports.carry_over_table(self._state.register, fund, language)

    def project_costs(self, fund: str, *, language: Language = "sv") -> Table:
        """What projects have cost by year, gross and net (projektkostnader), with a fund or without."""
        self._fund_known(fund)
        return repayment_reports.costs_table(self._state.register, fund, language)

    def roads(self, fund: str, *, first_year: int, last_year: int) -> EarmarkOrReserve:
        """The earmark beside the result reserve (RER), year by year, on the figures of this book (R18)."""
        self._fund_known(fund)
        require_years(first_year, last_year)
        return road_of_earmark(self._state, fund, first_year, last_year)
