"""What a book records of a fund's life (fondens livslopp): opening, renewal, transfer, purpose, dissolution."""

from __future__ import annotations

from collections.abc import Mapping

from sifund_ledger.balance.equity.equity import result_of, room_faults
from sifund_ledger.balance.reserves.checks import allocation_faults
from sifund_ledger.balance.reserves.findings import RESERVE_ABOVE_RESULT_CEILING, RESERVE_ABOVE_STOCK_CEILING
from sifund_ledger.book.command import BookWriter, command, require_years
from sifund_ledger.citations import KL
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.life import plan_dissolve, plan_intention, plan_purpose, plan_renew, plan_transfer
from sifund_ledger.funds.fund.opening import plan_opening
from sifund_ledger.funds.fund.set_aside import Surplus, surplus_left
from sifund_ledger.funds.state.fund_events import Renewed
from sifund_ledger.funds.tables.account import Fund
from sifund_ledger.law import Reserve, regime_of
from sifund_ledger.money import Amount, positive_ore
from sifund_ledger.year_end.proposal import draw_up


class FundLifeVerbs(BookWriter):
    """Opening balances, renewals, transfers, changes of purpose, dissolutions, intentions."""

    def _surplus(self, year: int | None) -> Surplus | None:
        if year is None or not self._state.stated.has_result(year):
            return None
        adjusted = None
        # To 2012 no statute says how the result is adjusted, and the limit is the result itself (ruling R13).
        if self._state.stated.is_stated(year) and regime_of(year).has_formula:
            adjusted = draw_up(self._state, year).year(year).result_after_adjustments_ore
        return Surplus(result_of(self._state.balances, year), adjusted)

    def _surplus_left(self, year: int, otherwise: int) -> int:
        surplus = self._surplus(year)
        return otherwise if surplus is None else surplus_left(self._state.register, year, surplus)

    def _reserve_faults(self, ore: int, year: int) -> list[Finding]:
        """Why an amount cannot be allocated to the result reserve: its years and, where known, its ceilings."""
        faults = list(allocation_faults(Reserve.RESULT, year, ore))
        if faults or not self._state.stated.is_stated(year):
            return faults
        drawn = draw_up(self._state, year).year(year)
        total = ore + (drawn.figures.ore("reserve_allocated") or 0)
        for code, ceiling in (
            (RESERVE_ABOVE_RESULT_CEILING, drawn.ceilings.reserve_flow_ore),
            (RESERVE_ABOVE_STOCK_CEILING, drawn.ceilings.reserve_stock_ore),
        ):
            if ceiling is not None and total > ceiling:
                place, cited = f"{year}.reserve_allocated", KL("11:14")
                faults.append(code.at(place, citation=cited, year=year, amount=total, ceiling=ceiling))
        return faults

    @command
    def open_fund(self, fund: str, amount: Amount, *, year: int, decision: Decision, subfund: str = "") -> Fund:
        """What a fund had available on a year's first day, when the book takes it over (ingående balans; R28)."""
        require_years(year)
        ore, faults = positive_ore(amount, "open_fund")
        plan = plan_opening(self._state.register, fund=fund, subfund=subfund, ore=ore, year=year, decision=decision)
        if not plan.faults:
            faults += room_faults(self._state.balances, ore, year=year)
        self._record(plan, faults)
        return self.fund(fund)

    @command
    def renew(
        self, fund: str, amount: Amount | None = None, *, result_year: int, decision: Decision, subfund: str = ""
    ) -> Fund:
        """Renew the earmark by what has been repaid (förnyad öronmärkning; R20 b), with room in a year's result.

        Without an amount all that repayments give a right to and the result has room for; the rest is carried forward.
        """
        require_years(result_year)
        ore, faults = positive_ore(amount, "renew") if amount is not None else (None, [])
        plan = plan_renew(
            self._state.register, fund=fund, subfund=subfund, ore=ore, result_year=result_year,
            surplus=self._surplus(result_year), decision=decision,
        )  # fmt: skip
        event = plan.drafts[0].event
        if not plan.faults and isinstance(event, Renewed):
            faults += room_faults(self._state.balances, event.ore, year=event.year)
        self._record(plan, faults)
        return self.fund(fund)

    @command
    def transfer(
        self, fund: str, amount: Amount, *, from_subfund: str, to_subfund: str, decision: Decision,
        year: int | None = None,
    ) -> Fund:  # fmt: skip
        """Move what is available from one sub-fund to another (omföring), by the council's decision alone (I17)."""
        require_years(year)
        ore, faults = positive_ore(amount, "transfer")
        plan = plan_transfer(
            self._state.register, self._state.balances, fund=fund, from_subfund=from_subfund, to_subfund=to_subfund,
            ore=ore, year=year or decision.date.year, decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.fund(fund)

    @command
    def change_purpose(self, fund: str, purpose: str, *, decision: Decision, subfund: str = "") -> Fund:
        """Decide anew what a fund or a sub-fund is for (ändra ändamål; R28)."""
        plan = plan_purpose(self._state.register, fund=fund, subfund=subfund, purpose=purpose, decision=decision)
        self._record(plan)
        return self.fund(fund)

    @command
    def dissolve(
        self, fund: str, amount: Amount | None = None, *, reason: str, decision: Decision, year: int | None = None,
        subfund: str = "",
    ) -> Fund:  # fmt: skip
        """Dissolve what is available in a fund (upplösa, P12), or an amount of it; never added back (R16)."""
        require_years(year)
        ore, faults = positive_ore(amount, "dissolve") if amount is not None else (None, [])
        plan = plan_dissolve(
            self._state.register, self._state.balances, fund=fund, subfund=subfund, ore=ore,
            year=year or decision.date.year, reason=reason, decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.fund(fund)

    @command
    def state_intention(self, fund: str, amounts: Mapping[int, Amount], *, decision: Decision) -> None:
        """State what is meant to be set aside over the years (flerårig avsikt; S27); each year is decided by itself."""
        require_years(*amounts)
        by_year, faults = {}, []
        for year, amount in amounts.items():
            by_year[year], more = positive_ore(amount, f"state_intention {year}")
            faults += more
        plan = plan_intention(self._state.register, fund=fund, amounts=by_year, decision=decision)
        self._record(plan, faults)
