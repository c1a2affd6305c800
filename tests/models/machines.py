"""A state machine over a book (tillståndsmaskin): drawn commands, an independent model, and the house's invariants.

Subclass :class:`BookMachine` with a store of your own to test it: see :mod:`models`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from models.corrections import assert_corrected
from models.drawn import assert_drawn
from models.indexes import assert_indexed
from models.model import Key, Model
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.book import Book
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused
from sifund_ledger.funds.policy.choices import Recognition
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.ledger.accounts import NET_ASSETS, BookName, earmark
from sifund_ledger.ledger.journal.store import Store, StoredRecord
from sifund_ledger.ledger.records import Head
from sifund_ledger.money import from_ore
from sifund_ledger.store import MemoryStore
from sifund_ledger.testing.faults import FAULT_POINTS, FaultPoint, FaultyStore, InjectedFault
from sifund_ledger.testing.strategies import amounts, decisions, policies, signed_amounts
from sifund_ledger.year_end.book_state import BookState

_FIRST, _LAST = 2011, 2016
_RECORDED: Final = datetime(2019, 6, 30, 12, 0, tzinfo=UTC)
_EQUITY_KINDS: Final = ("equity_opened", "result_recorded", "equity_adjusted")

_YEARS = st.integers(_FIRST, _LAST)
_MOST = 12 * 100_000_000
_ORE = st.one_of(amounts(most_ore=_MOST), amounts(most_ore=_MOST // 12))
_FUNDS = st.sampled_from(["social", "förebyggande"])
_PROJECTS = st.sampled_from(["Navigator", "Navigator", "Ungdom"])
_BOARDS = st.sampled_from(["BUN", "BUN", "SN"])
_STATES = (DecisionState.DECIDED,) * 6 + (DecisionState.PROPOSED,)
_COUNCIL = decisions(bodies=("KF", "KF", "KF", "KF", "KS"), first_year=_FIRST, last_year=_LAST, states=_STATES)
_EITHER = decisions(bodies=("KF", "KS"), first_year=_FIRST, last_year=_LAST, states=_STATES)

_APPROVALS = decisions(bodies=("KF",), first_year=_LAST + 1, last_year=_LAST + 1, states=_STATES)

_LATEST = Decision.parse("KF 2019-04-29 § 12")
_START = Decision.parse("KF 2012-04-23 § 45")
_LIBERAL = Policy(name="drawn", source="drawn", presentation="grounds", use_without_project=True)


def _taken(decision: Decision) -> bool:
    return decision.may_post


def _councils(decision: Decision) -> bool:
    return decision.body == "KF" and _taken(decision)


def _parameters(policy: Policy) -> dict[str, Any]:
    """A policy as the model knows it."""
    return {
        "sources": set(policy.set_aside_sources),
        "above_surplus": policy.set_aside_above_surplus,
        "direct": policy.use_without_project,
        "in_result_year": policy.recognition is Recognition.RESULT_YEAR,
        "layout": policy.presentation,
    }


class BookMachine(RuleBasedStateMachine):
    """Commands on a book, each predicted by :class:`~models.model.Model`; the invariants after each of them.

    It has open_entity, open_equity, record_result, adjust_equity, create_fund, set_aside (from the surplus and from
    earlier ones), delegate, grant, use (of a grant, and without a project), correct (in the same year and in a later
    one), start_closing, reopen_year, close_year and year_end, and besides batches that fail, faults of the store, and
    books that are opened anew.

    It has not: amend_grant, carry_over, change_policy, close_project, dissolve, measure, open_fund, open_project,
    reassign, release, renew, reopen_project, reorganise, repay, report_cost, revise_plan, settle, transfer and waive,
    which :class:`~models.fund_machine.FundMachine` has; move_decision, correct_balance_result, correct_reserve and
    dissolve_reserve, which the machine over tables has; set_aside_by_rule, which is one by hand besides; blot_note,
    change_purpose, adopt_plan, decide_discharge, return_repayment, adopt_programme, reach_stage, join_project,
    declare_application, estimate_cost, implement_project, state_goal, link_goal, set_milestone, calculate_effect,
    sign_contract, assess_outcome,
    compare_equity, state_intention and register_board, which move no amount.

    Override :meth:`make_store` and :meth:`reopen_store` to run it over another store.
    """

    def make_store(self) -> Store:
        """An empty store, for a new run."""
        return MemoryStore()

    def reopen_store(self, store: Store) -> Store:
        """The same journal, as a program that starts anew sees it."""
        return store

    # Plumbing

    def _open(self) -> Book:
        return Book(self.store, actor="ekonomi", clock=lambda: _RECORDED, salt=lambda: bytes(16))

    @initialize(furnished=st.sampled_from([True, True, True, False]), policy=policies())
    def begin(self, furnished: bool, policy: Policy) -> None:
        """A new book: with nothing in it but whose it is, or with equity, results and funds to go on from."""
        self.store = FaultyStore(self.make_store())
        self.book = self._open()
        self.book.open_entity("Modellkommunen")
        self.model = Model()
        self.kept: list[StoredRecord] = []
        self.closed_balances: dict[int, dict[Key, int]] = {}
        if furnished:
            self.open_equity(2010, 40 * _MOST, _START)
            for fund, follows in (("social", _LIBERAL), ("förebyggande", policy)):
                self.create_fund(fund, follows, _START)
            for year, ore in ((2011, 2 * _MOST), (2012, _MOST), (2013, -_MOST)):
                self.record_result(year, ore)
            self.set_aside("social", _MOST, "surplus", 2011, _START)
            self.grant("social", "Navigator", _MOST // 3, "BUN", _START)

    def teardown(self) -> None:
        """Let go of the store."""
        if hasattr(self, "store"):
            self.store.close()

    def _observed(self, at: int | None = None) -> dict[Key, int]:
        """The book's balances, under the model's keys."""
        balances = self.book._state.balances
        sums = {account: balances.balance(account, at=at) for account in balances.accounts()}
        return {(account.code, *(part for part in account[2:] if part)): ore for account, ore in sums.items() if ore}

    def _before(self) -> tuple[Head, dict[Key, int], int]:
        return self.book.head, self._observed(), len(self.book.warnings)

    def _attempt(self, accepted: bool, command: Callable[[], object]) -> None:
        """Run a command that the model has accepted or refused; a refusal gives reasons and leaves all as it was."""
        before = self._before()
        refusal: Refused | None = None
        try:
            command()
        except Refused as raised:
            refusal = raised
        assert accepted is (refusal is None), f"the model says otherwise; refused: {refusal}"
        if refusal is not None:
            assert refusal.findings
            assert all(finding.code and finding.message and finding.place for finding in refusal.findings)
            assert self._before() == before

    def _has_fund(self) -> bool:
        return bool(self.model.funds)

    def _may_need_fund(self) -> bool:
        return len(self.model.funds) < 2

    def _has_grant(self) -> bool:
        return bool(self.model.live("granted"))

    def _has_result(self) -> bool:
        return bool(self.model.results)

    def _has_movement(self) -> bool:
        return any(self.model.records)

    # Equity

    @precondition(lambda self: self.model.opened is None)
    @rule(year=st.integers(2010, 2012), ore=signed_amounts(most_ore=40 * _MOST), decision=_COUNCIL)
    def open_equity(self, year: int, ore: int, decision: Decision) -> None:
        """Equity at the close of a year, which closes it."""
        accepted = self.model.open_equity(year, ore, sound=_taken(decision))
        self._attempt(
            accepted,
            lambda: self.book.open_equity(year, from_ore(ore), opening_deficits=[], decision=decision),
        )

    @rule(year=_YEARS, ore=signed_amounts(most_ore=_MOST))
    def record_result(self, year: int, ore: int) -> None:
        """A result: of either sign, or zero; the first, or one that is there already."""
        self._attempt(self.model.record_result(year, ore), lambda: self.book.record_result(year, from_ore(ore)))

    @rule(year=_YEARS, ore=signed_amounts(most_ore=_MOST), decision=_COUNCIL)
    def adjust_equity(self, year: int, ore: int, decision: Decision) -> None:
        """An adjustment straight to equity."""
        accepted = self.model.adjust_equity(year, ore, sound=_taken(decision))
        self._attempt(
            accepted,
            lambda: self.book.adjust_equity(year, from_ore(ore), reason="Ändrad princip", decision=decision),
        )

    # Funds

    @precondition(_may_need_fund)
    @rule(fund=_FUNDS, policy=policies(), decision=_COUNCIL)
    def create_fund(self, fund: str, policy: Policy, decision: Decision) -> None:
        """A fund with a drawn policy, by the council or the executive board."""
        accepted = self.model.create_fund(fund, _parameters(policy), sound=_taken(decision))
        self._attempt(accepted, lambda: self.book.create_fund(fund, policy=policy, decision=decision))

    @precondition(_has_fund)
    @rule(fund=_FUNDS, ore=_ORE, source=st.sampled_from(["surplus", "accumulated_equity"]),
          year=st.just(2012) | _YEARS, decision=_COUNCIL)  # fmt: skip
    def set_aside(self, fund: str, ore: int, source: str, year: int, decision: Decision) -> None:
        """A set-aside from either source."""
        accepted = self.model.set_aside(
            fund, ore, source=source, result_year=year, decided=decision.date.year, sound=_councils(decision)
        )
        self._attempt(
            accepted,
            lambda: self.book.set_aside(fund, from_ore(ore), source=source, result_year=year, decision=decision),
        )

    @precondition(_has_fund)
    @rule(fund=_FUNDS, decision=_COUNCIL)
    def delegate(self, fund: str, decision: Decision) -> None:
        """Grants, to the executive board."""
        accepted = self.model.delegate(fund, "KS", decision.date, sound=_councils(decision))
        self._attempt(accepted, lambda: self.book.delegate(fund, "grant", to="KS", decision=decision))

    @precondition(_has_fund)
    @rule(fund=_FUNDS, project=_PROJECTS, ore=_ORE, board=_BOARDS, decision=_EITHER)
    def grant(self, fund: str, project: str, ore: int, board: str, decision: Decision) -> None:
        """A grant, by the council or by the executive board."""
        accepted = self.model.grant(
            fund, project, ore, board=board, body=decision.body, day=decision.date, sound=_taken(decision)
        )
        self._attempt(
            accepted,
            lambda: self.book.grant(
                fund, project, from_ore(ore), board=board, financing="ur fonden", decision=decision
            ),
        )

    @precondition(_has_grant)
    @rule(fund=_FUNDS, project=_PROJECTS, ore=_ORE, more=st.integers(-1, 2), year=_YEARS, decision=_EITHER)
    def use_grant(self, fund: str, project: str, ore: int, more: int, year: int, decision: Decision) -> None:
        """A use of a project's grant, at, below or above its net cost of the year."""
        cost = max(1, self.model.used(fund, year, project) + ore + more)
        sound = _taken(decision) and self.model.may_use(fund, project, decision.body, decision.date)
        accepted = self.model.use(fund, ore, year=year, cost=cost, project=project, sound=sound)
        self._attempt(
            accepted,
            lambda: self.book.use(
                fund, from_ore(ore), year=year, project=project, net_cost=from_ore(cost), decision=decision
            ),
        )

    @precondition(_has_fund)
    @rule(fund=_FUNDS, ore=_ORE, year=_YEARS, decision=_COUNCIL)
    def use_directly(self, fund: str, ore: int, year: int, decision: Decision) -> None:
        """A use without a project."""
        accepted = self.model.use(fund, ore, year=year, cost=ore, sound=_councils(decision))
        self._attempt(accepted, lambda: self.book.use(fund, from_ore(ore), year=year, decision=decision))

    # Corrections and years

    @precondition(_has_movement)
    @rule(data=st.data(), year=st.none() | _YEARS)
    def correct(self, data: st.DataObject, year: int | None) -> None:
        """A correction of any record, and of one that is not there."""
        moved = [seq for seq, move in enumerate(self.model.records, 1) if move]
        seq = data.draw(st.sampled_from(moved) | st.integers(0, len(self.model.records) + 1))
        accepted = self.model.correct(seq, year)
        self._attempt(accepted, lambda: self.book.correct(seq, year=year, reason="Fel belopp", decision=_LATEST))

    @rule(year=_YEARS)
    def start_closing(self, year: int) -> None:
        """A year that begins to be closed."""
        self._attempt(self.model.start_closing(year), lambda: self.book.start_closing(year))

    @precondition(lambda self: self.model.adjusting)
    @rule(data=st.data(), decision=_EITHER)
    def reopen_year(self, data: st.DataObject, decision: Decision) -> None:
        """A year that was handed over opens again; no other does."""
        year = data.draw(st.sampled_from(sorted(self.model.adjusting)) | _YEARS)
        accepted = self.model.reopen_year(year, taken=_taken(decision))
        self._attempt(accepted, lambda: self.book.reopen_year(year, decision=decision))

    @precondition(_has_result)
    @rule(year=_YEARS, decision=_COUNCIL | _APPROVALS)
    def close_year(self, year: int, decision: Decision) -> None:
        """A year locked, with its checkpoint."""
        accepted = self.model.close_year(year, day=decision.date, sound=_councils(decision))
        self._attempt(accepted, lambda: self.book.close_year(year, decision=decision))

    @rule(year=_YEARS, ore=signed_amounts(most_ore=_MOST), gains=st.just(0) | _ORE, decision=st.none() | _COUNCIL)
    def post_year_end(self, year: int, ore: int, gains: int, decision: Decision | None) -> None:
        """A year-end drawn up and posted: with the recorded result or another, with grounds or without."""
        gains = gains if year >= 2013 else 0
        ore = self.model.results.get(year, ore) if gains % 2 == 0 else ore
        before = self.book.head
        run: list[Any] = []
        accepted = self.model.post_year_end(year, ore, gains, decision=decision)

        def post() -> None:
            figures = YearFigures(net_result=from_ore(ore), realised_gains=from_ore(gains))
            run.append(self.book.year_end(year, figures, grounds_decision=decision))
            assert self.book.head == before
            assert str(run[0])
            run[0].post()

        self._attempt(accepted, post)
        if accepted:
            assert tuple(record.event for record in self.book.records(before.seq)) == tuple(
                draft.event for draft in run[0].drafts
            )

    # Failures

    @rule(year=_YEARS, ore=_ORE, how=st.sampled_from(("refusal", "caller", *FAULT_POINTS)), decision=_COUNCIL)
    def batch_that_fails(self, year: int, ore: int, how: FaultPoint | str, decision: Decision) -> None:
        """A batch that is broken off halfway: by a refusal, by its caller, by the store at one of its fault points."""
        kept = how == "acknowledge"
        trial = self.model.copy()
        if not trial.adjust_equity(year, ore, sound=_taken(decision)):
            return
        before = self._before()
        try:
            with self.book.batch():
                self.book.adjust_equity(year, from_ore(ore), reason="I satsen", decision=decision)
                if how == "refusal":
                    self.book.correct(0, reason="Finns inte")
                if how == "caller":
                    raise KeyError(how)
                if how in FAULT_POINTS:
                    self.store.fail(how)
        except (Refused, KeyError, InjectedFault):
            assert kept or self._before() == before
        else:
            raise AssertionError("the batch should have failed")
        if kept:
            self.model = trial  # the store has kept it, and a look at the book finds it

    @rule()
    def reopen(self) -> None:
        """The book let go of, and read from its store again."""
        head, observed = self.book.head, self._observed()
        self.store = FaultyStore(self.reopen_store(self.store.inner))
        self.book = self._open()
        assert (self.book.head, self._observed()) == (head, observed)

    # Invariants, by their number in the plan of the house

    @invariant()
    def agrees_with_the_model(self) -> None:
        """Balances, number of records, and what the snapshots show."""
        assert self._observed() == self.model.balances()
        assert self.book.head.seq == len(self.model.records)
        for name in self.book.funds:
            fund = self.book.fund(name)
            assert fund.available_ore == -self.model.balance(("fund_available", name))
            assert fund.available_ore + fund.committed_ore == fund.balance.amount * 100

    @invariant()
    def every_book_sums_to_zero(self) -> None:
        """Invariant 1."""
        balances = self.book._state.balances
        assert [balances.total(name) for name in (*BookName, None)] == [0] * (len(BookName) + 1)

    @invariant()
    def what_is_kept_is_the_sum_over_the_records(self) -> None:
        """Balances by year and kind, accounts of funds, frames, entitlements, statements; after every command."""
        assert_indexed(self.book._state)
        assert_drawn(self.book._state)

    @invariant()
    def what_was_stored_stays(self) -> None:
        """Invariant 2."""
        rows = list(self.store.scan())
        assert rows[: len(self.kept)] == self.kept
        self.kept = rows

    @invariant()
    def equity_changes_through_results_and_adjustments_alone(self) -> None:
        """Invariant 3, in the ledger and in the note of every year."""
        balances, account = self.book._state.balances, earmark(NET_ASSETS)
        for year in range(2010, _LAST + 2):
            moved = sum(balances.movement(account, kind, year=year) for kind in _EQUITY_KINDS)
            moved += balances.corrected(account, year)
            assert balances.balance(account, at=year) - balances.balance(account, at=year - 1) == moved
            note = self.book.equity_note(year)
            assert note.closing_ore == self.model.equity(year)
            if year != self.model.opened:
                assert note.adjusted_opening_ore + note.result_ore == note.closing_ore
            assert sum(ore for _, ore in note.earmarks) == self.model.earmarked(year)

    @invariant()
    def funds_are_never_below_zero_and_roll_forward(self) -> None:
        """Invariant 4."""
        for name in self.book.funds:
            fund = self.book.fund(name)
            assert fund.available_ore >= 0
            assert fund.committed_ore >= 0
            account = fund.account()
            for year in (*account.years, *([account.total] if account.total else [])):
                assert year.available_ore >= 0
                assert year.committed_ore >= 0
                assert year.opening_ore + year.set_aside_ore - year.used_ore + year.corrected_ore == year.closing_ore
                assert year.available_ore + year.committed_ore == year.closing_ore

    @invariant()
    def closed_years_stay_as_they_were(self) -> None:
        """Invariant 11."""
        for year, balances in self.closed_balances.items():
            assert self._observed(at=year) == balances
        if self.model.closed:
            self.closed_balances.setdefault(self.model.closed, self._observed(at=self.model.closed))

    @invariant()
    def every_fold_gives_the_same(self) -> None:
        """Invariant 15: the book's state, a fold of its records from the start, and the store's own sums."""
        fold = BookState()
        for record in self.book.records():
            fold.evolve(record)
        stored = self.store.balances()
        assert fold.balances.as_dict() == stored
        assert self.book._state.balances.as_dict() == stored

    @invariant()
    def a_correction_in_its_year_leaves_nothing(self) -> None:
        """What decisions rest on is as if neither the correction nor what it takes back had been recorded."""
        assert_corrected([*self.book.records()])
