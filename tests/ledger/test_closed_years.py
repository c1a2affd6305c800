"""Invariant 11 and the years: open, adjusting, closed; a closed year's balances never change."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import (
    ACTOR,
    AT,
    DAY,
    KF,
    YEARS,
    SetAside,
    Told,
    Used,
    closings,
    happenings,
    record,
)

from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
from sifund_ledger.ledger.events import EntryCorrected, PeriodMoved
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.periods import Periods, PeriodState
from sifund_ledger.ledger.records import Draft

SOCIAL = earmark(FUND_AVAILABLE, fund="social")


def close(journal, year):
    record(journal, PeriodMoved(year, "adjusting"), PeriodMoved(year, "closed"))


@given(st.lists(st.one_of(happenings, happenings, closings), max_size=25))
def test_no_balance_at_a_closed_close_ever_changes(drawn):
    journal = Journal()
    closed = {}
    for event in drawn:
        with suppress(Refused):
            record(journal, event)
        for (year, account), ore in closed.items():
            assert journal.balances.balance(account, at=year) == ore
            assert journal.periods.state(year) is PeriodState.CLOSED
        for year in YEARS:
            if journal.periods.state(year) is PeriodState.CLOSED:
                for account in journal.balances.accounts():
                    closed[year, account] = journal.balances.balance(account, at=year)


def test_a_correction_stands_in_an_open_year_and_leads_back():
    journal = Journal()
    (wrong,) = record(journal, SetAside("social", 1000, 2012, DAY))
    close(journal, 2012)
    lines = tuple((*line.account, -line.ore) for line in wrong.record.entry.postings)
    correction = EntryCorrected(wrong.record.seq, "set_aside", "A 1", 2013, DAY, lines)
    with pytest.raises(Refused) as refusal:
        record(journal, EntryCorrected(1, "set_aside", "A 1", 2012, DAY, lines))
    assert [finding.code for finding in refusal.value.findings] == ["PERIOD_CLOSED"]
    (sealed,) = record(journal, correction)
    assert journal.corrections == {wrong.record.seq: sealed.record.seq}
    assert sealed.record.entry.text == "Rättelse av verifikation A 1"
    assert sealed.record.entry.documents == ("post 1",)
    assert journal.balances.balance(SOCIAL, at=2012) == -1000
    assert journal.balances.balance(SOCIAL) == 0
    # The correction keeps the kind of what it corrects, so the totals of that kind are right again.
    assert journal.balances.movement(SOCIAL, "set_aside") == 0
    assert journal.balances.movement(SOCIAL, "entry_corrected") == 0
    assert journal.balances.movement(SOCIAL, "set_aside", year=2012) == -1000


def test_while_a_year_is_being_closed_only_the_closing_is_recorded_in_it():
    journal = Journal()
    record(journal, SetAside("social", 1000, 2012, DAY), PeriodMoved(2012, "adjusting"))
    record(journal, SetAside("social", 5, 2012, DAY))
    (fault,) = journal.faults(Draft(Used("social", 1, 2012), KF), recorded_at=AT, actor=ACTOR)
    assert fault.code == "PERIOD_ADJUSTING"
    record(journal, Used("social", 1, 2013), Told("anything without an entry"))


def test_every_reason_is_told_at_once():
    journal = Journal()
    close(journal, 2012)
    faults = journal.faults(Draft(Used("social", 7, 2012), KF), recorded_at=AT, actor="")
    assert [fault.code for fault in faults] == ["ACTOR_MISSING", "PERIOD_CLOSED", "BALANCE_ON_WRONG_SIDE"]
    assert earmark(FREE_EQUITY) not in list(journal.balances.accounts())


@given(st.lists(st.tuples(st.sampled_from(YEARS), st.sampled_from(list(PeriodState))), max_size=12))
def test_years_go_forward_and_one_that_is_adjusting_may_open_again(drawn):
    """Told with a rule of its own: the most advanced state asked for wins, and closing a year closes those before."""
    periods = Periods()
    reached = dict.fromkeys(YEARS, 0)
    order = list(PeriodState)
    for year, wanted in drawn:
        faults = periods.move_faults(year, wanted)
        reopens = wanted is PeriodState.OPEN and order[reached[year]] is PeriodState.ADJUSTING
        assert bool(faults) == (order.index(wanted) <= reached[year] and not reopens)
        if not faults:
            periods.move(year, wanted)
            reached[year] = order.index(wanted)
            if wanted is PeriodState.CLOSED:
                reached = {y: 2 if y <= year else state for y, state in reached.items()}
        assert {year: periods.state(year) for year in YEARS} == {y: order[state] for y, state in reached.items()}


@pytest.mark.parametrize(("first", "then"), [("closed", "adjusting"), ("closed", "open"), ("closed", "closed")])
def test_no_way_back(first, then):
    journal = Journal()
    record(journal, PeriodMoved(2012, first))
    with pytest.raises(Refused) as refusal:
        record(journal, PeriodMoved(2012, then))
    (finding,) = refusal.value.findings
    assert finding.code == "PERIOD_BACKWARDS"
    assert first in finding.message


def test_a_year_opens_again_by_a_decision_alone():
    journal = Journal()
    record(journal, PeriodMoved(2012, "adjusting"))
    (fault,) = journal.faults(Draft(PeriodMoved(2012, "open")), recorded_at=AT, actor=ACTOR)
    assert fault.code == "DECISION_MISSING"
    record(journal, PeriodMoved(2012, "open"), SetAside("social", 5, 2012, DAY), Used("social", 1, 2012))
    assert journal.periods.state(2012) is PeriodState.OPEN


def test_opening_an_open_year_moves_nothing():
    periods = Periods()
    periods.move(2012, PeriodState.OPEN)
    assert periods.state(2012) is PeriodState.OPEN


def test_a_state_that_is_none_makes_no_event():
    with pytest.raises(ValueError, match="ajar"):
        PeriodMoved(2012, "ajar")
