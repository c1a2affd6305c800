"""What was recorded since a savepoint can be taken back; then all is as it was: balances, numbers, years, chain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import (
    DAY,
    KF,
    SetAside,
    Told,
    Used,
    happenings,
    moved,
    record,
    some_decisions,
    whole_state,
)

from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, NET_ASSETS, earmark
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.entries import transfer
from sifund_ledger.ledger.events import CheckpointWritten, DecisionMoved, EntryCorrected, JournalOpened
from sifund_ledger.ledger.journal.journal import Journal

SOCIAL = earmark(FUND_AVAILABLE, fund="social")
LINES = tuple((*line.account, -line.ore) for line in SetAside("social", 5, 2012, DAY).draft().postings)
anything = st.one_of(
    happenings,
    happenings,
    st.just(SetAside("social", 5, 2012, DAY)),
    st.builds(JournalOpened, st.sampled_from(["Tomelilla", "Malmö"]), st.just("municipality"), st.just("")),
    st.builds(CheckpointWritten, st.just(2012), st.integers(1, 9), st.just("0" * 64)),
    st.builds(DecisionMoved, st.just(KF), st.sampled_from(["appealed", "final", "repealed"])),
    st.builds(lambda seq: EntryCorrected(seq, "set_aside", "A 1", 2013, DAY, LINES), st.integers(1, 9)),
)


def try_each(journal, events):
    for event in events:
        try:
            record(journal, event, decision=None)
        except Refused:
            continue


@given(st.lists(anything, max_size=8), st.lists(anything, max_size=8))
def test_everything_is_as_it_was(before, within):
    journal = Journal()
    try_each(journal, before)
    state = whole_state(journal)
    mark = journal.savepoint()
    try_each(journal, within)
    journal.rollback(mark)
    assert whole_state(journal) == state


@given(st.lists(anything, max_size=8), st.lists(anything, max_size=8))
def test_what_is_kept_is_as_if_never_begun(before, within):
    plain, journal = Journal(), Journal()
    try_each(plain, [*before, *within])
    try_each(journal, before)
    mark = journal.savepoint()
    try_each(journal, within)
    journal.release(mark)
    assert whole_state(journal) == whole_state(plain)


@given(st.lists(anything, max_size=5), st.lists(anything, max_size=5), st.lists(anything, max_size=5))
def test_one_beginning_within_another(first, second, third):
    expected, journal = Journal(), Journal()
    try_each(expected, first)
    outer = whole_state(expected)
    journal.release(journal.savepoint())
    try_each(journal, first)
    mark = journal.savepoint()
    try_each(journal, second)
    inner = whole_state(journal)
    within = journal.savepoint()
    try_each(journal, third)
    journal.rollback(within)
    assert whole_state(journal) == inner
    within = journal.savepoint()
    try_each(journal, third)
    journal.release(within)
    journal.rollback(mark)
    assert whole_state(journal) == outer


def test_an_account_that_stood_at_zero_stands_there_again():
    balances = Balances()
    balances.post("moved", 2012, transfer(SOCIAL, earmark(FREE_EQUITY), 5))
    balances.post("moved", 2012, transfer(earmark(FREE_EQUITY), SOCIAL, 5))
    mark = balances.savepoint()
    balances.post("moved", 2012, transfer(SOCIAL, earmark(NET_ASSETS), 3))
    balances.rollback(mark)
    assert list(balances.accounts()) == [SOCIAL, earmark(FREE_EQUITY)]
    assert balances.as_dict() == {}
    assert balances.balance(SOCIAL) == balances.balance(earmark(NET_ASSETS)) == 0


def test_what_a_command_has_checked_is_checked_anew_when_decisions_have_moved_back():
    journal = Journal()
    mark = journal.savepoint()
    record(journal, DecisionMoved(KF, "repealed"), decision=None)
    with pytest.raises(Refused):
        record(journal, Told("x"))
    journal.rollback(mark)
    record(journal, Told("x"))


@given(some_decisions)
def test_states_of_other_decisions_stay(decision):
    journal = Journal()
    record(journal, DecisionMoved(KF, "final"), decision=None)
    if decision.reference != KF.reference:
        assert journal.state_of(decision) is decision.state


class TestBalances:
    def test_are_found_by_account_kind_and_year(self):
        balances = Balances()
        balances.post("set_aside", 2011, transfer(earmark(FREE_EQUITY), SOCIAL, 1000))
        balances.post("used", 2013, transfer(SOCIAL, earmark(FREE_EQUITY), 250))
        balances.post("used", 2014, transfer(SOCIAL, earmark(FREE_EQUITY), 50))
        assert [balances.balance(SOCIAL, at=year) for year in (2010, 2011, 2013, 2014)] == [0, -1000, -750, -700]
        assert balances.balance(SOCIAL) == -700
        assert balances.movement(SOCIAL, "used") == 300
        assert balances.movement(SOCIAL, "used", year=2013) == 250
        assert balances.movement(SOCIAL, "granted") == balances.movement(earmark(NET_ASSETS), "used") == 0
        assert list(balances.accounts(FUND_AVAILABLE)) == [SOCIAL]
        assert balances.as_dict() == {earmark(FREE_EQUITY): 700, SOCIAL: -700}

    def test_an_account_named_twice_in_an_entry_is_judged_by_what_is_left(self):
        balances = Balances()
        there_and_back = [*transfer(SOCIAL, earmark(FREE_EQUITY), 5), *transfer(earmark(FREE_EQUITY), SOCIAL, 5)]
        assert balances.limit_faults(2012, there_and_back) == []


def test_an_entry_that_moves_there_and_back_is_recorded():
    journal = Journal()
    event = moved(2012, [*transfer(SOCIAL, earmark(FREE_EQUITY), 5), *transfer(earmark(FREE_EQUITY), SOCIAL, 5)])
    record(journal, event, SetAside("social", 9, 2012, DAY), Used("social", 9, 2012))
    assert journal.head.seq == 3
