"""What a book does with its years (bokslut): draw up, post, close."""

from __future__ import annotations

from collections.abc import Sequence

from sifund_ledger.authority import authority_faults
from sifund_ledger.balance.equity.equity import EquityNote, equity_note, note_faults, note_ties
from sifund_ledger.balance.figures.events import FiguresStated, ReserveAllocated, ReserveUsed
from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.book import findings as codes
from sifund_ledger.book.command import BookWriter, command, require_years
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.funds.tables.account import FundAccount, fund_account
from sifund_ledger.ledger.chain import Checkpoint
from sifund_ledger.ledger.events import CheckpointWritten, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Plan, Record
from sifund_ledger.year_end.findings import YEAR_END_RECORDED
from sifund_ledger.year_end.proposal import Proposal, carried_results, propose, recorded_already
from sifund_ledger.year_end.recorded_figures import equity_faults
from sifund_ledger.year_end.run import YearEnd


class YearVerbs(BookWriter):
    """Drawing up a year-end, posting it, closing the year."""

    def year_end(self, year: int, figures: YearFigures, *, grounds_decision: Decision | None = None) -> YearEnd:
        """Draw up a year-end (bokslut) and record nothing: statement, note on equity, funds, findings.

        ``grounds_decision`` invokes each fund's use as an exceptional ground, up to the deficit (R2, R3). What the
        figures leave out about earmarks is taken from the book.
        """
        require_years(year)
        proposal = propose(self._state, year, figures, grounds_decision)
        with self._state.foreseeing(proposal.drafts) as balances:
            note = equity_note(balances, year)
        statement = proposal.statement.only(year)
        found = (
            *statement.findings,
            *equity_faults(self._state, figures, note),
            *note_faults(note),
            *note_ties(note, statement=statement.year(year), previous=self._note_before(year)),
        )
        return YearEnd(
            year=year,
            statement=statement,
            equity_note=note,
            accounts=tuple(self._fund_account(fund, year) for fund in self.funds),
            findings=tuple(dict.fromkeys(found)),
            drafts=proposal.drafts,
            is_draft=statement.year(year).is_draft,
            _post=lambda: self._post_year_end(proposal, figures, grounds_decision),
            _close=lambda decision: self.close_year(year, decision=decision),
        )

    def _note_before(self, year: int) -> EquityNote | None:
        """The note of the year before, where the book goes back that far."""
        opened = self._state.stated.opened_year
        return equity_note(self._state.balances, year - 1) if opened is not None and opened < year else None

    def _fund_account(self, fund: str, year: int) -> FundAccount:
        names = self._state.register.policies[fund].subfund_names
        return fund_account(self._state.balances, fund, through=year, subfunds=names)

    @command
    def _post_year_end(
        self, printed: Proposal, figures: YearFigures, grounds_decision: Decision | None
    ) -> Sequence[Record]:
        year = printed.year
        proposal = propose(self._state, year, figures, grounds_decision)
        if recorded_already(self._state, proposal):
            raise Refused([YEAR_END_RECORDED.at(str(year), year=year)])
        faults = self._state.journal.periods.posting_faults(year, FiguresStated.kind, adjusting=True)
        moved = [draft for draft in proposal.drafts if isinstance(draft.event, ReserveAllocated | ReserveUsed)]
        if not all(draft.decision for draft in moved):
            faults.append(codes.RESERVE_UNDECIDED.at(f"{year}.reserve_decision", year=year))
        if figures.kind is not StatementKind.OUTCOME:
            faults.append(codes.YEAR_END_PRELIMINARY.at(f"{year}.kind", year=year, kind=figures.kind.value))
        if proposal.drafts != printed.drafts:
            faults.append(codes.YEAR_END_OUTDATED.at(str(year), year=year))
        return self._record(Plan(proposal.drafts, tuple(faults)))

    @command
    def start_closing(self, year: int) -> None:
        """From here on only what belongs to the closing of the books is recorded in the year (bokslut påbörjat)."""
        require_years(year)
        self._record(Plan((Draft(PeriodMoved(year, PeriodState.ADJUSTING.value)),)))

    @command
    def close_year(self, year: int, *, decision: Decision) -> Checkpoint:
        """Lock a year on the council's approval of the annual report (KL 11:21), and write a checkpoint.

        Closing a year closes every earlier one, so each of them must have its result; those results join other equity
        first, which they could not do in a closed year.
        """
        require_years(year)
        faults = authority_faults(decision, "close_year")
        faults += [
            codes.YEAR_NOT_POSTED.at(str(y), year=y) for y in self._years_to_close(year) if not self._has_result(y)
        ]
        drafts = [*carried_results(self._state, year), Draft(PeriodMoved(year, PeriodState.CLOSED.value), decision)]
        self._record(Plan(tuple(drafts), tuple(faults)))
        head = self.head
        self._record(Plan((Draft(CheckpointWritten(year, head.seq, head.hash.hex()), decision),)))
        return Checkpoint.of(head)

    def _has_result(self, year: int) -> bool:
        return self._state.stated.has_result(year)

    def _years_to_close(self, year: int) -> range:
        closed = self._state.journal.periods.closed_through
        first = min(self._state.stated.years(), default=year) if closed is None else closed + 1
        return range(min(first, year), year + 1)
