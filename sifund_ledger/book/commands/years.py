"""Years closed (bokslut): from the day that only the closing belongs to, to the council's approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Final, NoReturn

from sifund_ledger.authority import authority_faults
from sifund_ledger.balance.figures.year_figures import OF_YEAR, YearFigures, year_kind
from sifund_ledger.book import findings as codes
from sifund_ledger.book.situation import Situation
from sifund_ledger.decisions import DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.fields.annotated import Decided, Reason, Year
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import FLAG
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.fiscal import year_close
from sifund_ledger.ledger.commands import Command, FaultyField, Outcome
from sifund_ledger.ledger.events import CheckpointWritten, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.year_end.compared import closing_differences, lacking, refusal
from sifund_ledger.year_end.discharge import approved_after_discharge
from sifund_ledger.year_end.events import ApprovalRefused, ClosedLacking, DischargeDecided
from sifund_ledger.year_end.proposal import carried_results
from sifund_ledger.year_end.run import breaches, disagreements, draw_up_year_end, missing_results, repealed
from sifund_ledger.year_end.statements import statement_of

_FIGURES: Final = replace(year_kind(year=OF_YEAR), example='{ net_result = "18 000 000" }')


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEnd(Command, sv="bokslut", cli="year-end"):
    """Post a year-end (bokslut): the result, the reserves, the year's figures, the grounds invoked.

    ``Book.year_end`` draws the same up and records nothing before ``post``.
    """

    year: Year
    figures: Annotated[
        YearFigures,
        _FIGURES,
        Said("uppgifter", "Årets uppgifter.", "The year's figures, as in a figures file."),
    ]
    grounds_decision: Annotated[
        Decided | None,
        Said("beslut_om_skäl", "Beslutet som åberopar fondernas användning som synnerliga skäl.",
             "The decision that invokes each fund's use as an exceptional ground."),
    ] = None  # fmt: skip

    def decide(self, state: Situation) -> Outcome:
        """What posting the year-end drawn up now records, or all that it would be refused for."""
        try:
            run = draw_up_year_end(
                state.state, self.year, self.figures, self.grounds_decision, today=state.today,
                refused=lambda drafts, known: (), post=_not_from_here, close=_not_from_here,
            )  # fmt: skip
        except FaultyField:
            return Outcome((), self.faults)
        except Refused as refusal:
            return Outcome((), (*self.faults, *refusal.findings))
        warned = (each for each in run.findings if each.severity is Severity.WARNING)
        return Outcome(run.drafts, (*self.faults, *run.errors, *warned))


def _not_from_here(*_: object) -> NoReturn:
    raise AssertionError("what a command draws up is recorded by whoever decided it")


class _Moves(Command):
    """A command that takes a year to a state of its own."""

    __slots__ = ()
    state: ClassVar[str]

    @classmethod
    def made(cls, record: Record) -> bool:
        """Whether it is what made a record: a year came into that state."""
        return isinstance(record.event, PeriodMoved) and record.event.state == cls.state


@dataclass(frozen=True, slots=True, kw_only=True)
class StartClosing(_Moves, sv="påbörja_bokslut", cli="hand-over", makes=PeriodMoved):
    """Let only what belongs to the closing of the books be recorded in a year from here on (bokslut påbörjat)."""

    state: ClassVar = PeriodState.ADJUSTING.value
    year: Year


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenYear(_Moves, sv="återöppna_år", cli="reopen", makes=PeriodMoved):
    """Open a year again that was handed over and is not approved (återöppna; R25); a closed year never opens."""

    stored: ClassVar = {"reason": lambda record: record.note.text if record.note else ""}
    state: ClassVar = PeriodState.OPEN.value
    year: Year
    decision: Decided
    reason: Reason = ""

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """The year is open."""
        yield Draft(PeriodMoved(self.year, self.state), self.decision, self.reason)


def _approved(command: CloseYear, state: Situation) -> Iterable[Finding]:
    return authority_faults(command.decision, command.name)


def _approved_in_time(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """After the year's last day, and not before the annual report of an earlier year (R47)."""
    year, decision, earlier = command.year, command.decision, state.state.closings.approved
    if any(state.closed(year)):
        return
    if decision.date <= year_close(year):
        yield codes.APPROVED_BEFORE_YEAR_END.at(str(year), decision=decision, year=year)
    elif earlier is not None and decision.date < earlier:
        yield codes.APPROVED_BEFORE_EARLIER.at(str(year), decision=decision, earlier=earlier)


def _in_order(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """Equity is opened, and every year from then on is closed before the next (R47)."""
    year, closed = command.year, state.state.closed_through
    if state.stated.opened_year is None:
        yield codes.EQUITY_NOT_OPENED.at(str(year), year=year)
    elif closed is not None and year > closed + 1:
        yield codes.YEARS_CLOSE_IN_ORDER.at(str(year), year=year, first=closed + 1)


def _posted(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """The year, and every earlier one of the book, has its result."""
    for year in missing_results(state.state, command.year + 1):
        yield codes.YEAR_NOT_POSTED.at(str(year), year=year)


def _supported(command: CloseYear, state: Situation) -> Iterable[Finding]:
    return repealed(state.state, command.year)


def _sound(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """Its tables agree; and it breaks no law, or the council approved it all the same, and the reason is recorded."""
    if state.stated.has_result(command.year) and not any(state.closed(command.year)):
        approved = bool(command.reason.strip())
        yield from disagreements(state.state, command.year)
        for found in breaches(state.state, command.year):
            yield found._replace(severity=Severity.WARNING) if approved else found


def _compared(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """It is as what it was held against, or the council approved it all the same, and the reason is recorded (R47)."""
    of = statement_of(state.state, command.year)
    if of is not None and not any(state.closed(command.year)):
        yield from closing_differences(state.state, of, command.reason)


def _refused(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """The council has not approved the annual report: the year is locked with a warning that stays with it (R47)."""
    if command.refused:
        yield from refusal(command.year, command.decision)


def _before_discharge(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """The annual report is approved before discharge is decided, or the reason is recorded (KL 11:21, R47)."""
    if not command.refused and not any(state.closed(command.year)):
        for found in approved_after_discharge(state.state, command.year, approval=command.decision):
            yield found._replace(severity=Severity.WARNING) if command.reason.strip() else found


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseYear(_Moves, sv="stäng_år", cli="close", makes=PeriodMoved):
    """Lock a year on the council's decision on the annual report (stänga; KL 11:21), and write a checkpoint.

    A report that the council does not approve locks its year too, as ``refused`` (R47).
    """

    rules: ClassVar = (
        _approved, _approved_in_time, _in_order, _posted, _supported, _sound, _compared, _before_discharge, _refused,
    )  # fmt: skip
    stored: ClassVar = {"reason": lambda record: record.note.text if record.note else ""}
    state: ClassVar = PeriodState.CLOSED.value
    year: Year
    decision: Decided
    reason: Reason = ""
    refused: Annotated[
        bool,
        FLAG,
        Said(
            "inte_godkänd",
            "Fullmäktige har beslutat att inte godkänna årsredovisningen.",
            "The council has decided not to approve the annual report.",
        ),
    ] = False

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """The results of earlier years first join other equity, which they could not do in a closed year; and what the
        year lacks stays with it."""
        yield from carried_results(state.state, self.year)
        of = statement_of(state.state, self.year)
        if lacks := tuple(lacking(state.state, of)) if of is not None else ():
            yield Draft(ClosedLacking(self.year, lacks))
        if self.refused:
            yield Draft(ApprovalRefused(self.year), self.decision)
        yield Draft(PeriodMoved(self.year, self.state), self.decision, self.reason)

    def afterwards(self, state: Situation) -> Iterator[Draft]:
        """The checkpoint of the closed year."""
        head = state.journal.head
        yield Draft(CheckpointWritten(self.year, head.seq, head.hash.hex()), self.decision)


def _council_discharges(command: DecideDischarge, state: Situation) -> Iterable[Finding]:
    return authority_faults(command.decision, command.name)


def _discharged_in_time(command: DecideDischarge, state: Situation) -> Iterator[Finding]:
    """The decision is taken after the year, and recorded once; another decision replaces it, with a warning."""
    year, decision, earlier = command.year, command.decision, state.state.closings.discharged.get(command.year)
    if decision.date <= year_close(year):
        yield codes.DISCHARGED_BEFORE_YEAR_END.at(str(year), decision=decision, year=year)
    elif earlier is not None and earlier.reference == decision.reference:
        yield codes.DISCHARGE_RECORDED.at(str(year), decision=decision, year=year)
    elif earlier is not None and state.journal.state_of(earlier) is not DecisionState.REPEALED:
        yield codes.DISCHARGED_ANEW.at(str(year), year=year, earlier=earlier, decision=decision)


def _after_approval(command: DecideDischarge, state: Situation) -> Iterator[Finding]:
    for found in approved_after_discharge(state.state, command.year, discharge=command.decision):
        yield found._replace(severity=Severity.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideDischarge(Command, sv="besluta_om_ansvarsfrihet", cli="decision discharge", makes=DischargeDecided):
    """Record that the council has decided whether to grant discharge for a year (ansvarsfrihet; KL 5:24).

    The annual report is to be approved before that (KL 11:21), which the close of the year looks at.
    """

    rules: ClassVar = (_council_discharges, _discharged_in_time, _after_approval)
    year: Year
    decision: Decided


COMMANDS: tuple[type[Command], ...] = (YearEnd, StartClosing, ReopenYear, CloseYear, DecideDischarge)
