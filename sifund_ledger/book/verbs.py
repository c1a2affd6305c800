"""The verbs of a book: each takes names and amounts, and gives a frozen snapshot or a refusal with every reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sifund_ledger.authority import authority_faults
from sifund_ledger.balance.equity import EquityNote, equity_note, note_faults, result_of, room_faults
from sifund_ledger.balance.events import DeficitsOpened, EquityAdjusted, EquityOpened
from sifund_ledger.balance.figures import OpeningDeficit, YearFigures
from sifund_ledger.book.corrections import RECORD_UNKNOWN, correction_of
from sifund_ledger.book.reading import BookReader
from sifund_ledger.book.recording import Preview
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.funds.account import Fund, Project, fund_account
from sifund_ledger.funds.events import Delegated, FundCreated, SetAside
from sifund_ledger.funds.grant import plan_grant
from sifund_ledger.funds.policy import Policy, policy_to_values
from sifund_ledger.funds.register import FUND_EXISTS, NAME_EMPTY, fund_faults
from sifund_ledger.funds.set_aside import Surplus, plan_set_aside
from sifund_ledger.funds.use import plan_use
from sifund_ledger.ledger.chain import Checkpoint
from sifund_ledger.ledger.events import CheckpointWritten, DecisionMoved, JournalOpened, NoteBlotted, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState
from sifund_ledger.ledger.records import Draft, Head, Plan, Record
from sifund_ledger.money import Amount, positive_ore, to_ore
from sifund_ledger.year_end.figures import equity_faults
from sifund_ledger.year_end.proposal import YEAR_END_RECORDED, draw_up, propose, recorded_already, result_drafts
from sifund_ledger.year_end.run import YearEnd

EQUITY_OPENED = FindingCode(
    "EQUITY_OPENED",
    Severity.ERROR,
    en="Equity was opened at the close of {year}.",
    sv="Eget kapital är öppnat per utgången av {year}.",
    remedy_en="Record what has changed since: book.record_result(…), book.adjust_equity(…).",
    remedy_sv="Registrera det som ändrats sedan dess: book.record_result(…), book.adjust_equity(…).",
    citation="LKBR (2018:597) 4:4",
)
RESULT_RECORDED = FindingCode(
    "RESULT_RECORDED",
    Severity.ERROR,
    en="The result of {year} is recorded.",
    sv="{year} års resultat är redan registrerat.",
    remedy_en="Take it back first: book.correct(…).",
    remedy_sv="Ta först tillbaka det: book.correct(…).",
    citation="LKBR (2018:597) 3:7",
)
YEAR_NOT_POSTED = FindingCode(
    "YEAR_NOT_POSTED",
    Severity.ERROR,
    en="The result of {year} is not recorded, so the year cannot be closed.",
    sv="{year} års resultat är inte registrerat, så året kan inte stängas.",
    remedy_en="Post the year-end first: book.year_end({year}, …).post().",
    remedy_sv="Registrera bokslutet först: book.year_end({year}, …).post().",
    citation="KL (2017:725) 11:20-21",
)
BOOK_OPENED = FindingCode(
    "BOOK_OPENED",
    Severity.ERROR,
    en="The book belongs to {entity}.",
    sv="Boken tillhör {entity}.",
    remedy_en="Make a new book for another entity.",
    remedy_sv="Skapa en ny bok för en annan enhet.",
)
REASON_MISSING = FindingCode(
    "REASON_MISSING",
    Severity.ERROR,
    en="No reason is given.",
    sv="Inget skäl är angivet.",
    remedy_en="Say why: the annual report must.",
    remedy_sv="Ange varför: årsredovisningen ska göra det.",
    citation="LKBR (2018:597) 9:3",
)
CODES = (EQUITY_OPENED, RESULT_RECORDED, YEAR_NOT_POSTED, BOOK_OPENED, REASON_MISSING)


_P = ParamSpec("_P")
_R = TypeVar("_R")


def _command(verb: Callable[Concatenate[Book, _P], _R]) -> Callable[Concatenate[Book, _P], _R]:
    """Run a verb within a batch: the lock is taken and the state brought up to date before anything is checked."""

    @wraps(verb)
    def locked(book: Book, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with book.batch():
            return verb(book, *args, **kwargs)

    return locked


class Book(BookReader):
    """One municipality's book (bok): its journal, its funds, its years.

    Opened by :func:`~sifund_ledger.open_book`. Every command is recorded at once, all of it or nothing, and raises
    :class:`~sifund_ledger.Refused` with every reason where it cannot be done; within :meth:`batch` several stand or
    fall together, within :meth:`preview` nothing is kept. Amounts are kronor as :func:`~sifund_ledger.sek` takes them.
    """

    def _record(self, plan: Plan, faults: Iterable[Finding] = ()) -> tuple[Record, ...]:
        records = self._recorder.record(plan.drafts, (*faults, *plan.faults))
        self._recorder.warnings.extend(plan.warnings)
        return records

    # All or nothing, and nothing at all

    def batch(self, *, expected_head: Head | None = None) -> AbstractContextManager[Preview]:
        """Commands within stand or fall together; ``expected_head`` refuses if others have recorded since."""
        return self._recorder.batch(expected_head=expected_head)

    def preview(self) -> AbstractContextManager[Preview]:
        """Commands within run, on proposed decisions too, and nothing is kept; ``.records`` shows what would be."""
        return self._recorder.preview()

    # Equity and results

    @_command
    def open_entity(self, entity: str, *, entity_kind: str = "municipality", organisation_number: str = "") -> None:
        """The first record: whose book this is. Raises where the book has been opened."""
        faults = [BOOK_OPENED.at("book", entity=self.entity)] if self.entity else []
        if not entity.strip():
            faults.append(NAME_EMPTY.at("book", what="entity", what_sv="Enheten"))
        self._record(Plan((Draft(JournalOpened(entity, entity_kind, organisation_number)),), tuple(faults)))

    @_command
    def open_equity(
        self, year: int, amount: Amount, *, opening_deficits: Iterable[OpeningDeficit] | None = None, decision: Decision
    ) -> EquityNote:
        """Equity at the close of a year (ingående eget kapital), and the deficits still to be restored then (R5).

        The amount is signed kronor. The year, and every earlier one, is closed by it. ``opening_deficits=[]`` says that
        there are none; leaving it out leaves a warning in every statement.
        """
        faults = authority_faults(decision, "open_equity")
        if self._state.stated.opened_year is not None:
            faults.append(EQUITY_OPENED.at(str(year), year=self._state.stated.opened_year))
        drafts = [Draft(EquityOpened(year, to_ore(amount, place="open_equity")), decision)]
        if opening_deficits is not None:
            left = tuple((deficit.year, deficit.ore, deficit.due_year or 0) for deficit in opening_deficits)
            drafts.append(Draft(DeficitsOpened(year, left), decision))
        drafts.append(Draft(PeriodMoved(year, PeriodState.CLOSED.value), decision))
        self._record(Plan(tuple(drafts), tuple(faults)))
        return self.equity_note(year)

    @_command
    def record_result(self, year: int, amount: Amount, *, decision: Decision | None = None) -> EquityNote:
        """A year's result (årets resultat), signed kronor; earlier results join other equity first (R28)."""
        ore = to_ore(amount, place=f"record_result {year}")
        faults = [RESULT_RECORDED.at(str(year), year=year)] if self._state.stated.has_result(year) else []
        drafts = tuple(draft._replace(decision=decision) for draft in result_drafts(self._state, year, ore))
        self._record(Plan(drafts, tuple(faults)))
        return self.equity_note(year)

    @_command
    def adjust_equity(self, year: int, amount: Amount, *, reason: str, decision: Decision) -> EquityNote:
        """An adjustment straight to equity (R17): change of principle or correction of an error; signed kronor."""
        faults = authority_faults(decision, "adjust_equity")
        if not reason.strip():
            faults.append(REASON_MISSING.at(str(year)))
        event = EquityAdjusted(year, decision.date, to_ore(amount, place="adjust_equity"), reason)
        self._record(Plan((Draft(event, decision),), tuple(faults)))
        return self.equity_note(year)

    # Funds

    @_command
    def create_fund(self, name: str, *, policy: Policy, decision: Decision) -> Fund:
        """Make a fund (inrätta en fond) with the policy that it follows; by the council."""
        faults = authority_faults(decision, "create_fund", fund=name)
        if not name.strip():
            faults.append(NAME_EMPTY.at("create_fund", what="fund", what_sv="Fonden"))
        if name in self._state.register.policies:
            faults.append(FUND_EXISTS.at(name, fund=name))
        self._record(Plan((Draft(FundCreated(name, policy_to_values(policy)), decision),), tuple(faults)))
        return self.fund(name)

    @_command
    def delegate(self, fund: str, task: str, *, to: str, decision: Decision) -> None:
        """Record that the council has handed a task, such as ``grant``, to another body (delegation; R27)."""
        faults = authority_faults(decision, "delegate", fund=fund) + fund_faults(self._state.register, fund)
        self._record(Plan((Draft(Delegated(fund, task, to), decision),), tuple(faults)))

    @_command
    def set_aside(
        self, fund: str, amount: Amount, *, decision: Decision, result_year: int | None = None,
        source: str = "surplus", year: int | None = None,
    ) -> Fund:  # fmt: skip
        """Earmark an amount in equity (öronmärka, P1): of a named year's surplus, or of accumulated equity (R13)."""
        ore, faults = positive_ore(amount, "set_aside")
        plan = plan_set_aside(
            self._state.register, fund=fund, ore=ore, source=source, result_year=result_year, year=year,
            surplus=self._surplus(result_year), decision=decision,
        )  # fmt: skip
        event = plan.drafts[0].event
        in_year = event.year if isinstance(event, SetAside) else decision.date.year
        through = max(self._state.stated.years(), default=in_year)
        if not plan.faults:
            faults += room_faults(self._state.balances, ore, year=in_year, through=through)
        self._record(plan, faults)
        return self.fund(fund)

    def _surplus(self, year: int | None) -> Surplus | None:
        if year is None or not self._state.stated.has_result(year):
            return None
        adjusted = None
        if self._state.stated.is_stated(year):
            adjusted = draw_up(self._state, year).year(year).result_after_adjustments_ore
        return Surplus(result_of(self._state.balances, year), adjusted)

    @_command
    def grant(
        self, fund: str, project: str, amount: Amount, *, board: str, financing: str, decision: Decision,
        frames: Mapping[int, Amount] | None = None,
    ) -> Project:  # fmt: skip
        """Grant an amount to a project (bevilja, P2): committed in the fund, added to the board's frames by year.

        Without ``frames`` all of it goes to the decision's year. ``financing`` is what the decision says (KL 11:15).
        """
        ore, faults = positive_ore(amount, "grant")
        by_year: dict[int, int] = {}
        for year, part in (frames or {}).items():
            by_year[year], more = positive_ore(part, f"grant.frames {year}")
            faults += more
        plan = plan_grant(
            self._state.register, self._state.balances, fund=fund, project=project, ore=ore, board=board,
            frames=by_year, financing=financing, decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.project(project)

    @_command
    def use(
        self, fund: str, amount: Amount, *, year: int, decision: Decision, project: str | None = None,
        net_cost: Amount | None = None,
    ) -> Fund:  # fmt: skip
        """Use an earmark (ianspråkta, P4) in a year: at most the project's net cost of that year (R15).

        Without ``project`` directly, where the policy lets it; the amount is then the net cost unless told otherwise.
        """
        ore, faults = positive_ore(amount, "use")
        cost: int | None = None
        if net_cost is not None:
            cost, more = positive_ore(net_cost, "use.net_cost")
            faults += more
        plan = plan_use(
            self._state.register, self._state.balances, fund=fund, project=project, ore=ore, year=year,
            net_cost_ore=cost, decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.fund(fund)

    # Corrections and decisions

    @_command
    def correct(self, seq: int, *, reason: str, decision: Decision | None = None, year: int | None = None) -> Record:
        """Take back a record's entry by a new one that both lead to (rättelse, LKBR 3:7), in its year or another."""
        record = self._read(seq)
        faults = [] if reason.strip() else [REASON_MISSING.at(f"post {seq}")]
        event_date = decision.date if decision else self._recorder.today()
        event = correction_of(record, year=year, event_date=event_date)
        return self._record(Plan((Draft(event, decision, reason),), tuple(faults)))[0]

    def _read(self, seq: int) -> Record:
        if not 1 <= seq <= self.head.seq:
            raise Refused([RECORD_UNKNOWN.at(f"post {seq}", seq=seq, count=self.head.seq)])
        return next(self.records(seq - 1))

    @_command
    def blot_note(self, seq: int, *, decision: Decision) -> None:
        """Blot out the free text beside a record (gallring); its digest stays in the chain."""
        self._read(seq)
        self._record(Plan((Draft(NoteBlotted(seq), decision),)))

    @_command
    def move_decision(self, decision: Decision, state: str) -> None:
        """Record that a decision has been appealed, has become final, or was repealed (R25)."""
        event = DecisionMoved(decision.in_state(DecisionState.DECIDED), DecisionState(state).value)
        self._record(Plan((Draft(event),)))

    # The year-end

    def year_end(self, year: int, figures: YearFigures, *, grounds_decision: Decision | None = None) -> YearEnd:
        """Draw up a year-end (bokslut) and record nothing: statement, note on equity, funds, findings.

        ``grounds_decision`` invokes each fund's use as an exceptional ground, up to the deficit (R2, R3). What the
        figures leave out about earmarks is taken from the book.
        """
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

    @_command
    def _post_year_end(self, year: int, figures: YearFigures, grounds_decision: Decision | None) -> Sequence[Record]:
        proposal = propose(self._state, year, figures, grounds_decision)
        if recorded_already(self._state, proposal):
            raise Refused([YEAR_END_RECORDED.at(str(year), year=year)])
        return self._record(Plan(proposal.drafts))

    @_command
    def start_closing(self, year: int) -> None:
        """From here on only what belongs to the closing of the books is recorded in the year (bokslut påbörjat)."""
        self._record(Plan((Draft(PeriodMoved(year, PeriodState.ADJUSTING.value)),)))

    @_command
    def close_year(self, year: int, *, decision: Decision) -> Checkpoint:
        """Lock a year on the council's approval of the annual report (KL 11:21), and write a checkpoint."""
        faults = authority_faults(decision, "close_year")
        if not self._state.stated.has_result(year):
            faults.append(YEAR_NOT_POSTED.at(str(year), year=year))
        self._record(Plan((Draft(PeriodMoved(year, PeriodState.CLOSED.value), decision),), tuple(faults)))
        head = self.head
        self._record(Plan((Draft(CheckpointWritten(year, head.seq, head.hash.hex()), decision),)))
        return Checkpoint.of(head)
