"""What a command is decided in (läget): a book's state, the day, and what several rooms together say of a year."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any

from sifund_ledger.authority import DELEGABLE
from sifund_ledger.balance.equity.equity import result_of, room_faults
from sifund_ledger.balance.figures.events import ReserveAllocated
from sifund_ledger.balance.figures.year_figures import Presentation
from sifund_ledger.balance.reserves.ceilings import share_taken, spent_on_deficits
from sifund_ledger.balance.reserves.checks import allocation_faults
from sifund_ledger.balance.reserves.findings import RESERVE_ABOVE_RESULT_CEILING, RESERVE_ABOVE_STOCK_CEILING
from sifund_ledger.citations import KL
from sifund_ledger.decisions import Decision, DecisionState, body_key
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.fund.surplus import Surplus
from sifund_ledger.law.regimes import regime_of
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.ledger.records import Record
from sifund_ledger.wording import Worded
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.statements import year_drawn
from sifund_ledger.year_end.year_movements import corrected_adjusted, reserves_moved


class Situation:
    """A book's state, the day of recording, and its records by number, as every command is handed them."""

    layouts: Collection[str] = tuple(Presentation)

    def __init__(self, state: BookState, today: date, record: Callable[[int], Record | None]) -> None:
        self.state, self.today, self.record = state, today, record
        self.journal, self.stated = state.journal, state.stated
        self.register, self.balances = state.register, state.balances
        self.programme, self.rooms = state.programme, state.rooms

    def closed(self, year: int) -> list[Finding]:
        """Why nothing more can be recorded in a year."""
        return self.journal.periods.posting_faults(year, "", adjusting=True)

    def delegations(self, decision: Decision, fund: str) -> set[tuple[str, str, str]]:
        """What the council has handed to a decision's body in a fund by its day, and not taken back: a delegation never
        covers what was decided before it, and falls where its own decision is repealed (R27, R45)."""
        decided, state_of = self.journal.decisions, self.journal.state_of
        return {
            what
            for what in ((fund, task, body_key(decision.body)) for task in DELEGABLE)
            for seq in self.register.delegations.get(what, ())
            if decided[seq].date <= decision.date and state_of(decided[seq]) is not DecisionState.REPEALED
        }

    def surplus(self, year: int) -> Surplus | None:
        """A year's result, and that after adjustments; ``None`` where no result is recorded."""
        if not self.stated.has_result(year):
            return None
        adjusted = None
        # To 2012 no statute says how the result is adjusted, and the limit is the result itself (ruling R13).
        if self.stated.is_stated(year) and regime_of(year).has_formula:
            adjusted = year_drawn(self.state, year)[0].year(year).result_after_adjustments_ore
        corrected = corrected_adjusted(self.state, year, LAST_YEAR)
        return Surplus(result_of(self.balances, year), adjusted if corrected is None else corrected)

    def spent_beside(self, year: int) -> int:
        """What reserves and earlier deficits take of a year's result, beside what is earmarked of it (R9, R53); öre."""
        drawn = year_drawn(self.state, year)[0].year(year)
        allocated = drawn.figures.ore("reserve_allocated") or 0
        return allocated + spent_on_deficits(drawn.figures, drawn.restored_ore)

    def outside(self, name: str) -> Worded | None:
        """What an actor outside the municipality takes part as in any project; ``None`` for a board."""
        return self.programme.outside(name)

    def room_faults(self, ore: int, year: int) -> list[Finding]:
        """Why so much more cannot be earmarked of equity from a year on (R12)."""
        return room_faults(self.balances, ore, year=year)

    def reserve_faults(self, ore: int, year: int) -> Iterator[Finding]:
        """Why so much cannot be allocated to the result reserve: its years and, where known, its ceilings."""
        faults = allocation_faults(Reserve.RESULT, year, ore)
        yield from faults
        if not faults:
            yield from self.ceiling_faults(ore, year)

    def ceiling_faults(self, ore: int, year: int) -> Iterator[Finding]:
        """Where so much more in the reserve of a year is above its ceilings, as far as these are known."""
        if not self.stated.is_stated(year):
            return
        drawn = year_drawn(self.state, year)[0].year(year)
        balances = self.balances.restated(year, LAST_YEAR) or self.balances
        total = ore + sum(each.ore for each in reserves_moved(balances, year) if each.event is ReserveAllocated)
        for code, ceiling in (
            (RESERVE_ABOVE_RESULT_CEILING, drawn.ceilings.reserve_flow_ore),
            (RESERVE_ABOVE_STOCK_CEILING, drawn.ceilings.reserve_stock_ore),
        ):
            if ceiling is not None and total > ceiling:
                place, cited = f"{year}.reserve_allocated", KL("11:14")
                values: dict[str, Any] = {"ceiling": ceiling, "share": share_taken(drawn.figures)}
                yield code.at(place, citation=cited, year=year, amount=total, **values)
