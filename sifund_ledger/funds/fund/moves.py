"""What moves in a fund beside set-asides and uses: opening balances, renewals, transfers, dissolutions.

All of it is the council's (R27), and of earmarks in equity alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.fields.annotated import Decided, Positive, Reason, ResultYear, Year
from sifund_ledger.fields.declared import Said
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import year_start
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.fund.fields import FundName, Subfund
from sifund_ledger.funds.fund.rules import (
    FundsState,
    above_available,
    available_in,
    council_decides,
    fund_is_an_earmark,
    fund_known,
    policy_of,
    reason_given,
    some,
)
from sifund_ledger.funds.policy.choices import Recognition
from sifund_ledger.funds.state import fund_events as events
from sifund_ledger.funds.state.register import FundRegister, fund_faults
from sifund_ledger.ledger.commands import Command, in_open_year


def begun_faults(register: FundRegister, fund: str) -> list[Finding]:
    """Why a fund cannot be taken over: it has movements."""
    parts = {name for version in register.versions[fund] for name in version.policy.subfund_names}
    begun = register.deposits.get(fund) or any((fund, part) in register.granted_in for part in parts)
    return [codes.FUND_BEGUN.at(fund, fund=fund)] if begun else []


def _not_begun(command: OpenFund, state: FundsState) -> Iterable[Finding]:
    policy_of(command, state)  # an unknown fund is reported already
    return begun_faults(state.register, command.fund)


def _equity_holds_it(command: OpenFund, state: FundsState) -> Iterable[Finding]:
    policy_of(command, state)
    return state.room_faults(command.amount, command.year) if state.register.is_earmark(command.fund) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFund(Command, sv="öppna_fond", cli="fund open", makes=events.FundOpened):
    """Open a fund with what it had available on a year's first day (ingående balans; R28)."""

    rules: ClassVar = (
        council_decides("open_fund"), fund_known, fund_is_an_earmark, _not_begun, in_open_year, _equity_holds_it,
    )  # fmt: skip
    fund: FundName
    amount: Positive
    year: Year
    decision: Decided
    subfund: Subfund = ""

    def values(self, state: FundsState) -> dict[str, Any]:
        """On the first day of the year."""
        return {"event_date": year_start(self.year)}


def _renewed_in(command: Renew, state: FundsState) -> int:
    """The year in which it is booked (R26)."""
    of_result = policy_of(command, state).recognition is Recognition.RESULT_YEAR
    return command.result_year if of_result else command.decision.date.year


def renewable(state: FundsState, fund: str, subfund: str, year: int) -> int:
    """What repayments give a right to renew at the close of a year, as far as its result has room (R20, R53); öre."""
    entitled = state.register.entitlement(fund, subfund, at=year)
    return min(entitled, _room_left(year, state)) if entitled else 0


def _room_left(year: int, state: FundsState) -> int:
    """What earmarks, reserves and restored deficits leave of a year's result (R53); öre."""
    surplus = state.surplus(year)
    if surplus is None:
        return 0
    return max(0, surplus.limit_ore - state.register.earmarked_of_result(year) - state.spent_beside(year))


def _entitled_with_room(command: Renew, state: FundsState) -> Iterator[Finding]:
    """Repayments give a right to it (R20 b), and the year's result has room for it (R9)."""
    policy_of(command, state)
    fund, year, surplus = command.fund, command.result_year, state.surplus(command.result_year)
    if surplus is None:
        yield codes.RESULT_UNKNOWN.at(fund, year=year)
    ore = command.ore(state)
    entitled = state.register.entitlement(fund, command.subfund, at=year)
    if ore > entitled or not ore:
        yield codes.RENEWAL_ABOVE_ENTITLEMENT.at(fund, amount=ore, fund=fund, year=year, left=entitled)
    if surplus is not None and (left := _room_left(command.result_year, state)) < (ore or 1):
        yield codes.RENEWAL_WITHOUT_ROOM.at(fund, amount=ore, fund=fund, year=year, left=left)


def _year_of_renewal_is_open(command: Renew, state: FundsState) -> Iterable[Finding]:
    return state.closed(_renewed_in(command, state))


def _equity_holds_renewal(command: Renew, state: FundsState) -> Iterable[Finding]:
    return state.room_faults(command.ore(state), _renewed_in(command, state))


@dataclass(frozen=True, slots=True, kw_only=True)
class Renew(Command, sv="förnya", cli="fund renew", makes=events.Renewed):
    """Renew the earmark by what has been repaid (förnya; R20 b), all that has a right and room, or an amount of it."""

    rules: ClassVar = (
        council_decides("renew"), fund_known, fund_is_an_earmark, _entitled_with_room, _year_of_renewal_is_open,
        _equity_holds_renewal,
    )  # fmt: skip
    fund: FundName
    amount: Positive | None = None
    result_year: ResultYear
    decision: Decided
    subfund: Subfund = ""

    def ore(self, state: FundsState) -> int:
        """The amount given, or all that repayments give a right to and the result has room for; öre."""
        if self.amount is not None:
            return self.amount
        policy_of(self, state)
        return renewable(state, self.fund, self.subfund, self.result_year)

    def values(self, state: FundsState) -> dict[str, Any]:
        """What is renewed, and the year it is booked in."""
        return {"ore": some(self.ore(state)), "year": _renewed_in(self, state)}


_THE_FUND: Final = Bilingual("fonden", "the fund")


def _subfunds_known(command: Transfer, state: FundsState) -> Iterator[Finding]:
    for subfund in dict.fromkeys((command.from_subfund, command.to_subfund)):
        yield from fund_faults(state.register, command.fund, subfund)
    if command.from_subfund == command.to_subfund:
        name = command.from_subfund
        where = Bilingual(f"”{name}”", f"“{name}”") if name else _THE_FUND
        yield codes.SAME_SUBFUND.at(command.fund, fund=command.fund, where=where)


def _available_to_move(command: Transfer, state: FundsState) -> Iterable[Finding]:
    if fund_faults(state.register, command.fund, command.from_subfund):
        return ()
    return above_available(state, command.fund, command.from_subfund, command.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Command, sv="för_om", cli="fund transfer", makes=events.SubfundTransferred):
    """Move what is available from one sub-fund to another (omföring), by the council's decision alone (I17)."""

    rules: ClassVar = (
        council_decides("transfer_subfund"), fund_known, fund_is_an_earmark, _subfunds_known, in_open_year,
        _available_to_move,
    )  # fmt: skip
    fund: FundName
    amount: Positive
    from_subfund: Annotated[Subfund, Said("från_delfond", "Delfonden det tas ur.", "The sub-fund it is taken from.")]
    to_subfund: Annotated[Subfund, Said("till_delfond", "Delfonden det förs till.", "The sub-fund it goes to.")]
    decision: Decided
    year: Year | None = None

    def values(self, state: FundsState) -> dict[str, Any]:
        """The year, where none is given that of the decision."""
        return {"year": self.year or self.decision.date.year}


def _available_to_dissolve(command: Dissolve, state: FundsState) -> Iterable[Finding]:
    policy_of(command, state)
    return above_available(state, command.fund, command.subfund, max(1, command.ore(state)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolve(Command, sv="upplös", cli="fund dissolve", makes=events.Dissolved):
    """Dissolve what is available in a fund (upplösa, P12), or an amount of it; never added back (R16)."""

    rules: ClassVar = (
        council_decides("dissolve"), fund_known, fund_is_an_earmark, reason_given, in_open_year, _available_to_dissolve,
    )  # fmt: skip
    fund: FundName
    amount: Positive | None = None
    reason: Reason
    decision: Decided
    year: Year | None = None
    subfund: Subfund = ""

    def ore(self, state: FundsState) -> int:
        """The amount given, or all that is available; öre."""
        return available_in(state, self.fund, self.subfund) if self.amount is None else self.amount

    def values(self, state: FundsState) -> dict[str, Any]:
        """What is dissolved, and the year, where none is given that of the decision."""
        return {"ore": some(self.ore(state)), "year": self.year or self.decision.date.year}


COMMANDS: tuple[type[Command], ...] = (OpenFund, Renew, Transfer, Dissolve)
