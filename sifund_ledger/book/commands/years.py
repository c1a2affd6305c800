"""Years closed (bokslut): from the day that only the closing belongs to, to the council's approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from sifund_ledger.authority import authority_faults
from sifund_ledger.book import findings as codes
from sifund_ledger.book.situation import Situation
from sifund_ledger.fields.annotated import Decided, Year
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.commands import Command
from sifund_ledger.ledger.events import CheckpointWritten, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.year_end.proposal import carried_results


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


def _approved(command: CloseYear, state: Situation) -> Iterable[Finding]:
    return authority_faults(command.decision, command.name)


def _posted(command: CloseYear, state: Situation) -> Iterator[Finding]:
    """The year, and every earlier one that closes with it, has its result."""
    closed = state.journal.periods.closed_through
    first = min(state.stated.years(), default=command.year) if closed is None else closed + 1
    for year in range(min(first, command.year), command.year + 1):
        if not state.stated.has_result(year):
            yield codes.YEAR_NOT_POSTED.at(str(year), year=year)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseYear(_Moves, sv="stäng_år", cli="close", makes=PeriodMoved):
    """Lock a year on the council's approval of the annual report (stänga; KL 11:21), and write a checkpoint."""

    rules: ClassVar = (_approved, _posted)
    state: ClassVar = PeriodState.CLOSED.value
    year: Year
    decision: Decided

    def drafts(self, state: Situation) -> Iterator[Draft]:
        """The results of earlier years first join other equity, which they could not do in a closed year."""
        yield from carried_results(state.state, self.year)
        yield Draft(PeriodMoved(self.year, self.state), self.decision)

    def afterwards(self, state: Situation) -> Iterator[Draft]:
        """The checkpoint of the closed year."""
        head = state.journal.head
        yield Draft(CheckpointWritten(self.year, head.seq, head.hash.hex()), self.decision)


COMMANDS: tuple[type[Command], ...] = (StartClosing, CloseYear)
