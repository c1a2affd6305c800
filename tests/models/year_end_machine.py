"""A state machine over year-ends (bokslut): run, change by a krona, run again, post, close, correct later, open again.

What is drawn is within what the model says there is, and is accepted; what a closed year would be asked is refused.
After each step the records of each kind sum to the model's, and closed years print what they printed when they closed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from models.audited import assert_sound
from models.year_end_model import FUNDS, OPENED, OPENING_ORE, Move, Stated, YearEndModel
from sifund_ledger import Book, Decision, Policy, Refused, YearEnd, YearFigures
from sifund_ledger.book.log import postings_table, proposed_table
from sifund_ledger.exchange.tables import tables_to_json
from sifund_ledger.ledger.accounts import EQUALISATION_RESERVE, NET_ASSETS
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record
from sifund_ledger.money import from_ore
from sifund_ledger.store import MemoryStore
from sifund_ledger.table import Table

Line = tuple[str, str | None, str | None]
"""A posting as it is printed: account, debit, credit."""

LAST = 2017
CLOCK = datetime(2019, 6, 30, 12, 0, tzinfo=UTC)
MKR = 100_000_000
POLICY = Policy(
    name="Riktlinje", source="KF 2013-04-29 § 45", presentation="grounds", use_without_project=True,
    set_aside_sources=("surplus", "accumulated_equity"),
)  # fmt: skip
LATER = Policy(
    name="Annan riktlinje", source="KF 2013-04-29 § 46", presentation="grounds", use_without_project=True,
    set_aside_sources=("surplus", "accumulated_equity"), recognition="decision_year",
)  # fmt: skip
RESULTS = st.integers(-20, 40).map(lambda mkr: mkr * MKR)
PARTS = st.sampled_from([1, 1, 2, 3])
"""What of what there is is taken: all of it, a half, a third."""
KRONA = st.sampled_from([-100, 100])


def council(year: int, number: int) -> Decision:
    """A decision of the council's in the spring after a year."""
    return Decision.parse(f"KF {year + 1}-04-28 § {number}")


class YearEndMachine(RuleBasedStateMachine):
    """Override :meth:`open_book`, :meth:`post` and :meth:`again` for a book elsewhere, and another way of posting.

    It has open_entity, open_equity, create_fund, set_aside, use, correct, correct_balance_result, year_end,
    start_closing, reopen_year, close_year.

    It has not: adjust_equity, amend_grant, blot_note, carry_over, change_policy, change_purpose, close_project,
    adopt_plan, decide_discharge,
    compare_equity, correct_reserve, delegate, dissolve, dissolve_reserve, grant, measure, move_decision, open_fund,
    open_project, reassign, record_result, register_board, release, renew, reopen_project, reorganise, repay,
    report_cost, revise_plan, set_aside_by_rule, settle, state_intention, transfer, waive; the machines over books and
    over funds have these;
    return_repayment, adopt_programme, assess_outcome, calculate_effect, declare_application, estimate_cost,
    implement_project, join_project, link_goal, reach_stage, set_milestone, sign_contract, state_goal, which the
    machine over programmes has.
    """

    excused: tuple[str, ...] = ()
    """What an audit may find against the ledger that the book fits, since it knows another."""

    def open_book(self) -> Book:
        """An empty book."""
        return Book(MemoryStore(), actor="ekonomi", clock=lambda: CLOCK, salt=lambda: bytes(16))

    def post(self, run: YearEnd, figures: YearFigures, grounds: Decision | None) -> list[Line]:
        """Record what is drawn up; gives the lines that were printed before."""
        before = self.book.head.seq
        run.post()
        made = [(each.event, each.decision) for each in self.book.records(before)]
        assert made == [(each.event, each.decision) for each in run.drafts]
        return lines_of(proposed_table(run.drafts))

    def again(self, year: int, figures: YearFigures, grounds: Decision | None) -> YearEnd:
        """Record the same inputs once more; gives the year-end drawn up from them."""
        run = self.book.year_end(year, figures, grounds_decision=grounds)
        assert run.is_recorded
        assert tuple(run.post()) == ()
        return run

    @initialize(come=st.integers(0, 3))
    def begin(self, come: int) -> None:
        """Equity, and two funds: one books in the year of the result, the other in the year of the decision. Perhaps a
        surplus that is set aside of, a loss by what is used of it, and a closed year."""
        self.book = self.open_book()
        self.model = YearEndModel()
        self.printed: dict[int, tuple[Any, ...]] = {}
        self.last: dict[int, tuple[YearFigures, Decision | None]] = {}
        self.sums: Counter[tuple[str, ...]] = Counter()
        self.read = 0
        self.lowered: list[tuple[int, int, int]] = []
        self.book.open_entity("Modellkommunen")
        self.book.open_equity(OPENED, from_ore(OPENING_ORE), opening_deficits=[], decision=council(OPENED, 1))
        for fund, policy in zip(FUNDS, (POLICY, LATER), strict=True):
            self.book.create_fund(fund, policy=policy, decision=council(OPENED, 2))
        if come:
            self.run_and_post(ahead=0, result=30 * MKR, gains=0, reserve=come == 3, ground=False)
            for fund in FUNDS:
                self.set_aside_of_a_result(fund=fund, back=0, part=3)
        if come > 1:
            self.use(fund=FUNDS[0], ahead=1, part=2)
            self.run_and_post(ahead=1, result=-9 * MKR, gains=0, reserve=False, ground=True)
            self.close()

    def teardown(self) -> None:
        """An audit finds no error in the book; let go of it."""
        if hasattr(self, "book"):
            assert_sound(self.book, *self.excused)
            self.book.close()

    @contextmanager
    def refused(self) -> Iterator[None]:
        """What is refused has a reason, and leaves the book as it was."""
        before = self.book.head
        with pytest.raises(Refused) as caught:
            yield
        assert all(each.code and each.message for each in caught.value.findings)
        assert self.book.head == before

    def _open_years(self) -> bool:
        return self.model.closed < LAST

    def _any_stated(self) -> bool:
        return bool(self.model.stated) and self._open_years()

    def _year(self, ahead: int, *, more: int = 0) -> int:
        """An open year: the first, or one behind it, through the one after the last that has a result."""
        first = self.model.closed + 1
        return min(first + ahead, max(first, self.model.posted + more), LAST)

    # The year-end

    @precondition(_open_years)
    @rule(ahead=st.integers(0, 2), result=RESULTS, gains=st.sampled_from([0, 0, 1, 5]), reserve=st.booleans(),
          ground=st.booleans())  # fmt: skip
    def run_and_post(self, ahead: int, result: int, gains: int, reserve: bool, ground: bool) -> None:
        """A year-end of the next year, or once more of one that has been run; all figures may be others."""
        year = self._year(ahead, more=1)
        self._run(year, result, gains * MKR, reserve=reserve, grounds=council(year, 32) if ground else None)

    @precondition(_any_stated)
    @rule(ahead=st.integers(0, 2), by=KRONA)
    def change_by_a_krona(self, ahead: int, by: int) -> None:
        """The same figures once more, but for one krona of the result."""
        year = self._year(ahead)
        if year in self.model.stated:
            of = self.model.stated[year]
            self._run(year, of.result + by, of.gains, reserve=bool(of.reserved), grounds=self.last[year][1])

    def _run(self, year: int, result: int, gains: int, *, reserve: bool, grounds: Decision | None) -> None:
        reserved = max(0, (result - gains - MKR) // 3) if reserve else 0
        figures = self.figures(year, result, gains, reserved)
        before = self.book.head
        run = self.book.year_end(year, figures, grounds_decision=grounds)
        assert self.book.head == before, "drawn up, and recorded"
        assert run.errors == (), run.errors
        found = self.model.grounds(year, result, gains) if grounds else {}
        same = self.model.stated.get(year)
        self.model.stated[year] = Stated(result, gains, reserved, found, self.model.used(year))
        self._is_as_the_model(run, year)
        printed = self.post(run, figures, grounds)
        records = [*self.book.records(before.seq)]
        assert printed == lines_of(postings_table(records)), "what is printed is not what is posted"
        assert records or same
        self.last[year] = figures, grounds
        head = self.book.head
        again = self.again(year, figures, grounds)
        assert self.book.head == head, "the same inputs are recorded twice"
        assert [str(each) for each in again.tables()] == [str(each) for each in run.tables()]
        assert self.book.equity_note(year) == run.equity_note
        assert self.book.statement(year).year(year).lines == run.statement.year(year).lines

    def figures(self, year: int, result: int, gains: int, reserved: int) -> YearFigures:
        """The figures of a year as they are stated."""
        return YearFigures(
            year=year, net_result=from_ore(result), realised_gains=from_ore(gains),
            reserve_allocated=from_ore(reserved),
            taxes_and_grants=from_ore(100 * MKR), pension_contingency=from_ore(0),
            equity=from_ore(self.model.equity(year - 1) + result),
            reserve_decision=council(year, 33),
        )  # fmt: skip

    def _is_as_the_model(self, run: YearEnd, year: int) -> None:
        drawn, note = run.statement.year(year), run.equity_note
        assert drawn.balance_requirement_result_ore == self.model.balance_result(year)
        assert drawn.waived_ore == sum(self.model.stated[year].grounds.values())
        assert {each.year: each.left_ore for each in drawn.deficits if each.left_ore} == self.model.deficits(year)
        assert (note.result_ore, note.closing_ore) == (self.model.stated[year].result, self.model.equity(year))
        assert dict(note.earmarks) == {fund: ore for fund in FUNDS if (ore := self.model.balance(fund, year))}
        shown = {(each.fund, of.first_year): of for each in run.accounts for of in each.years}
        for fund in FUNDS:
            if (fund, year) in shown:
                of = shown[fund, year]
                kinds = [self.model.moved(kind, fund, year) for kind in ("set_aside", "used")]
                assert [of.set_aside_ore, of.used_ore, of.corrected_ore] == [*kinds, self.model.corrected(fund, year)]

    # Funds, before and after

    @precondition(_any_stated)
    @rule(fund=st.sampled_from(FUNDS), back=st.integers(0, 2), part=PARTS)
    def set_aside_of_a_result(self, fund: str, back: int, part: int) -> None:
        """A part of what a year's result has left, in the year that the fund's policy says."""
        year = max(self.model.closed + (fund == FUNDS[0]), OPENED + 1, self.model.posted - back)
        year = min(year, self.model.posted)
        booked = year if fund == FUNDS[0] else year + 1
        ore = self.model.surplus_left(year) // part if year in self.model.stated else 0
        if ore and booked > self.model.closed:
            self.book.set_aside(fund, from_ore(ore), result_year=year, decision=council(year, 31))
            self._moved("set_aside", fund, booked, ore, year)

    @precondition(_open_years)
    @rule(fund=st.sampled_from(FUNDS), ahead=st.integers(0, 2), mkr=st.integers(1, 5))
    def set_aside_of_equity(self, fund: str, ahead: int, mkr: int) -> None:
        """An amount from accumulated equity, in an open year."""
        year = self._year(ahead, more=1)
        source, amount = "accumulated_equity", from_ore(mkr * MKR)
        self.book.set_aside(fund, amount, source=source, year=year, decision=council(year, 34))
        self._moved("set_aside", fund, year, mkr * MKR)

    @precondition(_open_years)
    @rule(fund=st.sampled_from(FUNDS), ahead=st.integers(0, 2), part=PARTS)
    def use(self, fund: str, ahead: int, part: int) -> None:
        """A part of what a fund holds, in an open year."""
        year = self._year(ahead, more=1)
        if ore := self.model.room(fund, year) // part:
            self.book.use(fund, from_ore(ore), year=year, decision=council(year, 35))
            self._moved("used", fund, year, ore)

    def _moved(self, kind: str, fund: str, year: int, ore: int, result_year: int = 0) -> None:
        self.model.moves.append(Move(self.book.head.seq, kind, fund, year, ore, result_year))

    @precondition(lambda self: self._open_years() and any(not each.corrected for each in self.model.moves))
    @rule(data=st.data(), later=st.booleans())
    def correct(self, data: st.DataObject, later: bool) -> None:
        """A set-aside or a use, in its own year or, where that is closed, in an open one."""
        standing = [each for each in self.model.moves if not each.corrected]
        move = data.draw(st.sampled_from(sorted(standing, key=lambda each: each.year)))
        year = max(move.year, self.model.closed + 1) if not later else max(move.year, self._year(1))
        decision = council(year, 90)
        if move.year <= self.model.closed:
            with self.refused():
                self.book.correct(move.seq, reason="Fel belopp", decision=decision)
        if move.kind == "set_aside" and self.model.room(move.fund, year) < move.ore:
            with self.refused():
                self.book.correct(move.seq, reason="Fel belopp", year=year, decision=decision)
            return
        self.book.correct(move.seq, reason="Fel belopp", year=year, decision=decision)
        move.corrected = year

    @precondition(lambda self: self.model.frozen and self._open_years())
    @rule(back=st.integers(0, 2), mkr=st.integers(1, 9))
    def correct_a_closed_result(self, back: int, mkr: int) -> None:
        """The balance requirement result of a closed year was so much lower; it is restored later."""
        of_year = max(OPENED + 1, self.model.closed - back)
        year = self.model.closed + 1
        old = self.model.balance_result(of_year) - sum(by for _, of, by in self.lowered if of == of_year)
        self.book.correct_balance_result(
            of_year, from_ore(old - mkr * MKR), year=year, reason="Fel uppgift", decision=council(year, 91)
        )
        self.lowered.append((year, of_year, mkr * MKR))
        self.model.restated.append((year, of_year, -mkr * MKR))

    # States of the year

    @precondition(_any_stated)
    @rule()
    def hand_over(self) -> None:
        """The first open year, where it has its year-end."""
        year = self.model.closed + 1
        if year in self.model.stated and year not in self.model.handed:
            self.book.start_closing(year)
            self.model.handed.add(year)

    @precondition(lambda self: self.model.handed)
    @rule()
    def open_again(self) -> None:
        """A year handed over, by a decision."""
        year = min(self.model.handed)
        self.book.reopen_year(year, decision=Decision.parse(f"KS {year + 1}-04-02 § 9"), reason="En faktura saknades")
        self.model.handed.discard(year)

    @precondition(_any_stated)
    @rule()
    def close(self) -> None:
        """The first open year, for good; what its statement lacks the council approves with a reason."""
        year = self.model.closed + 1
        if year not in self.model.stated:
            return
        self.book.close_year(year, decision=council(year, 30), reason="Godkänt trots avvikelsen")
        self.model.handed.discard(year)
        self.model.frozen[year] = self.model.stated[year]
        self.printed[year] = self._pages(year)

    @precondition(lambda self: self.model.frozen)
    @rule(back=st.integers(0, 2), by=KRONA)
    def ask_a_closed_year(self, back: int, by: int) -> None:
        """A closed year takes nothing: no other figures, no use, no way back."""
        year = max(OPENED + 1, self.model.closed - back)
        self._is_closed(year, by)

    def _is_closed(self, year: int, by: int) -> None:
        of = self.model.frozen[year]
        other = self.figures(year, of.result + by, of.gains, of.reserved)
        with self.refused():
            self.book.year_end(year, other, draft=True).post()
        with self.refused():
            self.book.use(FUNDS[0], from_ore(100), year=year, decision=council(year, 36))
        with self.refused():
            self.book.reopen_year(year, decision=council(year, 37))

    # What always holds

    @invariant()
    def no_amount_is_counted_twice(self) -> None:
        """The records of each kind sum to the model's; what takes a record back counts as its kind."""
        for record in self.book.records(self.read):
            self.read = record.seq
            for kind, fund, year, ore in amounts_of(record):
                self.sums[kind, fund, str(year)] += ore
        assert {key: ore for key, ore in self.sums.items() if ore} == self.model.sums()
        for year in self.model.stated:
            assert self.book.equity_note(year).closing_ore == self.model.equity(year)
            for fund in FUNDS:
                assert dict(self.book.equity_note(year).earmarks).get(fund, 0) == self.model.balance(fund, year)

    @invariant()
    def a_closed_year_prints_the_same_for_ever(self) -> None:
        """Statement, note and accounts, in both languages."""
        for year, printed in self.printed.items():
            assert self._pages(year) == printed, year

    def _pages(self, year: int) -> tuple[Any, ...]:
        own = self.book.statement(year).only(year)
        accounts = [self.book.fund(fund).account() for fund in FUNDS]
        rows = [tuple(each for each in account.years if each.last_year <= year) for account in accounts]
        note = self.book.equity_note(year)
        return own.text(), own.text("en"), note.text(), note.text("en"), *rows


def lines_of(table: Table) -> list[Line]:
    """The postings in a table: account, debit and credit, as JSON has them."""
    rows = json.loads(tables_to_json([table]))["tables"][0]["rows"]
    return [(row["account"], row["debit"], row["credit"]) for row in rows if row["account"]]


def amounts_of(record: Record) -> Iterator[tuple[str, str, int, int]]:
    """What a record moves of equity, of a fund or of the reserve: of which kind, in which year, in öre."""
    event = record.event
    kind = event.corrected_kind if isinstance(event, EntryCorrected) else event.kind
    if record.entry is None or kind == "result_carried":
        return
    for account, ore in record.entry.postings:
        if account.code == NET_ASSETS:
            yield kind, "", record.entry.year, ore
        elif account.fund and account.code == "fund_available":
            yield "used" if kind.startswith("used") else kind, account.fund, record.entry.year, -ore
        elif account.code == EQUALISATION_RESERVE:
            yield kind, "", record.entry.year, -ore
