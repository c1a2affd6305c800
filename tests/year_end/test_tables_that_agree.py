"""Books drawn at random, corrected and closed: every table of every year prints and agrees with the others (R43b).

The machine has these commands: set_aside, use (directly; of the year, and of a closed one), year_end with post
(reserves used and allocated, grounds), record_result, adjust_equity, dissolve_reserve, correct (in the same year and
in later ones), correct_balance_result, correct_reserve, close_year, move_decision. It has none on projects, claims,
boards and sub-funds: ``tests/funds`` has a machine for them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from models.drawn import assert_adds_up
from models.running import UNTIMED
from models.said import assert_says_what_it_has

from sifund_ledger import Decision, Policy, Refused, YearFigures, open_book, sek
from sifund_ledger.findings import Severity
from sifund_ledger.funds.tables.account import fund_account
from sifund_ledger.year_end.run import disagreements

_OPENED, _LAST = 2014, 2018
_AHEAD = st.sampled_from([0, 0, 0, 1, 2])
"""How many years after the first that is open."""
_KRONOR = st.integers(1, 40)
_POLICY = Policy(
    name="egen", source="KF 2014-05-21 § 60", presentation="grounds", use_without_project=True,
    set_aside_sources=("surplus", "accumulated_equity"),
)  # fmt: skip


def _decided(year: int, paragraph: int) -> Decision:
    return Decision("KF", date(year + 1, 4, 28), str(paragraph))


class TablesThatAgree(RuleBasedStateMachine):
    """Commands on a small book; after each of them every year prints, its tables agree, and closed years stay.

    It has set_aside, use (of a closed year too), correct, correct_reserve, correct_balance_result, record_result,
    adjust_equity, dissolve_reserve, move_decision (a repeal and its undoing), year_end and close_year, and begins with
    open_entity, open_equity and create_fund.

    It has not: amend_grant, carry_over, change_policy, close_project, dissolve, grant, measure, open_fund,
    open_project, reassign, release, renew, reopen_project, reorganise, repay, report_cost, revise_plan, settle,
    transfer and waive, which the machine over funds has; start_closing and reopen_year, which the machine over
    books has; set_aside_by_rule, which is one by hand besides; blot_note, change_purpose, adopt_plan,
    decide_discharge, compare_equity, delegate, register_board and state_intention, which move no amount;
    return_repayment, adopt_programme, assess_outcome, calculate_effect, declare_application, estimate_cost,
    implement_project, join_project, link_goal, reach_stage, set_milestone, sign_contract and state_goal, which the
    machine over programmes has.
    """

    @initialize(reserve=st.integers(0, 60), history=st.sampled_from([True, True, True, False]))
    def begin(self, reserve: int, history: bool) -> None:
        self.book = open_book(create="Modellkommunen", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, tzinfo=UTC))
        opened = _decided(_OPENED, 1)
        self.book.open_equity(
            _OPENED, sek(300), opening_deficits=[], decision=opened, equalisation_reserve=sek(reserve)
        )
        self.book.create_fund("social", policy=_POLICY, decision=opened)
        self.printed: dict[int, tuple[str, str, str]] = {}
        self.paragraph = 10
        self.unhelpful: list[str] = []
        if history:
            self._history()

    def _history(self) -> None:
        """A surplus of which part is set aside, then a loss in which it is used, with a ground and a reserve's use."""
        self.book.year_end(2015, YearFigures(net_result=sek(80))).post()
        self.book.set_aside("social", sek(40), result_year=2015, decision=self._new(2015))
        self.book.use("social", sek(8), year=2016, decision=self._new(2016))
        held = self.book.equity_note(2015).equalisation_reserve_ore // 100
        figures = YearFigures(net_result=sek(-20), reserve_used=sek(min(5, held)), reserve_decision=self._new(2016))
        self.book.year_end(2016, figures, grounds_decision=self._new(2016)).post()

    def _new(self, year: int) -> Decision:
        self.paragraph += 1
        return _decided(year, self.paragraph)

    @property
    def _state(self):
        return self.book._state

    @property
    def _closed(self) -> int:
        return self._state.closed_through or 0

    def _try(self, command: Callable[[], object]) -> bool:
        """Do a command; a refusal names a remedy for every reason."""
        try:
            command()
        except Refused as refusal:
            self.unhelpful += [finding.code for finding in refusal.findings if not finding.remedy]
            return False
        return True

    @rule(kronor=_KRONOR, ahead=_AHEAD, source=st.sampled_from(["surplus", "accumulated_equity"]))
    def set_aside(self, kronor: int, ahead: int, source: str) -> None:
        year = self._closed + 1 + ahead
        decision = self._new(year)
        self._try(
            lambda: self.book.set_aside("social", sek(kronor), result_year=year, source=source, decision=decision)
        )

    @rule(kronor=_KRONOR, ahead=_AHEAD)
    def use(self, kronor: int, ahead: int) -> None:
        year = self._closed + 1 + ahead
        decision = self._new(year)
        self._try(lambda: self.book.use("social", sek(kronor), year=year, decision=decision))

    @precondition(lambda self: self.printed)
    @rule(kronor=_KRONOR, back=st.integers(0, 2), ahead=_AHEAD)
    def use_of_closed_year(self, kronor: int, back: int, ahead: int) -> None:
        year, of_year = self._closed + 1 + ahead, self._closed - back
        decision = self._new(year)
        self._try(lambda: self.book.use("social", sek(kronor), year=year, of_year=of_year, decision=decision))

    @precondition(lambda self: self.printed)
    @rule(kronor=_KRONOR, back=st.integers(0, 2), ahead=_AHEAD, movement=st.sampled_from(["allocated", "used"]))
    def correct_reserve(self, kronor: int, back: int, ahead: int, movement: str) -> None:
        year, of_year = self._closed + 1 + ahead, self._closed - back
        decision = self._new(year)
        self._try(
            lambda: self.book.correct_reserve(
                "equalisation_reserve", movement, sek(kronor), of_year=of_year, year=year, decision=decision
            )
        )

    @rule(kronor=st.integers(-40, 60), ahead=_AHEAD)
    def record_result(self, kronor: int, ahead: int) -> None:
        year = self._closed + 1 + ahead
        self._try(lambda: self.book.record_result(year, sek(kronor)))

    @rule(kronor=st.integers(-40, 40).filter(bool), ahead=_AHEAD)
    def adjust(self, kronor: int, ahead: int) -> None:
        year = self._closed + 1 + ahead
        decision = self._new(year)
        self._try(lambda: self.book.adjust_equity(year, sek(kronor), reason="Ändrad princip", decision=decision))

    @rule(kronor=_KRONOR, ahead=_AHEAD)
    def dissolve_reserve(self, kronor: int, ahead: int) -> None:
        year = self._closed + 1 + ahead
        decision = self._new(year)
        self._try(lambda: self.book.dissolve_reserve("equalisation_reserve", sek(kronor), year=year, decision=decision))

    @rule(kronor=st.integers(-40, 60), ahead=_AHEAD, used=st.integers(0, 20), allocated=st.integers(0, 20),
          gains=st.integers(0, 5), grounds=st.booleans())  # fmt: skip
    def post_year_end(self, kronor: int, ahead: int, used: int, allocated: int, gains: int, grounds: bool) -> None:
        year = self._closed + 1 + ahead
        if self._state.stated.has_result(year):
            kronor = self.book.equity_note(year).result_ore // 100
        reserves = {"reserve_used": sek(used)} if kronor < 0 else {"reserve_allocated": sek(allocated)}
        figures = YearFigures(
            net_result=sek(kronor), realised_gains=sek(gains), taxes_and_grants=sek(100),
            reserve_decision=self._new(year), **reserves,
        )  # fmt: skip
        decision = self._new(year) if grounds else None

        def post() -> None:
            run = self.book.year_end(year, figures, grounds_decision=decision)
            if run.errors:
                assert not self._try(run.post)
                return
            run.post()
            # What was printed is what stands there.
            assert run.equity_note == self.book.equity_note(year)
            assert run.statement.year(year).to_restore_ore == self.book.statement(year).year(year).to_restore_ore

        self._try(post)

    @rule(data=st.data(), ahead=_AHEAD)
    def correct(self, data: st.DataObject, ahead: int) -> None:
        year = self._closed + 1 + ahead
        moved = [record.seq for record in self.book.records() if record.entry]
        seq = data.draw(st.sampled_from(moved))
        decision = self._new(year)
        self._try(lambda: self.book.correct(seq, reason="Fel belopp", year=year, decision=decision))

    @precondition(lambda self: self.printed)
    @rule(kronor=st.integers(-60, 20), back=st.integers(0, 2), ahead=_AHEAD)
    def correct_balance_result(self, kronor: int, back: int, ahead: int) -> None:
        year, of_year = self._closed + 1 + ahead, self._closed - back
        decision = self._new(year)
        self._try(
            lambda: self.book.correct_balance_result(
                of_year, sek(kronor), year=year, reason="En kostnad saknades", decision=decision
            )
        )

    @rule(data=st.data(), state=st.sampled_from(["appealed", "repealed", "repealed", "final"]), grounds=st.booleans())
    def move_decision(self, data: st.DataObject, state: str, grounds: bool) -> None:
        """Of a ground, or any decision that there is: of the opening, the fund, a set-aside, an approval."""
        records = [record for record in self.book.records() if record.decision is not None]
        invoked = [record for record in records if record.event.kind == "ground_invoked"]
        decision = data.draw(st.sampled_from(invoked if grounds and invoked else records)).decision
        self._try(lambda: self.book.move_decision(decision, state))

    def _correct_or_stand(self, seq: int, year: int) -> None:
        decision = self._new(year)
        if not self._try(lambda: self.book.correct(seq, reason="Upphävt", year=year, decision=decision)):
            about = next(record.decision for record in self.book.records() if record.seq == seq)
            self.book.move_decision(about, "final")

    def _do_what_is_named(self, refusal: Refused, year: int) -> None:
        """What the refusal of a closing names as remedies: correct what a repealed decision carried, or record that
        the repeal was set aside; post the year."""
        repealed = [each for each in refusal.findings if each.code == "REPEALED_NOT_CORRECTED"]
        for seq in sorted((int(each.place.removeprefix("post ")) for each in repealed), reverse=True):
            self._correct_or_stand(seq, year)
        if not self._state.stated.has_result(year):
            assert self._try(lambda: self.book.record_result(year, sek(1)))

    @rule()
    def close_next(self) -> None:
        """The next year closes; or it is told why not, and what is named as the remedy lets it close."""
        year = self._closed + 1
        if year > _LAST:
            return
        decision = self._new(_LAST)
        try:
            self.book.close_year(year, decision=decision)
        except Refused as refusal:
            self._do_what_is_named(refusal, year)
            self.book.close_year(year, decision=decision, reason="Fullmäktige godkänner ändå årsredovisningen")
        self.printed[year] = self._pages(year)

    def _pages(self, year: int) -> tuple[str, str, str]:
        account = fund_account(self._state.register, self._state.balances, "social", through=year)
        statement = self.book.statement(year).only(year)
        assert statement.text("en")
        assert statement.deficit_roll(year).text()
        assert str(statement.explain("to_restore"))
        return statement.text(), self.book.equity_note(year).text(), account.text()

    @invariant()
    def every_year_prints_and_its_tables_agree(self) -> None:
        state = self._state
        for year in range(_OPENED + 1, _LAST + 1):
            if not state.stated.has_result(year):
                continue
            assert all(self._pages(year))
            assert disagreements(state, year) == []
            statement = self.book.statement(year)
            for column in (*statement.years, *statement.restated):
                assert_adds_up(column)
            of = statement.year(year)
            assert all(found.severity is not Severity.ERROR for found in of.findings)
            account = fund_account(state.register, state.balances, "social", through=year)
            (own,) = [each for each in account.years if each.first_year == year] or [None]
            moved = (own.set_aside_ore + own.renewed_ore, own.used_ore) if own else (0, 0)
            stated = tuple(of.figures.ore(key) for key in ("earmark_set_aside", "earmark_used"))
            assert stated == tuple(max(0, ore) for ore in moved)
            note = self.book.equity_note(year)
            assert sum(ore for _, ore in note.earmarks) == (own.closing_ore if own else 0)
            assert sum(part.ore for deficit in of.deficits for part in deficit.parts) == of.to_restore_ore

    @invariant()
    def every_refusal_names_a_remedy(self) -> None:
        assert self.unhelpful == []

    @invariant()
    def closed_years_print_the_same_for_ever(self) -> None:
        for year, pages in self.printed.items():
            assert self._pages(year) == pages

    @invariant()
    def the_next_year_can_be_drawn_up(self) -> None:
        """No accepted command makes a later year-end impossible."""
        for year in range(self._closed + 1, _LAST + 1):
            if year > _OPENED and not self._state.stated.has_result(year):
                assert str(self.book.year_end(year, YearFigures(net_result=sek(1))))
                return


_FAST = settings(UNTIMED, max_examples=5, stateful_step_count=20)


def test_it_says_which_commands_it_has():
    assert_says_what_it_has(TablesThatAgree)


class TestTables(TablesThatAgree.TestCase):
    settings = _FAST


@pytest.mark.slow
class TestTablesLong(TablesThatAgree.TestCase):
    settings = settings(_FAST, max_examples=100)
