"""What a book does with its years (bokslut): draw up, post, close."""

from __future__ import annotations

from collections.abc import Sequence

from sifund_ledger.authority import authority_faults
from sifund_ledger.balance.equity import equity_note, note_faults
from sifund_ledger.balance.figures import YearFigures
from sifund_ledger.book.command import BookWriter, command, require_years
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.funds.account import fund_account
from sifund_ledger.ledger.chain import Checkpoint
from sifund_ledger.ledger.events import CheckpointWritten, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Plan, Record
from sifund_ledger.year_end.figures import equity_faults
from sifund_ledger.year_end.proposal import YEAR_END_RECORDED, propose, recorded_already
from sifund_ledger.year_end.run import YearEnd

YEAR_NOT_POSTED = FindingCode(
    "YEAR_NOT_POSTED",
    Severity.ERROR,
    en="The result of {year} is not recorded, so the year cannot be closed.",
    sv="{year} års resultat är inte registrerat, så året kan inte stängas.",
    remedy_en="Post the year-end first: book.year_end({year}, …).post().",
    remedy_sv="Registrera bokslutet först: book.year_end({year}, …).post().",
    citation="KL (2017:725) 11:20-21",
)
CODES = (YEAR_NOT_POSTED,)


class YearVerbs(BookWriter):
    """Drawing up a year-end, posting it, closing the year."""

    def year_end(self, year: int, figures: YearFigures, *, grounds_decision: Decision | None = None) -> YearEnd:
        """Draw up a year-end (bokslut) and record nothing: statement, note on equity, funds, findings.

        ``grounds_decision`` invokes each fund's use as an exceptional ground, up to the deficit (R2, R3). What the
        figures leave out about earmarks is taken from the book.
        """
        require_years(year)
        proposal = propose(self._state, year, figures, grounds_decision)
        result = None if self._state.stated.has_result(year) else proposal.figures.ore("net_result")
        note = equity_note(self._state.balances, year, result_ore=result)
        statement = proposal.statement.only(year)
        found = (*statement.findings, *equity_faults(self._state, figures, note), *note_faults(note))
        return YearEnd(
            year=year,
            statement=statement,
            equity_note=note,
            accounts=tuple(fund_account(self._state.balances, fund, through=year) for fund in self.funds),
            findings=tuple(dict.fromkeys(found)),
            drafts=proposal.drafts,
            is_draft=statement.year(year).is_draft,
            _post=lambda: self._post_year_end(year, figures, grounds_decision),
            _close=lambda decision: self.close_year(year, decision=decision),
        )

    @command
    def _post_year_end(self, year: int, figures: YearFigures, grounds_decision: Decision | None) -> Sequence[Record]:
        proposal = propose(self._state, year, figures, grounds_decision)
        if recorded_already(self._state, proposal):
            raise Refused([YEAR_END_RECORDED.at(str(year), year=year)])
        return self._record(Plan(proposal.drafts))

    @command
    def start_closing(self, year: int) -> None:
        """From here on only what belongs to the closing of the books is recorded in the year (bokslut påbörjat)."""
        require_years(year)
        self._record(Plan((Draft(PeriodMoved(year, PeriodState.ADJUSTING.value)),)))

    @command
    def close_year(self, year: int, *, decision: Decision) -> Checkpoint:
        """Lock a year on the council's approval of the annual report (KL 11:21), and write a checkpoint."""
        require_years(year)
        faults = authority_faults(decision, "close_year")
        if not self._state.stated.has_result(year):
            faults.append(YEAR_NOT_POSTED.at(str(year), year=year))
        self._record(Plan((Draft(PeriodMoved(year, PeriodState.CLOSED.value), decision),), tuple(faults)))
        head = self.head
        self._record(Plan((Draft(CheckpointWritten(year, head.seq, head.hash.hex()), decision),)))
        return Checkpoint.of(head)
