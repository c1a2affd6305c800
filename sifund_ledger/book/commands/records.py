"""What is done to records and decisions (rättelse, gallring, beslutsläge; LKBR 3:7, KL 13:5), never changing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.authority import DECISION_WITHOUT_AUTHORITY
from sifund_ledger.balance.figures.events import BOUND_TO_YEAR, ReserveAllocated, ReserveUsed
from sifund_ledger.book import findings as codes
from sifund_ledger.book.commands.equity import reason_given
from sifund_ledger.book.record_names import words_of
from sifund_ledger.book.situation import Situation
from sifund_ledger.decisions import STATES_SV, Decision, DecisionState, Organ, body_key
from sifund_ledger.fields.annotated import Decided, Reason, Year
from sifund_ledger.fields.composed import Meant, choice_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import Kind, Setting, unreadable
from sifund_ledger.findings import Bilingual, Finding, listed, record_place
from sifund_ledger.fiscal import LAST_YEAR
from sifund_ledger.funds.project.correcting import correction_faults
from sifund_ledger.funds.state.fund_events import SetAsideToReserve
from sifund_ledger.funds.state.use_events import UsedOfReserve
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.ledger.commands import Command, FaultyField
from sifund_ledger.ledger.events import DecisionMoved, EntryCorrected, NoteBlotted
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.year_end.recorded_figures import cited_in_figures
from sifund_ledger.year_end.year_movements import reserves_moved


def _seq(value: object, place: str, setting: Setting) -> int:
    seq = int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20 else value
    if type(seq) is not int:
        raise unreadable(_NUMBER.words, value, place, _NUMBER.example)
    return seq


_NUMBER: Final = Kind("record", Bilingual("postnummer", "record number"), _seq, "12", {"type": "integer", "minimum": 1})
RecordNumber = Annotated[int, _NUMBER, Said("post", "Postens nummer.", "The record's number.")]


def record_of(command: Correct | BlotNote, state: Situation) -> Record:
    """The record that a command names. Raises :class:`FaultyField` where :func:`_record_known` finds none."""
    record = state.record(command.seq)
    if record is None:
        raise FaultyField("seq")
    return record


def _record_known(command: Correct | BlotNote, state: Situation) -> Iterator[Finding]:
    if state.record(command.seq) is None:
        yield codes.RECORD_UNKNOWN.at(record_place(command.seq), seq=command.seq, count=state.journal.head.seq)


def _correctable(command: Correct, state: Situation) -> Iterator[Finding]:
    """It moved or counted something, and is not a correction; it is corrected in its own year or a later one."""
    record, place = record_of(command, state), record_place(command.seq)
    kind, booked = record.event.kind, state.journal.booked(record.seq)
    if isinstance(record.event, EntryCorrected):
        yield codes.CORRECTS_A_CORRECTION.at(place, seq=record.seq)
    elif booked is None:
        yield codes.NOTHING_TO_CORRECT.at(place, seq=record.seq, kind=words_of(record))
    elif command.year is not None and command.year < booked[1]:
        yield codes.CORRECTION_BEFORE_RECORD.at(place, seq=record.seq, year=booked[1], other=command.year)
    elif command.year not in (None, booked[1]) and kind in BOUND_TO_YEAR:
        yield codes.CORRECTION_ACROSS_YEARS.at(place, kind=words_of(record), year=booked[1], other=command.year)


def _decided(command: Correct, state: Situation) -> Iterator[Finding]:
    """Once its year is closed it is decided by a body that could have taken what it corrects (R43)."""
    if any(_correctable(command, state)):
        return
    record = record_of(command, state)
    booked, first, decision = state.journal.booked(record.seq), record.decision, command.decision
    if booked is None or first is None or command.year in (None, booked[1]) or not any(state.closed(booked[1])):
        return
    if decision is None:
        yield codes.CORRECTION_UNDECIDED.at(record_place(record.seq), seq=record.seq, decision=first, body=first.body)
    elif decision.organ is not Organ.COUNCIL and body_key(decision.body) != body_key(first.body):
        task = Bilingual("rätta det", "correct this")
        yield DECISION_WITHOUT_AUTHORITY.at(
            record_place(record.seq), decision=decision, body=decision.body, task=task, delegation="", on=decision.date
        )


_OF_RESERVE: Final = {
    ReserveAllocated.kind: ReserveAllocated,
    SetAsideToReserve.kind: ReserveAllocated,
    ReserveUsed.kind: ReserveUsed,
    UsedOfReserve.kind: ReserveUsed,
}


def _reserve_not_lowered_since(command: Correct, state: Situation) -> Iterator[Finding]:
    """A later year-end that states less of a reserve records the difference; what is taken back is what that leaves."""
    event, of_what = record_of(command, state).event, _OF_RESERVE.get(record_of(command, state).event.kind)
    if of_what is None or any(_correctable(command, state)):
        return
    year = state.journal.belongs_to(command.seq)
    balances = state.balances.restated(year, LAST_YEAR) or state.balances
    reserve = getattr(event, "reserve", Reserve.RESULT.value)
    for moved in reserves_moved(balances, year):
        if moved.event is of_what and moved.reserve.value == reserve and event.ore > moved.ore:  # type: ignore[attr-defined]
            yield codes.RESERVE_LOWERED_SINCE.at(
                record_place(command.seq), seq=command.seq, year=year, left=max(0, moved.ore)
            )


def _nothing_rests_on_it(command: Correct, state: Situation) -> Iterable[Finding]:
    return correction_faults(state, command.seq, state.journal.decisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command, sv="rätta", cli="correct", makes=EntryCorrected):
    """Take back a record's entry by a new one that both lead to (rättelse, LKBR 3:7), in its year or another."""

    stored: ClassVar = {
        "seq": lambda record: record.event.corrects,
        "reason": lambda record: record.note.text if record.note else "–",
    }
    rules: ClassVar = (
        _record_known,
        reason_given,
        _correctable,
        _decided,
        _reserve_not_lowered_since,
        _nothing_rests_on_it,
    )
    seq: RecordNumber
    reason: Reason
    decision: Decided | None = None
    year: Year | None = None

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """The postings of the record with their signs turned."""
        if any(_correctable(self, state)):
            raise FaultyField("seq")
        booked, day = state.journal.booked(self.seq), self.decision.date if self.decision else state.today
        if booked is None:
            raise FaultyField("seq")
        kind, year, entry = booked
        taken_back = EntryCorrected.of(self.seq, kind, entry, year=year if self.year is None else self.year, day=day)
        yield Draft(taken_back, self.decision, self.reason)


def _has_a_note(command: BlotNote, state: Situation) -> Iterator[Finding]:
    if not record_of(command, state).note:
        yield codes.NOTE_NOT_THERE.at(record_place(command.seq), seq=command.seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlotNote(Command, sv="gallra", cli="redact", makes=NoteBlotted):
    """Blot out the free text beside a record (gallring); its digest stays in the chain."""

    kinds: ClassVar = ()  # cannot be decided again: the note that it asks for is gone
    rules: ClassVar = (_record_known, _has_a_note)
    seq: RecordNumber
    decision: Decided

    def values(self, state: Situation) -> dict[str, Any]:
        """The record that the text stood beside."""
        return {"target": self.seq}


_LATER_STATE: Final = choice_of(
    "decision_state",
    Bilingual("beslutsläge", "state of a decision"),
    (DecisionState.APPEALED, DecisionState.FINAL, DecisionState.REPEALED),
    code=codes.DECISION_STATE_UNFIT,
    sv=STATES_SV,
)


def _rested_on(command: MoveDecision, state: Situation) -> Iterator[Finding]:
    """Something in the book rests on it; what is repealed is to be corrected or decided anew (R45)."""
    decision = command.decision
    seqs, place = state.journal.resting_on(decision), str(decision)
    if not seqs and decision.reference not in {each.reference for each in cited_in_figures(state.state)}:
        cited = dict.fromkeys(map(str, (*state.journal.decisions.values(), *cited_in_figures(state.state))))
        meant = Meant(place, tuple((each, each) for each in cited))
        yield codes.DECISION_NOT_CITED.at(place, decision=decision, meant=meant)
    elif command.state == DecisionState.REPEALED:
        yield codes.DECISION_REPEALED.at(place, decision=decision, count=len(seqs), seqs=listed(seqs))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDecision(Command, sv="flytta_beslut", cli="decision move", makes=DecisionMoved):
    """Record that a decision was appealed, has become final, or was repealed (beslutsläge; R25)."""

    rules: ClassVar = (_rested_on,)
    stored: ClassVar = {"decision": lambda record: record.event.about}
    decision: Decided
    state: Annotated[str, _LATER_STATE, Said("läge", "appealed, final eller repealed.", "appealed, final or repealed.")]

    def decisions(self) -> list[Decision]:
        """None: it is about a decision, and rests on no other."""
        return []

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """The new state."""
        yield Draft(DecisionMoved(self.decision.in_state(DecisionState.DECIDED), self.state))


COMMANDS: tuple[type[Command], ...] = (Correct, BlotNote, MoveDecision)
