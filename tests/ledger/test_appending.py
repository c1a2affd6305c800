"""Invariant 2: appending never changes what was there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import (
    ACTOR,
    AT,
    DAY,
    EVENTS,
    KF,
    SetAside,
    Told,
    happenings,
    moved,
    movements,
    record,
    rows,
    whole_state,
)

from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import FREE_EQUITY, NET_ASSETS, earmark
from sifund_ledger.ledger.entries import transfer
from sifund_ledger.ledger.journal.chain import verify
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import GENESIS, Draft

KS = Decision("KS", DAY, "7")
set_asides = st.builds(SetAside, st.just("social"), st.integers(1, 99), st.just(2012), st.just(DAY))
drafts = st.builds(
    Draft,
    event=st.one_of(movements, movements, set_asides, happenings),
    decision=st.sampled_from([KF, KF, KF, KS, None]),
    note=st.sampled_from(["", "", "", "Enligt protokollet."]),
)


def accepted(journal, drawn):
    """Record what can be recorded."""
    sealed = []
    for draft in drawn:
        try:
            sealed.append(journal.record(draft, recorded_at=AT, actor=ACTOR, salt=b"s" * 16))
        except Refused:
            continue
    return sealed


@given(st.lists(drafts, max_size=12), st.lists(drafts, max_size=6))
def test_bytes_and_hashes_already_there_stay(first, then):
    journal = Journal()
    before = accepted(journal, first)
    kept = [(one.data, one.record, one.record.hash) for one in before]
    after = accepted(journal, then)
    assert [(one.data, one.record, one.record.hash) for one in before] == kept
    chain = [*before, *after]
    assert [one.record.seq for one in chain] == list(range(1, len(chain) + 1))
    assert [one.record.previous for one in chain] == [GENESIS.hash, *[one.record.hash for one in chain]][: len(chain)]


@given(st.lists(drafts, max_size=15))
def test_what_is_read_back_folds_to_the_same_state(drawn):
    journal = Journal()
    sealed = accepted(journal, drawn)
    again = Journal()
    for link in verify(rows(sealed), EVENTS):
        assert not link.findings
        again.evolve(link.record)
    assert [link.record for link in verify(rows(sealed), EVENTS)] == [one.record for one in sealed]
    assert whole_state(again, (KF, KS)) == whole_state(journal, (KF, KS))


def test_each_series_is_numbered_by_itself():
    journal = Journal()
    draft = moved(2012, transfer(earmark(NET_ASSETS), earmark(FREE_EQUITY), 5))

    class InSeries(type(draft)):
        def draft(self):
            return super().draft()._replace(series="IB")

    first, opening, second = (
        record(journal, event)[0].record.entry
        for event in (draft, InSeries(draft.year, draft.event_date, draft.text, draft.lines), draft)
    )
    assert [(e.series, e.number) for e in (first, opening, second)] == [("A", 1), ("IB", 1), ("A", 2)]


@pytest.mark.parametrize("at", [AT.replace(tzinfo=None)])
def test_a_time_without_a_zone_is_no_time_of_recording(at):
    with pytest.raises(ValueError, match="time zone"):
        Journal().record(Draft(Told("x"), KF), recorded_at=at, actor=ACTOR)
