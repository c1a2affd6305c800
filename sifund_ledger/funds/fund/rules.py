"""What several commands on a fund ask (gemensamma regler): who decides, whether the fund is there, what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Protocol

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.fund.surplus import Surplus
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.project.findings import ABOVE_AVAILABLE, REASON_NEEDED
from sifund_ledger.funds.state.register import FundRegister, fund_faults
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.commands import FaultyField, Rule
from sifund_ledger.wording import Worded


class FundsState(Protocol):
    """What commands on funds ask of a book: its funds, and what the rooms beside know of equity and of results."""

    register: FundRegister
    balances: Balances
    today: date
    layouts: Collection[str]
    """The layouts of a statement that a policy can ask for."""

    def delegations(self, decision: Decision, fund: str) -> Collection[tuple[str, str, str]]:
        """What the council has handed to a decision's body in a fund by its day, as fund, task and body (R27)."""
        ...

    def surplus(self, year: int) -> Surplus | None:
        """A year's result, and that after adjustments; ``None`` where no result is recorded."""
        ...

    def spent_beside(self, year: int) -> int:
        """What reserves and earlier deficits take of a year's result, beside what is earmarked of it; öre (R53)."""
        ...

    def closed(self, year: int) -> Iterable[Finding]:
        """Why nothing more can be recorded in a year."""
        ...

    def outside(self, name: str) -> Worded | None:
        """What an actor outside the municipality takes part as; ``None`` for a board, and for a name not said to be
        one."""
        ...

    def room_faults(self, ore: int, year: int) -> Iterable[Finding]:
        """Why so much more cannot be earmarked of equity from a year on (R12)."""
        ...

    def reserve_faults(self, ore: int, year: int) -> Iterable[Finding]:
        """Why so much cannot be allocated to the result reserve for a year."""
        ...


def council_decides(task: str) -> Rule:
    """The rule that the council alone decides a task (R27)."""

    def decided(command: Any, state: FundsState) -> Iterable[Finding]:
        return authority_faults(command.decision, task, fund=command.fund)

    return decided


def fund_known(command: Any, state: FundsState) -> Iterable[Finding]:
    """The fund is there, and its sub-fund."""
    return fund_faults(state.register, command.fund, getattr(command, "subfund", None))


def policy_of(command: Any, state: FundsState) -> Policy:
    """The policy of a command's fund or sub-fund. Raises :class:`FaultyField` where :func:`fund_known` finds none."""
    if any(fund_known(command, state)):
        raise FaultyField("fund")
    return state.register.policy_of(command.fund, getattr(command, "subfund", ""))


def fund_is_an_earmark(command: Any, state: FundsState) -> Iterator[Finding]:
    """What is renewed, moved, dissolved or taken over is equity, not a frame or a reserve."""
    policy_of(command, state)
    if not state.register.is_earmark(command.fund):
        yield codes.NOT_AN_EARMARK.at(command.fund, fund=command.fund)


def reason_given(command: Any, state: FundsState) -> Iterator[Finding]:
    """The decision has a reason."""
    if not command.reason.strip():
        yield REASON_NEEDED.at(command.fund, what=command.fund)


def available_in(state: FundsState, fund: str, subfund: str) -> int:
    """What is set aside in a sub-fund and not committed; öre."""
    pot = state.register.pots.get((fund, subfund))
    return pot.available if pot else 0


def some(ore: int) -> int:
    """An amount, where there is any. Raises :class:`FaultyField` for none, which a rule reports."""
    if not ore:
        raise FaultyField("amount")
    return ore


def above_available(state: FundsState, fund: str, subfund: str, ore: int) -> Iterator[Finding]:
    """Why an amount is more than a sub-fund has: other sub-funds never stand in for it (I17)."""
    available = available_in(state, fund, subfund)
    if ore > available:
        name = f"{fund}, {subfund}" if subfund else fund
        yield ABOVE_AVAILABLE.at(fund, amount=ore, available=available, fund=name)
