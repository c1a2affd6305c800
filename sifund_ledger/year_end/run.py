"""A year-end drawn up and not yet recorded (bokslutskörning): statement, note, funds, findings; then post and close."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sifund_ledger.amounts import Language
from sifund_ledger.balance.equity.equity import EquityNote, equity_note, note_faults, note_ties
from sifund_ledger.balance.figures.checks import KINDS
from sifund_ledger.balance.figures.events import FiguresStated, ReserveAllocated, ReserveUsed
from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.fiscal import year_start
from sifund_ledger.funds.tables.account import FundAccount, fund_account
from sifund_ledger.ledger.chain import Checkpoint
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.table import Printed, Table
from sifund_ledger.year_end import findings as codes
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.proposal import Proposal, propose, recorded_already
from sifund_ledger.year_end.recorded_figures import equity_faults


@dataclass(frozen=True, slots=True)
class YearEnd(Printed):
    """A year-end (bokslut): all that is printed, and nothing recorded before :meth:`post`.

    The errors among its ``findings`` are why :meth:`post` would refuse it as the book is now.
    ``is_draft`` says that a decision it rests on is only proposed: it can be printed, not posted (ruling R25).
    """

    year: int
    statement: BalanceRequirementStatement
    equity_note: EquityNote
    accounts: tuple[FundAccount, ...]
    findings: tuple[Finding, ...] = field(compare=False)
    drafts: tuple[Draft, ...]
    is_draft: bool
    _post: Callable[[], Sequence[Record]] = field(repr=False, compare=False)
    _close: Callable[[Decision], Checkpoint] = field(repr=False, compare=False)

    def post(self) -> Sequence[Record]:
        """Record it, all or nothing. Raises :class:`~sifund_ledger.Refused`, for a proposed decision first of all."""
        return self._post()

    def close(self, decision: Decision) -> Checkpoint:
        """Lock the year, on the council's approval of the annual report (KL 11:21); gives the checkpoint to print."""
        return self._close(decision)

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The statement's tables, the note on equity, and the account of each fund."""
        accounts = (account.table(language) for account in self.accounts)
        return (*self.statement.tables(language), self.equity_note.table(language), *accounts)

    @property
    def errors(self) -> list[Finding]:
        """Why it cannot be posted as the book is now; empty where it can."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    def text(self, language: Language = "sv") -> str:
        """All of it as text: the statement, the note on equity, the funds, the findings."""
        tables = self.tables(language)[len(self.statement.tables(language)) :]
        shown = {*self.statement.findings}
        more = [finding.text(language) for finding in self.findings if finding not in shown]
        return "\n\n".join([self.statement.text(language), *(table.text() for table in tables), *more])


def draw_up_year_end(
    state: BookState, year: int, figures: YearFigures, grounds_decision: Decision | None, *, today: date,
    refused: Callable[[Sequence[Draft]], Sequence[Finding]], post: Callable[[YearEnd], Sequence[Record]],
    close: Callable[[Decision], Checkpoint],
) -> YearEnd:  # fmt: skip
    """Draw up a year-end from a book, and find all that keeps it from being posted.

    ``refused`` says what the journal has against drafts. Raises as :func:`~sifund_ledger.year_end.proposal.propose`.
    """
    proposal = propose(state, year, figures, grounds_decision)
    with state.foreseeing(proposal.drafts) as balances:
        note, before = equity_note(balances, year), _note_before(state, year)
    statement = proposal.statement
    found = (
        *statement.findings,
        *equity_faults(state, figures, note),
        *note_faults(note),
        *note_ties(note, statement=statement.year(year), previous=before),
        *_faults(state, year, proposal, today),
        *refused(proposal.drafts),
    )
    accounts = (fund_account_of(state, fund, through=year) for fund in state.register.policies)
    run = YearEnd(
        year=year,
        statement=statement,
        equity_note=note,
        accounts=tuple(account for account in accounts if account.years or year > (state.closed_through or 0)),
        findings=tuple(dict.fromkeys(found)),
        drafts=proposal.drafts,
        is_draft=statement.year(year).is_draft,
        _post=lambda: post(run),
        _close=close,
    )
    return run


def fund_account_of(state: BookState, fund: str, *, through: int | None = None) -> FundAccount:
    """The account of a fund with those of its sub-funds, through a year or to the last movement."""
    return fund_account(state.balances, fund, through=through, subfunds=state.register.policies[fund].subfund_names)


def _note_before(state: BookState, year: int) -> EquityNote | None:
    """The note of the year before, where the book goes back that far."""
    opened = state.stated.opened_year
    return equity_note(state.balances, year - 1) if opened is not None and opened < year else None


def _faults(state: BookState, year: int, proposal: Proposal, today: date) -> Iterator[Finding]:
    """Why a year-end would not be posted, but for what the journal has against its drafts (R43b, R47)."""
    figures = proposal.figures
    if recorded_already(state, year, proposal):
        yield codes.YEAR_END_RECORDED.at(str(year), year=year)
    if figures.kind is not StatementKind.OUTCOME:
        yield codes.YEAR_END_PRELIMINARY.at(f"{year}.kind", year=year, kind=KINDS[figures.kind])
    elif today < year_start(year + 1):
        yield codes.YEAR_NOT_ENDED.at(str(year), year=year, day=year_start(year + 1))
    for missing in missing_results(state, year):
        yield codes.YEAR_BEFORE_MISSING.at(str(year), year=year, missing=missing)
    yield from state.journal.periods.posting_faults(year, FiguresStated.kind, adjusting=True)
    moved = [draft for draft in proposal.drafts if isinstance(draft.event, ReserveAllocated | ReserveUsed)]
    if not all(draft.decision for draft in moved):
        yield codes.RESERVE_UNDECIDED.at(f"{year}.reserve_decision", year=year)


def missing_results(state: BookState, before: int) -> list[int]:
    """The years of the book before one that have no result, in order: a book has no gap between its years (R47)."""
    opened, stated = state.stated.opened_year, state.stated
    first = min(stated.years(), default=before) if opened is None else opened + 1
    return [year for year in range(first, before) if not stated.has_result(year)]
