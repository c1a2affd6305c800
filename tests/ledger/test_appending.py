"""Invariant 2: appending never changes what was there; a batch is as good as its drafts one by one."""

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
    Used,
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
from sifund_ledger.ledger.chain import verify
from sifund_ledger.ledger.entries import transfer
from sifund_ledger.ledger.journal import Journal
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
        again.apply(link.record)
    assert [link.record for link in verify(rows(sealed), EVENTS)] == [one.record for one in sealed]
    assert whole_state(again, (KF, KS)) == whole_state(journal, (KF, KS))


@given(st.lists(drafts, max_size=15))
def test_a_batch_gives_the_records_its_drafts_give_one_by_one(drawn):
    one_by_one, together = Journal(), Journal()
    possible = []
    for draft in drawn:
        try:
            one_by_one.record(draft, recorded_at=AT, actor=ACTOR, salt=b"s" * 16)
        except Refused:
            continue
        possible.append(draft)
    apart = Journal()
    expected = [apart.record(draft, recorded_at=AT, actor=ACTOR, salt=b"s" * 16) for draft in possible]
    salts = [b"s" * 16 for draft in possible if draft.note]
    assert together.record_all(possible, recorded_at=AT, actor=ACTOR, salts=salts) == expected
    assert whole_state(together) == whole_state(apart)


def test_a_long_batch_numbers_its_entries_without_gaps():
    journal = Journal()
    many = [Draft(SetAside("social", 100 + i, 2012, DAY), KF) for i in range(200)]
    sealed = journal.record_all(many, recorded_at=AT, actor=ACTOR)
    assert [one.record.entry.number for one in sealed] == list(range(1, 201))
    assert sealed == [
        Journal.record(fresh, draft, recorded_at=AT, actor=ACTOR) for fresh in [Journal()] for draft in many
    ]


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


def test_a_batch_with_one_refused_draft_leaves_nothing_behind():
    journal = Journal()
    record(journal, SetAside("social", 100, 2012, DAY))
    before = whole_state(journal)
    batch = [Draft(SetAside("social", 50, 2012, DAY), KF), Draft(Used("social", 151, 2012), KF), Draft(Told("x"), KF)]
    with pytest.raises(Refused) as refusal:
        journal.record_all(batch, recorded_at=AT, actor=ACTOR)
    assert [finding.code for finding in refusal.value.findings] == ["BALANCE_ON_WRONG_SIDE"]
    assert whole_state(journal) == before


def test_a_batch_may_use_what_it_has_just_set_aside():
    journal = Journal()
    batch = [Draft(SetAside("social", 50, 2012, DAY), KF), Draft(Used("social", 50, 2012), KF)]
    assert len(journal.record_all(batch, recorded_at=AT, actor=ACTOR)) == 2
    with pytest.raises(Refused):
        journal.record_all(list(reversed(batch)), recorded_at=AT, actor=ACTOR)


def test_an_empty_batch_records_nothing():
    journal = Journal()
    assert journal.record_all([], recorded_at=AT, actor=ACTOR) == []
    assert journal.head == GENESIS


def test_drafts_may_come_from_a_generator_that_fails():
    journal = Journal()

    def half():
        yield Draft(Told("x"), KF)
        raise OSError("the disk is gone")

    before = whole_state(journal)
    with pytest.raises(OSError, match="gone"):
        journal.record_all(half(), recorded_at=AT, actor=ACTOR)
    assert whole_state(journal) == before


@pytest.mark.parametrize("at", [AT.replace(tzinfo=None)])
def test_a_time_without_a_zone_is_no_time_of_recording(at):
    with pytest.raises(ValueError, match="time zone"):
        Journal().record(Draft(Told("x"), KF), recorded_at=at, actor=ACTOR)
