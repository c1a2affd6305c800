"""The tables of a book's funds (fondernas tabeller): each table from the records alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sifund_ledger.amounts import Language
from sifund_ledger.book.asking import reads
from sifund_ledger.book.reading import BookReader
from sifund_ledger.funds.fund.surplus import given_by_rule
from sifund_ledger.funds.repayment.deviation import DeviationReport
from sifund_ledger.funds.tables import repayment_reports, reports
from sifund_ledger.funds.tables.account import FundAccount, fund_account
from sifund_ledger.funds.tables.clawback import ClawBack, clawback, deviation_in
from sifund_ledger.funds.tables.repayment_reports import SettlementStatement
from sifund_ledger.funds.tables.reports import FundTarget, Runway
from sifund_ledger.funds.tables.snapshots import plan_table
from sifund_ledger.money import Amount
from sifund_ledger.table import Table
from sifund_ledger.year_end.roads import EarmarkOrReserve, road_of_earmark


class FundReports(BookReader):
    """Tables of funds and of repayments, in Swedish (``sv``), as reports print, or English (``en``).

    Arguments come read, amounts in öre.
    """

    @reads
    def deposits(self, fund: str, *, language: Language = "sv") -> Table:
        """What was set aside by source and year (insatt per källa). Raises for an unknown fund, as all these do."""
        return reports.deposits_table(self._state.register, fund, language)

    @reads
    def fund_account(self, fund: str, *, year: int) -> FundAccount:
        """A fund's account through a fiscal year (fondens konto), with those of its sub-funds."""
        return fund_account(self._state.register, self._state.balances, fund, through=year)

    @reads
    def target(self, fund: str, budgets: Mapping[int, Amount]) -> FundTarget:
        """A fund against its target share of the total budget (målnivå), at the close of each year given."""
        balances = self._state.register.accounts_of(fund, self._state.balances)
        held = {year: balances.earmarked(fund, at=year) for year in budgets}
        return reports.fund_target(self._state.register, fund, held, cast(Any, budgets))

    @reads
    def runway(self, fund: str, *, year: int, subfund: str = "") -> Runway:
        """How long what a fund has lasts at the pace of its grants to the end of a year (räckvidd), and whether it is
        exhausted, expired, dormant; all its sub-funds together where none is named."""
        return reports.runway(self._state.register, fund, year=year, subfund=subfund)

    @reads
    def intentions(self, fund: str, *, language: Language = "sv") -> Table:
        """What was meant to be set aside against what was decided (avsikt och utfall)."""
        return reports.intentions_table(self._state.register, fund, language)

    @reads
    def policy_versions(self, fund: str, *, language: Language = "sv") -> Table:
        """The versions of a fund's policy, from when each applies, and the projects that follow it (riktlinjens
        versioner; S7)."""
        return reports.versions_table(self._state.register, fund, language)

    @reads
    def entitlements(self, fund: str, *, subfund: str = "", language: Language = "sv") -> Table:
        """What repayments give a right to renew, and what is carried forward (rätt att förnya; R20).

        All sub-funds together where none is named.
        """
        return reports.entitlements_table(self._state.register, fund, subfund, language)

    @reads
    def repayment_plan(self, project: str, *, language: Language = "sv") -> Table:
        """A project's repayment plan against its outcome, board by board (återföringsplan och utfall)."""
        state = self._state.register.projects[project]
        claims = ((board, self._state.register.claims[project, board]) for board in state.boards)
        return plan_table(project, claims, language)

    @reads
    def project_years(self, project: str, *, language: Language = "sv") -> Table:
        """A project year by year: its net cost, what was used, planned to be repaid, measured, and repaid."""
        state = self._state.register.projects[project]
        return repayment_reports.project_years_table(self._state.register, state, language)

    @reads
    def settlement(self, project: str) -> SettlementStatement:
        """A project's settlement, done or as it stands (slutavräkning): repaid, floor, shortfall, the fund's loss."""
        return repayment_reports.settlement_statement(self._state.register, self._state.register.projects[project])

    @reads
    def clawback(self, project: str) -> ClawBack:
        """What a project has taken of each board's frames against what it truly saved there, and what was taken too
        much (återföring ur nämndens synvinkel; S9), with the command that gives it back."""
        return clawback(self._state.register, self._state.register.projects[project])

    @reads
    def deviation(
        self, project: str, board: str, *, year: int, frame: Amount, other_costs: Amount = 0
    ) -> DeviationReport:
        """A board's year without a project, with it, and with what was taken of its frame (avvikelse mot ram; D8).

        ``frame`` is the frame before the claw-back, ``other_costs`` what its other costs differ from it by, signed
        kronor; the saving is the year's measured effect, and what was taken is that of the year's frame.
        """
        state = self._state.register.projects[project]
        amounts: dict[str, int] = {"frame_ore": cast(int, frame), "other_ore": cast(int, other_costs)}
        return deviation_in(self._state.register, state, board, year, **amounts)

    @reads
    def repayments(self, fund: str, *, language: Language = "sv") -> Table:
        """What boards were first planned to repay and have repaid, by the year of the frame (plan och utfall)."""
        return repayment_reports.repayments_table(self._state.register, fund, language)

    @reads
    def overdue(self, fund: str, *, year: int, language: Language = "sv") -> Table:
        """What is late at the close of a year (försenad återföring)."""
        return repayment_reports.overdue_table(self._state.register, fund, year, language)

    @reads
    def frames(self, fund: str, *, budget_year: int, language: Language = "sv") -> Table:
        """What a fund changes in boards' frames, for the budget of a year and the two years' plan after it (K8)."""
        changes = repayment_reports.frame_changes(self._state.register, fund, budget_year, budget_year + 2)
        return repayment_reports.frames_table(changes, fund, language)

    @reads
    def carry_overs(self, fund: str, *, language: Language = "sv") -> Table:
        """What projects have not used, and what was carried between years (överförda medel)."""
        return repayment_reports.carry_over_table(self._state.register, fund, language)

    @reads
    def project_costs(self, fund: str, *, language: Language = "sv") -> Table:
        """What projects have cost by year, gross and net (projektkostnader), with a fund or without."""
        return repayment_reports.costs_table(self._state.register, fund, language)

    @reads
    def net_costs(self, year: int) -> dict[str, int]:
        """What each project has cost net in a fiscal year, as reported (nettokostnad), in öre, by its name."""
        return {each.project: each.net_ore for each in self._state.register.costs_in(year)}

    @reads
    def proposed_set_aside_ore(
        self, fund: str, *, result_year: int, subfund: str = "", budget: Amount | None = None
    ) -> int | None:
        """What the policy's rule gives for a year, in öre, within what its surplus still leaves (R9); 0 for nothing.

        ``None`` where it is unknown: the year's result is not recorded, or the budget behind a target is not given.
        """
        asked = self._situation
        return given_by_rule(asked.register, fund, subfund, result_year, asked.surplus(result_year), cast(Any, budget))

    @reads
    def roads(self, fund: str, *, first_year: int, last_year: int) -> EarmarkOrReserve:
        """The earmark beside the result reserve (RER), year by year, on the figures of this book (R18)."""
        return road_of_earmark(self._state, fund, first_year, last_year)
