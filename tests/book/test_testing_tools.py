"""What others test with, tested: strategies draw what the library takes, faults strike where they are told to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from models.model import Model

from sifund_ledger import Decision, OwnRow, Refused, YearFigures, balance_requirement, sek
from sifund_ledger.balance.figures.stored_figures import figures_from_values, figures_to_values
from sifund_ledger.decisions import DecisionState
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.entries import EntryDraft, entry_faults
from sifund_ledger.store import MemoryStore
from sifund_ledger.testing import FaultyStore, InjectedFault, amounts, decisions, entries, signed_amounts, year_figures


@given(entries(year=2014))
def test_entries_balance_within_each_book(entry: EntryDraft):
    assert entry_faults(entry) == []
    balances = Balances()
    balances.post("drawn", entry.year, entry.postings)
    assert balances.total() == 0


@settings(deadline=None)
@given(year_figures(2021))
def test_figures_are_such_as_a_statement_takes_and_an_event_keeps(figures: YearFigures):
    statement = balance_requirement([figures], opening_deficits=[]).year(2021)
    assert statement.figures.net_result == figures.net_result
    assert figures_from_values(2021, figures_to_values(figures)) == figures


@given(year_figures(2011))
def test_to_2012_there_are_no_rows(figures: YearFigures):
    assert figures.ore("realised_gains") == figures.ore("unrealised_gains") == 0


def test_an_event_keeps_every_sort_of_figure():
    figures = YearFigures(
        year=2014, net_result=sek(-1), as_of=date(2014, 12, 31), equity=sek(0), reserve_purpose="Utjämning",
        presentation="inside", other_adjustments=(OwnRow(label="RIPS", amount=sek("-1,70"), citation="KF"),),
    )  # fmt: skip
    assert figures_from_values(2014, figures_to_values(figures)) == figures
    assert figures_from_values(2014, figures_to_values(replace(figures, equity=None))).equity is None


@given(amounts(most_ore=500), signed_amounts(most_ore=500), decisions(states=(DecisionState.APPEALED,)))
def test_amounts_and_decisions_stay_within_what_was_asked_for(ore: int, signed: int, decision: Decision):
    assert 0 < ore <= 500 >= abs(signed)
    assert decision.may_post
    assert 2011 <= decision.date.year <= 2018


def test_a_fault_strikes_once_or_not_at_all():
    store = FaultyStore(MemoryStore())
    store.fail("append", at=2)
    store.disarm()
    for _ in range(2):
        with store.writing():
            store.append([])
    store.fail("append", at=2)
    with store.writing():
        store.append([])
        with pytest.raises(InjectedFault, match="append"):
            store.append([])
        store.append([])
    with pytest.raises(Refused), store.writing():
        store.blot(1)
    store.close()


def test_a_model_stands_by_itself():
    model = Model()
    assert model.open_equity(2010, 100)
    other = model.copy()
    assert other.record_result(2011, 5)
    assert (model.equity(2011), other.equity(2011)) == (100, 105)
    assert not model.record_result(2010, 5)
