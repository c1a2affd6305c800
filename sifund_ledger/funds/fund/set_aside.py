"""Setting aside (öronmärkning, P1; rulings R9, R13, R18, R26): an amount, or what the policy's rule gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.authority import authority_faults
from sifund_ledger.decisions import Organ
from sifund_ledger.fields.annotated import Decided, Positive, ResultYear, Year
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import FLAG, POSITIVE
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.fund import findings as codes
from sifund_ledger.funds.fund.fields import FundName, Subfund
from sifund_ledger.funds.fund.rules import FundsState, fund_known, policy_of, some
from sifund_ledger.funds.fund.surplus import given_by_rule, proposed_set_aside, surplus_left
from sifund_ledger.funds.policy.choices import (
    IN_SWEDISH,
    LegalForm,
    Recognition,
    SetAsideRule,
    SetAsideSource,
    words_of,
)
from sifund_ledger.funds.policy.parameters import SOURCE
from sifund_ledger.funds.state import fund_events as events
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.records import Draft

_OF_RESULT: Final = frozenset({SetAsideSource.SURPLUS, SetAsideSource.AFA_REFUND, SetAsideSource.OPERATING_FRAME})
_KNOWN_SOURCES: Final = tuple(each for each in SetAsideSource if each is not SetAsideSource.RENEWAL)
_BY_FORM: Final[dict[LegalForm, type[events.SetAside]]] = {
    LegalForm.EARMARKED_EQUITY: events.SetAside,
    LegalForm.OPERATING_FRAME: events.SetAsideInFrame,
    LegalForm.RESULT_RESERVE: events.SetAsideToReserve,
}


def _decided(command: SetAside, state: FundsState) -> Iterator[Finding]:
    """The council decides; what an executive board once decided is kept as history, with a warning (R27)."""
    decision, place = command.decision, command.fund
    faults = authority_faults(decision, "set_aside", fund=place)
    if not faults or not command.as_history or decision.organ is not Organ.EXECUTIVE_BOARD:
        yield from faults
    elif decision.date.year >= state.today.year:
        yield from faults
        yield codes.HISTORY_TOO_RECENT.at(place, decision=decision)
    else:
        yield codes.SET_ASIDE_BY_EXECUTIVE_BOARD.at(place, decision=decision, body=decision.body)


def _listed(sources: Iterable[str]) -> Bilingual:
    said, names = IN_SWEDISH[SetAsideSource], [str(each) for each in sources]
    return Bilingual(", ".join(said.get(each, each) for each in names), ", ".join(names))


def _source_in_policy(command: SetAside, state: FundsState) -> Iterator[Finding]:
    policy, source = policy_of(command, state), command.source
    if source not in _KNOWN_SOURCES:
        yield codes.SOURCE_UNKNOWN.at(command.fund, source=source, known=_listed(_KNOWN_SOURCES))
    elif source not in policy.set_aside_sources:
        given = [
            each for each in _KNOWN_SOURCES if each in policy.set_aside_sources
        ]  # renewal has a command of its own
        sources = _listed(given) if given else Bilingual("inga", "none")
        yield codes.SOURCE_NOT_IN_POLICY.at(command.fund, policy=policy.name, source=_listed([source]), sources=sources)


def _within_surplus(command: SetAside, state: FundsState) -> Iterator[Finding]:
    """What is of a named year's result is within what its surplus leaves (R9, R13)."""
    fund, year, policy = command.fund, command.result_year, policy_of(command, state)
    if command.source not in _OF_RESULT or policy.legal_form is LegalForm.OPERATING_FRAME:
        return
    if year is None:
        yield codes.RESULT_YEAR_MISSING.at(fund)
        return
    surplus = state.surplus(year)
    if surplus is None:
        yield codes.RESULT_UNKNOWN.at(fund, year=year)
    elif policy.set_aside_above_surplus and surplus.result_ore > 0:
        return
    elif surplus.limit_ore == 0:
        yield codes.SURPLUS_MISSING.at(fund, year=year, result=surplus.lowest_ore)
    elif command.amount > (left := surplus_left(state.register, year, surplus)):
        values: dict[str, Any] = {"amount": command.amount, "left": left, "limit": surplus.limit_ore}
        yield codes.SET_ASIDE_ABOVE_SURPLUS.at(fund, year=year, **values)


def _not_before_its_result(command: SetAside, state: FundsState) -> Iterator[Finding]:
    if command.of_year and command.year and command.year < command.of_year:
        yield codes.RESULT_YEAR_LATER.at(command.fund, result_year=command.of_year, year=command.year)


def _in_open_year(command: SetAside, state: FundsState) -> Iterable[Finding]:
    return state.closed(command.in_year(state))


def _room(command: SetAside, state: FundsState) -> Iterable[Finding]:
    """Equity holds every earmark (R12); the result reserve keeps its ceilings (R18)."""
    form = policy_of(command, state).legal_form
    if form is LegalForm.EARMARKED_EQUITY:
        return state.room_faults(command.amount, command.in_year(state))
    if form is LegalForm.RESULT_RESERVE:
        return state.reserve_faults(command.amount, command.result_year or command.in_year(state))
    return ()


def _worth_knowing(command: SetAside, state: FundsState) -> Iterator[Finding]:
    fund, ore = command.fund, command.amount
    rule = policy_of(command, state).set_aside_rule
    if rule in (SetAsideRule.PERCENT_OF_RESULT, SetAsideRule.FIXED_ANNUAL):
        surplus = state.surplus(command.result_year) if command.result_year else None
        given = state.register.given_of_result(fund, command.subfund, command.result_year or 0)
        about: dict[str, Any] = {"balance_ore": 0, "budget_ore": None, "given_ore": given}
        proposed = proposed_set_aside(policy_of(command, state), surplus, **about)
        if proposed is not None and ore != proposed:
            yield codes.SET_ASIDE_OFF_RULE.at(fund, amount=ore, rule=words_of(rule), proposed=proposed)
    if command.of_year and command.decision.date.year < command.of_year:
        yield codes.SET_ASIDE_DECIDED_EARLY.at(fund, decision=command.decision, year=command.of_year)
    if command.source == SetAsideSource.ACCUMULATED_EQUITY:
        yield codes.SET_ASIDE_FROM_EQUITY.at(fund, amount=ore)
    made, year = next(iter(command.drafts(state))).event, command.in_year(state)
    if any(made == event for event in state.register.latest(made.kind, year)):
        yield codes.SET_ASIDE_TWICE.at(fund, amount=ore, year=command.of_year or year, fund=fund)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Command, sv="öronmärk", cli="fund set-aside"):
    """Set an amount aside in a fund (öronmärka, P1)."""

    kinds: ClassVar = (events.SetAside.kind, events.SetAsideToReserve.kind, events.SetAsideInFrame.kind)
    stored: ClassVar = {
        "result_year": lambda record: record.event.result_year or None,
        "as_history": lambda record: record.decision.organ is Organ.EXECUTIVE_BOARD,
    }
    rules: ClassVar = (
        _decided, fund_known, _source_in_policy, _within_surplus, _not_before_its_result, _in_open_year, _room,
        _worth_knowing,
    )  # fmt: skip
    fund: FundName
    amount: Positive
    decision: Decided
    result_year: ResultYear | None = None
    source: Annotated[
        str, SOURCE,
        Said("källa", "Överskott, tidigare eget kapital, AFA-återbetalning eller ram.",
             "surplus, accumulated_equity, afa_refund or operating_frame."),
    ] = SetAsideSource.SURPLUS.value  # fmt: skip
    year: Year | None = None
    subfund: Subfund = ""
    as_history: Annotated[
        bool, FLAG, Said("historik", "Beslutad förr av styrelsen.", "Once decided by the executive board.")
    ] = False

    @property
    def of_year(self) -> int:
        """The year whose result it is a part of, or 0."""
        return (self.result_year or 0) if self.source in _OF_RESULT else 0

    def in_year(self, state: FundsState) -> int:
        """The year in which it is booked: the one given, or as the policy says (R26)."""
        policy, decided = policy_of(self, state), self.decision.date.year
        if self.year:
            return self.year
        if policy.legal_form is LegalForm.OPERATING_FRAME:
            return self.result_year or decided
        return self.of_year if self.of_year and policy.recognition is Recognition.RESULT_YEAR else decided

    def event_type(self, state: FundsState) -> type[events.SetAside]:
        """Earmarked, appropriated or reserved, by the fund's legal form."""
        return _BY_FORM[policy_of(self, state).legal_form]

    def values(self, state: FundsState) -> dict[str, Any]:
        """The year whose result it is of, and the one it is booked in."""
        return {"result_year": self.of_year, "year": self.in_year(state)}


def _as_set_aside(command: SetAsideByRule, state: FundsState) -> Iterable[Finding]:
    """The rule gives something, and it can be set aside."""
    rule = policy_of(command, state).set_aside_rule
    if not command.gives(state):
        return [codes.RULE_GIVES_NOTHING.at(command.fund, rule=words_of(rule), year=command.result_year)]
    return command.set_aside(state).decide(state).findings


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideByRule(Command, sv="öronmärk_enligt_regel", cli="fund set-aside-by-rule"):
    """Set aside what the policy's rule gives of a year (öronmärka enligt regel)."""

    rules: ClassVar = (fund_known, _as_set_aside)
    fund: FundName
    result_year: ResultYear
    decision: Decided
    subfund: Subfund = ""
    budget: Annotated[
        int | None, POSITIVE, Said("budget", "Budgeten som målet är en andel av.", "What the target is a share of.")
    ] = None

    def gives(self, state: FundsState) -> int:
        """What the rule gives, in öre."""
        policy_of(self, state)
        surplus = state.surplus(self.result_year)
        return given_by_rule(state.register, self.fund, self.subfund, self.result_year, surplus, self.budget) or 0

    def set_aside(self, state: FundsState) -> SetAside:
        """The set-aside that it comes to. Raises :class:`FaultyField` where the rule gives nothing."""
        ore, sources = some(self.gives(state)), policy_of(self, state).set_aside_sources
        return SetAside(
            fund=self.fund, amount=ore, decision=self.decision, result_year=self.result_year, subfund=self.subfund,
            source=next(iter(sources), SetAsideSource.SURPLUS.value),
        )  # fmt: skip

    def drafts(self, state: FundsState) -> Iterable[Draft]:
        """Those of the set-aside."""
        return self.set_aside(state).drafts(state)


COMMANDS: tuple[type[Command], ...] = (SetAside, SetAsideByRule)
