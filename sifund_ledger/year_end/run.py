"""A year-end drawn up and not yet recorded (bokslutskörning): statement, note, funds, findings; then post and close."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.balance.equity.equity import EquityNote, equity_note, note_faults, note_ties, result_of
from sifund_ledger.balance.figures.checks import KINDS
from sifund_ledger.balance.figures.events import BOUND_TO_YEAR, FiguresStated, ReserveAllocated, ReserveUsed
from sifund_ledger.balance.figures.places import placed_in_words
from sifund_ledger.balance.figures.year_figures import StatementKind, YearFigures
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.findings import Finding, FindingCode, Severity, record_place
from sifund_ledger.fiscal import year_start
from sifund_ledger.funds.state.claim_events import EffectMeasured
from sifund_ledger.funds.state.fund_events import FundCreated, PolicyChanged
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.funds.state.use_events import CostReported
from sifund_ledger.funds.tables.account import FundAccount, fund_account
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.records import Draft, Event, Record
from sifund_ledger.table import Printed, Table
from sifund_ledger.wording import Calls, in_python
from sifund_ledger.year_end import findings as codes
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.proposal import Proposal, propose, recorded_already
from sifund_ledger.year_end.recorded_figures import equity_faults
from sifund_ledger.year_end.statements import errors_of, year_drawn


@dataclass(frozen=True, slots=True)
class YearEnd(Printed):
    """A year-end (bokslut): all that is printed, and nothing recorded before :meth:`post`.

    ``errors`` is why :meth:`post` would refuse it as the book is now; all of them are among its ``findings``, but for
    that the year is closed with other figures. ``standing`` says that, or that the book has it with these very figures:
    then ``is_recorded``, and posting it again changes nothing. Other figures, while the year is not closed, are posted
    as a correction of the earlier run (R43).
    ``is_draft`` says that a decision it rests on is only proposed: it can be printed, not posted (ruling R25).
    """

    year: int
    statement: BalanceRequirementStatement
    equity_note: EquityNote
    accounts: tuple[FundAccount, ...]
    findings: tuple[Finding, ...] = field(compare=False)
    errors: tuple[Finding, ...] = field(compare=False)
    standing: tuple[Finding, ...] = field(compare=False)
    drafts: tuple[Draft, ...]
    is_draft: bool
    is_recorded: bool
    _post: Callable[[], Sequence[Record]] = field(repr=False, compare=False)
    _close: Callable[[Decision, str, bool], Checkpoint] = field(repr=False, compare=False)

    def post(self) -> Sequence[Record]:
        """Record it, all or nothing; nothing where it is recorded already.

        Raises :class:`~sifund_ledger.Refused`, for a proposed decision first of all.
        """
        return self._post()

    def close(self, decision: Decision, reason: str = "", *, refused: bool = False) -> Checkpoint:
        """Lock the year, on the council's decision on the annual report (KL 11:21); gives the checkpoint to print.

        ``reason`` is the council's, where it approves a year that breaks the law (R43b). ``refused`` says that it did
        not approve the report (R47).
        """
        return self._close(decision, reason, refused)

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The statement's tables, the note on equity, and the account of each fund."""
        accounts = (account.table(language) for account in self.accounts)
        return (*self.statement.tables(language), self.equity_note.table(language), *accounts)

    def text(self, language: Language = "sv", calls: Calls = in_python) -> str:
        """All of it as text: the statement, the note on equity, the funds, the findings.

        ``calls`` says how a command that a finding names is called where the reader stands.
        """
        tables = self.tables(language)[len(self.statement.tables(language)) :]
        shown = {*self.statement.findings}
        more = [placed_in_words(each).text(language, calls) for each in self.findings if each not in shown]
        return "\n\n".join([self.statement.text(language, calls), *(table.text() for table in tables), *more])


def draw_up_year_end(
    state: BookState, year: int, figures: YearFigures, grounds_decision: Decision | None, *, today: date,
    refused: Callable[[Sequence[Draft], Sequence[Finding]], Sequence[Finding]],
    post: Callable[[YearEnd], Sequence[Record]], close: Callable[[Decision, str, bool], Checkpoint],
    draft: bool = False,
) -> YearEnd:  # fmt: skip
    """Draw up a year-end from a book, and find all that keeps it from being posted.

    ``refused`` says what the journal has against drafts beside what is reported already. Raises as
    :func:`~sifund_ledger.year_end.proposal.propose`, and in a ``draft`` for nothing that the figures have wrong.
    """
    proposal = propose(state, year, figures, grounds_decision, draft=draft)
    with state.foreseeing(proposal.drafts) as balances:
        note = equity_note(balances, year)
    statement = proposal.statement
    wrong = errors_of(statement)
    is_recorded = not wrong and recorded_already(state, year, proposal)
    past = [*_past(state, year, is_recorded)]
    faults = [] if past else [*_changes(state, year, proposal), *_faults(state, year, proposal, today)]
    found = dict.fromkeys(
        (
            *statement.findings,
            *equity_faults(state, figures, note),
            *note_faults(note),
            *_parts(state, note),
            *_ties(state, note, statement),
            *(matter._replace(severity=Severity.WARNING) for matter in repealed(state, year)),
            *faults,
            *(() if past or wrong else refused(proposal.drafts, faults)),
            *(() if past else _not_met(state, year)),
        )
    )
    run = YearEnd(
        year=year,
        statement=statement,
        equity_note=note,
        accounts=tuple(
            fund_account(state.register, state.balances, fund, through=year) for fund in state.register.policies
        ),
        findings=tuple(found),
        errors=tuple(each for each in (*found, *past) if each.severity is Severity.ERROR),
        standing=tuple(past),
        drafts=() if is_recorded else proposal.drafts,
        is_recorded=is_recorded,
        is_draft=statement.year(year).is_draft,
        _post=lambda: post(run),
        _close=close,
    )
    return run


def _not_met(state: BookState, year: int) -> Iterator[Finding]:
    """Costs of a year that a grant could meet, and that nothing is used for: a use is a closing entry (R48)."""
    for cost in state.register.costs_in(year):
        used, left = state.register.used_in(cost.project, year), state.register.projects[cost.project].left
        if used < cost.net_ore and left > 0:
            place = f"{year}.{cost.project}"
            yield codes.COST_NOT_MET.at(place, project=cost.project, net=cost.net_ore, year=year, used=used, left=left)


def _ties(state: BookState, note: EquityNote, statement: BalanceRequirementStatement) -> list[Finding]:
    """Where the note does not tie to the statement, nor to the note of the year before, where the book has one."""
    year, opened = note.year, state.stated.opened_year
    before = equity_note(state.balances, year - 1) if opened is not None and opened < year else None
    return note_ties(note, statement=statement.year(year), previous=before)


def disagreements(state: BookState, year: int) -> list[Finding]:
    """Where the tables of a year as it is recorded do not agree; such a year never closes (R43b)."""
    return _ties(state, equity_note(state.balances, year), year_drawn(state, year)[0])


def repealed(state: BookState, year: int) -> Iterator[Finding]:
    """The entries of a year and those before that a repealed decision no longer supports: it does not close (R45).

    What cannot be taken back stands, and is reported: the result and the opening of a closed year, and what moves no
    amount and is not recorded anew.
    """
    for seq in state.journal.unsupported(year):
        entries = state.journal.entries
        bound = seq in entries and entries[seq][0] in BOUND_TO_YEAR
        closed = bound and state.journal.year_of(seq) <= (state.closed_through or 0)
        yield _rests(codes.REPEALED_STANDS if closed else codes.REPEALED_NOT_CORRECTED, state, seq, year)
    for seq in unmoved(state):
        yield _rests(codes.REPEALED_STANDS, state, seq, year)


def _rests(code: FindingCode, state: BookState, seq: int, year: int) -> Finding:
    return code.at(record_place(seq), seq=seq, decision=state.journal.decisions[seq], on=year_start(year))


def unmoved(state: BookState) -> list[int]:
    """The records that move no amount, rest on a repealed decision, and are the last to say what they say."""
    journal, register = state.journal, state.register
    resting, approvals = journal.resting_on_repealed(), state.closings.approvals
    if {*resting}.isdisjoint(approvals.values()) and not any(type(register.event(seq)) in _SAYS for seq in resting):
        return []
    last: dict[tuple[str, ...], int] = {}
    for seq, event in register.events():
        for_what = _SAYS.get(type(event))
        if for_what is not None and not register.fallen.get(seq):
            key = tuple(str(getattr(event, name)) for name in for_what)
            last[for_what[0], *key] = seq
    last |= {("year", str(year)): seq for year, seq in approvals.items()}
    return sorted(
        seq for seq in last.values() if journal.state_of(journal.decisions[seq]) is DecisionState.REPEALED
    )  # fmt: skip


_SAYS: Final[dict[type[Event], tuple[str, ...]]] = {
    FundCreated: ("fund",),
    PolicyChanged: ("fund",),
    CostReported: ("year", "project"),
    EffectMeasured: ("effect_year", "project", "board"),
    ProjectMoved: ("project",),
}
"""Of what an event says how it is, as long as no later one says it anew."""


def breaches(state: BookState, year: int) -> Iterator[Finding]:
    """What breaks the law in a year as it is recorded: it closes only if the council approves it, with a reason."""
    yield from year_drawn(state, year, as_history=False)[1]
    note = equity_note(state.balances, year)
    for found in (*(note_faults(note) if note.earmarks else ()), *_parts(state, note)):
        yield found._replace(severity=Severity.ERROR)


def _parts(state: BookState, note: EquityNote) -> Iterator[Finding]:
    """Where funds met by the result reserve have more of it than there is (R46)."""
    year, funds = note.year, state.register.reserved.earmarked(at=note.year)
    if funds > note.result_reserve_ore:
        yield codes.RESERVE_BELOW_FUNDS.at(str(year), year=year, funds=funds, reserve=note.result_reserve_ore)


def _past(state: BookState, year: int, is_recorded: bool) -> Iterator[Finding]:
    """Why there is nothing left to post of a year: it is recorded as it is, or closed with other figures (R43)."""
    if is_recorded:
        yield codes.YEAR_END_RECORDED.at(str(year), year=year)
    elif any(state.journal.periods.posting_faults(year, FiguresStated.kind, adjusting=True)):
        yield codes.YEAR_END_CLOSED.at(str(year), year=year)


def _changes(state: BookState, year: int, proposal: Proposal) -> Iterator[Finding]:
    """What of an earlier run is taken back, and what of its grounds is no longer invoked."""
    recorded, ore = result_of(state.balances, year), proposal.figures.ore("net_result") or 0
    for draft in proposal.drafts:
        if isinstance(draft.event, EntryCorrected):
            seq = draft.event.corrects
            yield codes.RESULT_CORRECTED.at(f"{year}.net_result", year=year, seq=seq, old=recorded, new=ore)
    if state.stated.is_stated(year):
        stated = state.stated.figures(year, net_result_ore=recorded)
        old, new = (sum(ground.ore for ground in of.exceptional_grounds) for of in (stated, proposal.figures))
        if new < old:
            yield codes.GROUNDS_FALL.at(f"{year}.exceptional_grounds", year=year, old=old, new=new)


def _faults(state: BookState, year: int, proposal: Proposal, today: date) -> Iterator[Finding]:
    """Why a year-end would not be posted, but for what the journal has against its drafts (R43b, R47)."""
    figures = proposal.figures
    if figures.kind is not StatementKind.OUTCOME:
        yield codes.YEAR_END_PRELIMINARY.at(f"{year}.kind", year=year, kind=KINDS[figures.kind])
    elif today < year_start(year + 1) and not state.stated.has_result(year):
        yield codes.YEAR_NOT_ENDED.at(str(year), year=year, day=year_start(year + 1))
    for missing in missing_results(state, year):
        yield codes.YEAR_BEFORE_MISSING.at(str(year), year=year, missing=missing)
    moved = [draft for draft in proposal.drafts if isinstance(draft.event, ReserveAllocated | ReserveUsed)]
    if not all(draft.decision for draft in moved):
        yield codes.RESERVE_UNDECIDED.at(f"{year}.reserve_decision", year=year)


def missing_results(state: BookState, before: int) -> list[int]:
    """The years of the book before one that have no result, in order: a book has no gap between its years (R47)."""
    opened, stated = state.stated.opened_year, state.stated
    first = min(stated.years(), default=before) if opened is None else opened + 1
    return [year for year in range(first, before) if not stated.has_result(year)]
