"""Invariant 12: any changed byte is found; so are records taken out, put in, swapped, and a tail cut off."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import ACTOR, AT, DAY, EVENTS, KF, SetAside, Told, Used, record, rows

from sifund_ledger.errors import Refused
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, earmark
from sifund_ledger.ledger.canonical.writing import encode_record
from sifund_ledger.ledger.events import NoteBlotted
from sifund_ledger.ledger.journal.chain import Checkpoint, checkpoint_faults, verify
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.journal.store import ProjectedPosting
from sifund_ledger.ledger.records import GENESIS, Draft, Head


def a_journal(count=6):
    """A few records of every sort: with and without entry, with and without note."""
    journal = Journal()
    sealed = record(journal, Told("först"), SetAside("social", 1000, 2012, DAY), SetAside("klimat", 50, 2012, DAY))
    sealed += record(journal, Used("social", 300, 2013), note="Enligt protokollet.")
    sealed += record(journal, Told(("t", (1, None))), SetAside("unga", 1, 2013, DAY))
    sealed += record(journal, *[SetAside("social", i + 1, 2013, DAY) for i in range(count - 6)])
    return rows(sealed)


JOURNAL = a_journal()


def codes(stored_rows, **how):
    return {finding.code for link in verify(stored_rows, EVENTS, **how) for finding in link.findings}


def test_nothing_is_found_in_an_untouched_journal():
    links = list(verify(JOURNAL, EVENTS))
    assert [link.seq for link in links] == [1, 2, 3, 4, 5, 6]
    assert all(link.record is not None and link.findings == () for link in links)
    assert list(verify([], EVENTS)) == []


@given(st.data())
def test_any_changed_byte_of_any_record(data):
    at = data.draw(st.integers(0, len(JOURNAL) - 1))
    row = JOURNAL[at]
    i = data.draw(st.integers(0, len(row.data) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda value: value != row.data[i]))
    changed = row._replace(data=row.data[:i] + bytes([value]) + row.data[i + 1 :])
    found = list(verify([*JOURNAL[:at], changed, *JOURNAL[at + 1 :]], EVENTS))
    assert "CHAIN_HASH" in {finding.code for finding in found[at].findings}
    assert [bool(link.findings) for link in found] == [i == at for i in range(len(JOURNAL))]


@given(st.data())
def test_a_changed_byte_is_found_even_where_the_hash_is_made_to_fit(data):
    at = data.draw(st.integers(0, len(JOURNAL) - 1))
    row = JOURNAL[at]
    i = data.draw(st.integers(0, len(row.data) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda value: value != row.data[i]))
    forged = row.data[:i] + bytes([value]) + row.data[i + 1 :]
    changed = row._replace(data=forged, hash=sha256(forged).digest())
    assert codes([*JOURNAL[:at], changed, *JOURNAL[at + 1 :]]) or at == len(JOURNAL) - 1
    head = Checkpoint.of(Head(JOURNAL[-1].seq, JOURNAL[-1].hash))
    heads = [Head(row.seq, row.hash) for row in [*JOURNAL[:at], changed, *JOURNAL[at + 1 :]]]
    assert checkpoint_faults(heads, [head]) or at != len(JOURNAL) - 1


@given(st.integers(0, len(JOURNAL) - 2))
def test_a_record_taken_out(at):
    assert "CHAIN_GAP" in codes([*JOURNAL[:at], *JOURNAL[at + 1 :]])


@given(st.integers(0, len(JOURNAL) - 2))
def test_a_record_taken_out_and_the_rest_renumbered(at):
    rest = [row._replace(seq=row.seq - 1) for row in JOURNAL[at + 1 :]]
    assert "CHAIN_LINK" in codes([*JOURNAL[:at], *rest])


@given(st.integers(0, len(JOURNAL)), st.integers(0, len(JOURNAL) - 1))
def test_a_record_put_in(at, which):
    assert codes([*JOURNAL[:at], JOURNAL[which], *JOURNAL[at:]])


@given(st.integers(0, len(JOURNAL) - 1), st.integers(0, len(JOURNAL) - 1))
def test_two_records_swapped(one, other):
    swapped = list(JOURNAL)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    assert bool(codes(swapped)) == (one != other)


@pytest.mark.parametrize("left", range(len(JOURNAL)))
def test_a_tail_cut_off_is_found_by_a_checkpoint(left):
    cut = JOURNAL[:left]
    assert codes(cut) == set()
    heads = [GENESIS, *[Head(row.seq, row.hash) for row in cut]]
    end = Checkpoint.of(Head(JOURNAL[-1].seq, JOURNAL[-1].hash))
    (fault,) = checkpoint_faults(heads, [end])
    assert fault.code == "CHECKPOINT_NOT_FOUND"
    assert checkpoint_faults([Head(row.seq, row.hash) for row in JOURNAL], [end]) == []


def test_reading_on_from_a_head():
    after = Head(JOURNAL[2].seq, JOURNAL[2].hash)
    assert codes(JOURNAL[3:], after=after) == set()
    assert codes(JOURNAL[3:], after=Head(3, bytes(32))) == {"CHAIN_LINK"}


def another_projection(row):
    return (ProjectedPosting(earmark(FUND_AVAILABLE, fund="annan"), 2012, -1000), *row.postings[1:])


@pytest.mark.parametrize(
    "change",
    [
        lambda row: {"kind": "used"},
        lambda row: {"target": 1},
        lambda row: {"postings": ()},
        lambda row: {"postings": another_projection(row)},
        lambda row: {"postings": (*row.postings, row.postings[0])},
        lambda row: {"postings": tuple(line._replace(year=2013) for line in row.postings)},
        lambda row: {"postings": tuple(line._replace(ore=line.ore + 1) for line in row.postings)},
        lambda row: {"postings": tuple(reversed(row.postings))},
    ],
)
def test_table_rows_that_differ_from_the_record(change):
    row = JOURNAL[1]
    assert codes([JOURNAL[0], row._replace(**change(row)), *JOURNAL[2:]]) == {"PROJECTION_DIFFERS"}


@pytest.mark.parametrize(
    ("salt", "note"),
    [
        (bytes(16), "Enligt protokollet!"),
        (b"x" * 16, "Enligt protokollet."),
        (bytes(16), None),
        (None, "Enligt protokollet."),
        (bytes(16), "\ud800"),
    ],
)
def test_a_note_that_is_not_the_one_recorded(salt, note):
    changed = JOURNAL[3]._replace(note_salt=salt, note=note)
    assert "NOTE_DIFFERS" in codes([*JOURNAL[:3], changed, *JOURNAL[4:]])


def test_a_note_beside_a_record_that_had_none():
    changed = JOURNAL[1]._replace(note_salt=bytes(16), note="Ditskriven efteråt.")
    assert codes([JOURNAL[0], changed, *JOURNAL[2:]]) == {"NOTE_DIFFERS"}


def test_a_note_that_is_gone_is_told_at_the_end_unless_a_record_blotted_it_out():
    gone = JOURNAL[3]._replace(note_salt=None, note=None)
    assert codes([*JOURNAL[:3], gone, *JOURNAL[4:]]) == {"NOTE_GONE"}
    journal = Journal()
    (noted,) = record(journal, Told("x"), note="Ett namn.")
    (blotted,) = record(journal, NoteBlotted(1))
    noted, blotted = rows([noted, blotted])
    assert codes([noted._replace(note_salt=None, note=None), blotted]) == set()
    assert blotted.target == 1


def test_a_record_of_an_unknown_kind_stops_nothing():
    links = list(verify(JOURNAL, {key: type_ for key, type_ in EVENTS.items() if key[0] != "told"}))
    assert [link.record is None for link in links] == [True, False, False, False, True, False]
    assert [finding.code for link in links for finding in link.findings] == ["RECORD_UNDECODABLE"] * 2
    assert "'told' version 3 is unknown" in links[0].findings[0].message


def test_a_chain_forged_with_an_entry_that_does_not_balance_is_not_read():
    (sealed,) = record(Journal(), SetAside("social", 1000, 2012, DAY))
    made = sealed.record
    for postings in (
        (made.entry.postings[0], made.entry.postings[1]._replace(ore=-999)),
        (made.entry.postings[0]._replace(ore=0), made.entry.postings[1]._replace(ore=0)),
        (*made.entry.postings, made.entry.postings[0]),
        made.entry.postings[:1],
        (),
    ):
        entry = made.entry._replace(postings=postings)
        data = encode_record(1, AT, ACTOR, KF, made.event, entry, b"", bytes(32))
        (row,) = rows([sealed._replace(data=data, record=made._replace(hash=sha256(data).digest(), entry=entry))])
        assert codes([row]) == {"RECORD_UNDECODABLE"}


def test_faults_far_into_a_long_journal_are_told_of_their_records_alone():
    journal = a_journal(600)
    journal[433] = journal[433]._replace(hash=bytes(32))
    found = {link.seq: [f.code for f in link.findings] for link in verify(journal, EVENTS) if link.findings}
    assert found == {434: ["CHAIN_HASH"], 435: ["CHAIN_LINK"]}


def test_what_was_read_comes_before_the_failure_to_read_on():
    def broken():
        yield from JOURNAL[:3]
        raise OSError("the disk is gone")

    seen = []
    with pytest.raises(OSError, match="gone"):
        seen.extend(link.seq for link in verify(broken(), EVENTS))
    links = verify(broken(), EVENTS)
    assert [next(links).seq for _ in range(3)] == [1, 2, 3]


class TestCheckpoints:
    def test_as_reports_print_them(self):
        head = Head(12, bytes.fromhex("0123456789abcdef" * 4))
        assert str(Checkpoint.of(head)) == "12:0123456789abcdef"
        assert Checkpoint.parse(" 12:0123456789ABCDEF ") == Checkpoint.of(head)
        assert str(Checkpoint.parse("0123456789abcdef")) == "0123456789abcdef"

    def test_without_a_number_any_record_will_do(self):
        heads = [Head(row.seq, row.hash) for row in JOURNAL]
        assert checkpoint_faults(heads, [Checkpoint(0, head.hash.hex()) for head in heads]) == []
        assert checkpoint_faults(heads, [Checkpoint(2, heads[2].hash.hex())])

    @pytest.mark.parametrize(
        "text", ["", "12:", "12:0123456789abcde", "x:0123456789abcdef", "0" * 65, "12 0123456789abcdef"]
    )
    def test_what_is_none(self, text):
        with pytest.raises(Refused) as refusal:
            Checkpoint.parse(text)
        assert [finding.code for finding in refusal.value.findings] == ["CHECKPOINT_UNREADABLE"]


def test_a_draft_is_a_value():
    assert Draft(Told("x"), KF) == Draft(Told("x"), KF)
    assert hash(Draft(Told("x"), KF)) == hash(Draft(Told("x"), KF))
