"""Book (bok): every verb takes names and amounts, and gives a frozen snapshot or a refusal with every reason."""

from __future__ import annotations

from sifund_ledger.book import findings as codes
from sifund_ledger.book.command import command, not_among, require_years
from sifund_ledger.book.corrections import correction_of
from sifund_ledger.book.equity_verbs import EquityVerbs
from sifund_ledger.book.fund_verbs import FundVerbs
from sifund_ledger.book.year_verbs import YearVerbs
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.funds.project.correcting import correction_faults
from sifund_ledger.ledger.events import DecisionMoved, NoteBlotted
from sifund_ledger.ledger.records import Draft, Plan, Record

_LATER_STATES = (DecisionState.APPEALED.value, DecisionState.FINAL.value, DecisionState.REPEALED.value)


class Book(EquityVerbs, FundVerbs, YearVerbs):
    """One municipality's book (bok): its journal, its funds, its years.

    Opened by :func:`~sifund_ledger.open_book`. Every command is recorded at once, all of it or nothing, and raises
    :class:`~sifund_ledger.Refused` with every reason where it cannot be done; within :meth:`batch` several stand or
    fall together, within :meth:`preview` nothing is kept. Amounts are kronor as :func:`~sifund_ledger.sek` takes them.
    """

    @command
    def correct(self, seq: int, *, reason: str, decision: Decision | None = None, year: int | None = None) -> Record:
        """Take back a record's entry by a new one that both lead to (rättelse, LKBR 3:7), in its year or another."""
        require_years(year)
        record = self._read(seq)
        faults = [] if reason.strip() else [codes.REASON_MISSING.at(f"post {seq}")]
        event_date = decision.date if decision else self._recorder.today()
        event = correction_of(record, year=year, event_date=event_date)
        faults += correction_faults(self._state.register, self._state.balances, seq)
        return self._record(Plan((Draft(event, decision, reason),), tuple(faults)))[0]

    def _read(self, seq: int) -> Record:
        if not 1 <= seq <= self.head.seq:
            raise Refused([codes.RECORD_UNKNOWN.at(f"post {seq}", seq=seq, count=self.head.seq)])
        return next(self.records(seq - 1))

    @command
    def blot_note(self, seq: int, *, decision: Decision) -> None:
        """Blot out the free text beside a record (gallring); its digest stays in the chain."""
        faults = [] if self._read(seq).note else [codes.NOTE_NOT_THERE.at(f"post {seq}", seq=seq)]
        self._record(Plan((Draft(NoteBlotted(seq), decision),), tuple(faults)))

    @command
    def move_decision(self, decision: Decision, state: str) -> None:
        """Record that a decision has been appealed, has become final, or was repealed (R25)."""
        faults = not_among(codes.DECISION_STATE_UNFIT, str(decision), state, _LATER_STATES)
        if faults:
            raise Refused(faults)
        self._record(Plan((Draft(DecisionMoved(decision.in_state(DecisionState.DECIDED), str(state))),)))
