"""Book (bok): every method takes names and amounts, and gives a frozen snapshot or a refusal with every reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import cast

from sifund_ledger.amounts import Unit
from sifund_ledger.balance.equity.equity import EquityNote
from sifund_ledger.balance.figures.year_figures import OpeningDeficit, YearFigures
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.book.asking import reads
from sifund_ledger.book.command import does
from sifund_ledger.book.fund_verbs import FundVerbs
from sifund_ledger.book.programme_verbs import ProgrammeVerbs
from sifund_ledger.book.reports import FundReports
from sifund_ledger.book.year_events import ProposedEvent, year_events
from sifund_ledger.boundary import checked
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.fields.kinds import KRONOR, YEAR
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.records import Head, Record
from sifund_ledger.money import Amount
from sifund_ledger.year_end.findings import YEAR_END_OUTDATED
from sifund_ledger.year_end.run import YearEnd, draw_up_year_end
from sifund_ledger.year_end.texts.drafting import Section, year_end_texts
from sifund_ledger.year_end.texts.movements import FundsOfYear, movements_in, purposes_of, undecided_in


class Book(FundVerbs, ProgrammeVerbs, FundReports):
    """One municipality's book (bok): its journal, its funds, its years.

    Opened by :func:`~sifund_ledger.open_book`. Every command is recorded at once, all of it or nothing, and raises
    :class:`~sifund_ledger.Refused` with every reason where it cannot be done; within :meth:`batch` several stand or
    fall together, within :meth:`preview` nothing is kept. Amounts are kronor as :func:`~sifund_ledger.sek` takes them;
    a decision may be given as minutes cite it, ``"KF 2014-04-28 § 31"``.
    """

    @does
    def open_entity(self, entity: str, *, entity_kind: str = "municipality", organisation_number: str = "") -> None:
        """The first record: whose book this is. Raises where the book has been opened."""

    @does
    def open_equity(
        self, year: int, amount: Amount, *, decision: Decision | str,
        opening_deficits: Iterable[OpeningDeficit] | None = None, opening_excluded: OpeningExcluded | None = None,
        equalisation_reserve: Amount = 0, result_reserve: Amount = 0,
    ) -> EquityNote:  # fmt: skip
        """Equity at the close of a year (ingående eget kapital), and the deficits still to be restored then (R5).

        The amount is signed kronor. The year, and every earlier one, is closed by it. ``opening_deficits=[]`` says that
        there are none; leaving it out leaves a warning in every statement. ``opening_excluded`` is what earlier years
        have excluded of unrealised gains and losses (R8). ``equalisation_reserve`` (RUR) and ``result_reserve`` (RER)
        are the parts of the amount that are reserved.
        """
        return self.equity_note(year)

    @does
    def record_result(self, year: int, amount: Amount, *, decision: Decision | str | None = None) -> EquityNote:
        """A year's result (årets resultat), signed kronor; earlier results join other equity first (R28).

        A recorded result of zero moves nothing that could be corrected; another one simply takes its place.
        """
        return self.equity_note(year)

    @does
    def adjust_equity(self, year: int, amount: Amount, *, reason: str, decision: Decision | str) -> EquityNote:
        """An adjustment straight to equity (R17): change of principle or correction of an error; signed kronor."""
        return self.equity_note(year)

    @does
    def dissolve_reserve(self, reserve: str, amount: Amount, *, year: int, decision: Decision | str) -> EquityNote:
        """Dissolve a reserve into other equity (upplösa): what is left of RUR at the end of 2033, or before that.

        ``reserve`` is ``equalisation_reserve`` or ``result_reserve``; no result changes by it (SFS 2023:642 p. 3).
        """
        return self.equity_note(year)

    @does
    def correct_balance_result(
        self, of_year: int, amount: Amount, *, year: int, reason: str, decision: Decision | str
    ) -> BalanceRequirementStatement:
        """Correct the balance requirement result of a closed year, in the year it was found wrong (R43).

        The amount is what the result should have been, signed kronor. What is left to restore changes by it in
        ``year``, in a row of its own, with the deadline of ``of_year``; the closed year stays as it was printed.
        """
        return self.statement(year)

    @does
    def correct_reserve(
        self, reserve: str, movement: str, amount: Amount, *, of_year: int, year: int, decision: Decision | str
    ) -> EquityNote:
        """What a closed year allocated to a reserve, or used of it, recorded in a later year (R43); positive kronor.

        ``movement`` is ``allocated`` or ``used``. It stands in ``year`` as a correction of earlier years; where the
        balance requirement result of ``of_year`` changes too, :meth:`correct_balance_result` says so.
        """
        return self.equity_note(year)

    @does
    def compare_equity(
        self, year: int, *, source: str = "annual_report", document: str = "", digest: str = "",
        opening_equity: Amount | None = None, net_result: Amount | None = None, closing_equity: Amount | None = None,
        opening_equalisation_reserve: Amount | None = None, equalisation_reserve: Amount | None = None,
        opening_result_reserve: Amount | None = None, result_reserve: Amount | None = None,
        balance_requirement_result: Amount | None = None, opening_deficits: Amount | None = None,
        deficits_left: Amount | None = None,
        earmarks: Mapping[str, Amount] | None = None, decision: Decision | str | None = None,
    ) -> EquityNote:  # fmt: skip
        """Hold a year against the adopted annual report, or the general ledger (avstämning; R47); kronor.

        ``source`` is ``annual_report`` or ``general_ledger``, ``document`` and ``digest`` its file or report and that
        file's SHA-256. Amounts are of the year's close unless their name says opening; those of reserves, deficits and
        ``earmarks``, by fund, are positive. The close of a report is the opening of the next year, which is held
        against it too: so the opening of a book is held against the report before it. What differs is among
        :attr:`warnings`, and keeps an open year from being closed without a reason. The same again records nothing.
        """
        return self.equity_note(year)

    @does
    def adopt_plan(
        self, year: int, *, due_year: int, measures: str, decision: Decision | str
    ) -> BalanceRequirementStatement:
        """The council's action plan for a year's deficit (åtgärdsplan; KL 11:12): how it is restored, and by when.

        A deficit without one is a warning when its year is closed, and stays with the year until it is there.
        """
        return self.statement(max(self.years))

    @does
    def correct(
        self, seq: int, *, reason: str, decision: Decision | str | None = None, year: int | None = None
    ) -> Record:
        """Take back a record's entry by a new one that both lead to (rättelse, LKBR 3:7), in its year or another."""
        return cast(Record, self._record_numbered(self._state.journal.corrections[seq]))

    @does
    def blot_note(self, seq: int, *, decision: Decision | str) -> None:
        """Blot out the free text beside a record (gallring); its digest stays in the chain."""

    @does
    def move_decision(self, decision: Decision | str, state: str) -> None:
        """Record that a decision has been appealed, has become final, or was repealed (R25)."""

    @does
    def start_closing(self, year: int) -> None:
        """From here on only what belongs to the closing of the books is recorded in the year (bokslut påbörjat)."""

    @does
    def reopen_year(self, year: int, *, decision: Decision | str, reason: str = "") -> None:
        """Open a year again that is being closed or was handed over (återöppna; R25); a closed year never opens."""

    @does
    def close_year(self, year: int, *, decision: Decision | str, reason: str = "", refused: bool = False) -> Checkpoint:
        """Lock a year on the council's decision on the annual report (KL 11:21), and write a checkpoint.

        Years close in order, after their last day, and only where their tables agree. What breaks the law keeps a year
        from being closed, unless the council approved it all the same: then ``reason`` says why, and the breach stays
        with the year as a warning (R43b). ``refused`` says that the council did not approve the report: its year is
        locked all the same, and keeps a warning (R47). Earlier results join other equity first.
        """
        written = self._state.journal.checkpoints[-1]
        return Checkpoint.of(Head(written.at_seq, bytes.fromhex(written.at_hash)))

    @does
    def decide_discharge(self, year: int, *, decision: Decision | str) -> None:
        """The council has decided whether to grant discharge for a year (ansvarsfrihet; KL 5:24).

        A year whose annual report was approved after that does not close without a ``reason`` (KL 11:21). A later
        decision takes the place of the earlier.
        """

    @reads
    def year_end(
        self, year: int, figures: YearFigures, *, grounds_decision: Decision | str | None = None, draft: bool = False
    ) -> YearEnd:
        """Draw up a year-end (bokslut) and record nothing: statement, note on equity, funds, findings.

        ``grounds_decision`` invokes each fund's use as an exceptional ground, up to the deficit (R2, R3). What the
        figures leave out about earmarks is taken from the book. All that posting it would refuse is an error among
        its findings; and nothing is posted that was not printed. Posted again it changes nothing; with other figures
        it corrects what an earlier run has recorded, as long as the year is not closed (R43). With ``draft`` what
        the figures have wrong is among the findings too, and marks the rows, instead of being raised.
        """
        return self._drawn_up(year, figures, cast(Decision | None, grounds_decision), draft=draft)  # read already

    @reads
    def year_events(self, year: int) -> tuple[ProposedEvent, ...]:
        """What the year's own records lead to at its close, as events without decisions: uses of reported costs,
        projects that have ended, renewals, what a rule sets aside.

        Nothing is recorded. Each can be recorded after those before it, once the council has decided; what could not
        is left out.
        """
        with self.preview():
            return tuple(event for event, _ in self._tried_out(year))

    @checked
    def proposed_records(self, year: int, run: YearEnd | None = None) -> tuple[Record, ...]:
        """What a year-end would record and, after it, what the year's own records lead to (föreslagna poster; R25): as
        records that are only tried out, before any council has decided. Nothing is kept."""
        found = list[Record]()
        with self.preview():
            # What the year-end itself would record comes first: a renewal and a rule need the year's result.
            with suppress(Refused), self.batch() as batch:
                found += self._recorder.record(batch, () if run is None else run.drafts)
            for _, records in self._tried_out(year):
                found += records
        return tuple(found)

    @contextmanager
    @checked
    def with_proposals(self, year: int) -> Iterator[None]:
        """Within, the book is as if what the year's own records lead to were decided (R25), for the tie-out with a
        ledger that has booked it as preliminary vouchers. Nothing is kept."""
        with self.preview():
            _ = tuple(self._tried_out(year))
            yield

    def _tried_out(self, year: int) -> Iterator[tuple[ProposedEvent, tuple[Record, ...]]]:
        """Within a preview, each event that the year's records lead to and that could be recorded, and what it would
        record."""
        year = YEAR.read(year, "year", KRONOR)
        approval = Decision("KF", date(year + 1, 4, 30), "–", state=DecisionState.PROPOSED)
        for event in tuple(year_events(self._situation, year)):
            try:
                yield event, self.do_all(self.commands_of({"decision": approval, "event": [event]}))
            except Refused:
                continue

    @checked
    def texts(
        self, run: YearEnd, *, unit: Unit = "kr", templates: Mapping[str, str] | None = None
    ) -> tuple[Section, ...]:
        """Drafts in Swedish for the council and the annual report from a year-end of this book (texter): its own
        amounts, the purposes of funds, what they have moved, and what its records lead to that nobody has decided.

        Raises as :func:`~sifund_ledger.year_end.texts.drafting.year_end_texts`, for ``templates`` of one's own.
        """
        state = self._state
        moved = tuple(movements_in(state, run.year))
        undecided = self.proposed_records(run.year, run)
        funds = FundsOfYear(purposes_of(state), moved, tuple(undecided_in(undecided)))
        return year_end_texts(run, funds=funds, unit=unit, templates=templates)

    def _drawn_up(self, year: int, figures: YearFigures, grounds_decision: Decision | None, *, draft: bool) -> YearEnd:
        def post(printed: YearEnd) -> Sequence[Record]:
            with self.batch() as batch:
                run = self._drawn_up(year, figures, grounds_decision, draft=draft)
                if run.is_recorded:
                    return ()
                outdated = () if run == printed else (YEAR_END_OUTDATED.at(str(year), year=year),)
                return self._recorder.record(batch, run.drafts, [*run.errors, *outdated])

        def close(decision: Decision, reason: str, refused: bool) -> Checkpoint:
            return self.close_year(year, decision=decision, reason=reason, refused=refused)

        return draw_up_year_end(
            self._state, year, figures, grounds_decision, today=self._recorder.today(),
            refused=self._recorder.refused, post=post, close=close, draft=draft,
        )  # fmt: skip
