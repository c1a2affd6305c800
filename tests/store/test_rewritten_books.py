"""Whoever rewrites a book and all of its hashes is found out where the book could not have come about by recording."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sifund_ledger import Decision, open_book, presets
from sifund_ledger.book.commands import all_commands
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.ledger.events import CheckpointWritten, EntryCorrected, JournalOpened, PeriodMoved
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing.faults import rechained
from sifund_ledger.year_end.book_state import EVENT_TYPES

KF = Decision.parse("KF 2013-04-22 § 45")
AT = datetime(2018, 6, 30, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def records():
    """A book with a fund: set aside, granted, used, corrected, closed."""
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=lambda: AT)
    book.open_equity(2010, "400 000 000", opening_deficits=[], decision=KF)
    for year in (2011, 2012, 2013):
        book.record_result(year, "18 000 000")
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.set_aside("social", "10 000 000", result_year=2011, decision=KF)
    book.set_aside("social", "2 000 000", result_year=2012, decision=KF)
    book.grant("social", "Navigator", "4 000 000", board="BUN", financing="ur fonden", decision=KF)
    book.correct(book.head.seq, reason="Fel belopp", decision=KF)
    for year, approved in ((2011, "KF 2012-04-23 § 28"), (2012, "KF 2013-04-29 § 30"), (2013, "KF 2014-04-28 § 31")):
        book.close_year(year, decision=approved)
    return [*book.records()]


def rewritten(tmp_path, records):
    """A file with the records, each hash made anew."""
    path = tmp_path / "bok.sifund"
    SQLiteStore.create(path, rows=rechained(records)).close()
    return path


def changed(records, kind, change):
    """The records, with the first of a kind changed."""
    at = next(i for i, record in enumerate(records) if record.event.kind == kind)
    return [*records[:at], change(records[at]), *records[at + 1 :]], at + 1


def with_event(**values):
    return lambda record: record._replace(event=replace(record.event, **values))


def with_entry(**values):
    return lambda record: record._replace(entry=record.entry._replace(**values))


def halved(record):
    postings = tuple(posting._replace(ore=posting.ore // 2) for posting in record.entry.postings)
    return record._replace(entry=record.entry._replace(postings=postings))


def negative(record):
    """A set-aside of less than nothing, with the entry that its event makes."""
    event = replace(record.event, ore=-record.event.ore)
    return record._replace(event=event, entry=record.entry._replace(postings=event.draft().postings))


def not_reversing(record):
    """A correction that takes back half, with the entry that its event makes."""
    event = replace(record.event, lines=tuple((*line[:-1], line[-1] // 2) for line in record.event.lines))
    return record._replace(event=event, entry=record.entry._replace(postings=event.draft().postings))


TOO_EARLY = AT - timedelta(days=1)
LATER = Decision.parse("KF 2018-07-02 § 1")
PROPOSED = Decision.parse("KF 2013-04-22 § 45", state="proposed")
REWRITINGS = {
    "postings that differ from their event": ("set_aside", halved, "ENTRY_NOT_OF_EVENT"),
    "an entry gone": ("set_aside", lambda record: record._replace(entry=None), "ENTRY_NOT_OF_EVENT"),
    "another text": ("set_aside", with_entry(text="Annat"), "ENTRY_NOT_OF_EVENT"),
    "a skipped voucher number": ("set_aside", with_entry(number=9), "ENTRY_NOT_OF_EVENT"),
    "a doubled voucher number": ("granted", with_entry(number=1), "ENTRY_NOT_OF_EVENT"),
    "a negative fund": ("set_aside", negative, "RECORD_NOT_ALLOWED"),
    "time running backwards": ("granted", lambda record: record._replace(recorded_at=TOO_EARLY), "RECORD_NOT_ALLOWED"),
    "no decision": ("set_aside", lambda record: record._replace(decision=None), "RECORD_NOT_ALLOWED"),
    "a proposed decision": ("set_aside", lambda record: record._replace(decision=PROPOSED), "RECORD_NOT_ALLOWED"),
    "a decision after recording": ("granted", lambda record: record._replace(decision=LATER), "RECORD_NOT_ALLOWED"),
    "a closing without a decision": (
        "period_moved", lambda record: record._replace(decision=None), "RECORD_NOT_ALLOWED",
    ),
    "no actor": ("granted", lambda record: record._replace(actor=""), "RECORD_NOT_ALLOWED"),
    "a correction that does not reverse": ("entry_corrected", not_reversing, "RECORD_NOT_ALLOWED"),
    "a correction of what has no entry": ("entry_corrected", with_event(corrects=1), "RECORD_NOT_ALLOWED"),
    "a checkpoint against the chain": ("checkpoint_written", with_event(at_hash="0" * 64), "RECORD_NOT_ALLOWED"),
    "a source that there is none of": ("set_aside", with_event(source="kassan"), "RECORD_UNDECODABLE"),
    "a grant of an unknown fund": ("fund_created", with_event(fund="klimat"), "RECORD_UNDECODABLE"),
}  # fmt: skip


@pytest.mark.parametrize("what", REWRITINGS)
def test_what_could_not_be_recorded_is_not_opened_and_its_record_is_named(tmp_path, records, what):
    kind, change, code = REWRITINGS[what]
    made, seq = changed(records, kind, change)
    with pytest.raises(UnreadableInput) as caught:
        open_book(rewritten(tmp_path, made))
    told = {(finding.code, finding.place) for finding in caught.value.findings}
    if code == "RECORD_UNDECODABLE":
        assert {found for found, _ in told} & {code, "ENTRY_NOT_OF_EVENT"}
    else:
        assert (code, f"post {seq}") in told


def test_a_record_in_a_closed_year_is_not_opened(tmp_path, records):
    """The set-asides come after the closing of the year that they are booked in."""
    moved = next(record for record in records if isinstance(record.event, PeriodMoved) and record.event.year == 2013)
    order = [record for record in records if record is not moved and not isinstance(record.event, CheckpointWritten)]
    at = next(i for i, record in enumerate(order) if record.event.kind == "granted")
    with pytest.raises(UnreadableInput, match="2013 is closed"):
        open_book(rewritten(tmp_path, [*order[:at], moved, *order[at:]]))


def test_a_correction_of_a_year_that_is_still_open_is_not_opened(tmp_path):
    path = tmp_path / "hel.sifund"
    with open_book(path, create="Tomelilla kommun", actor="ekonomi", clock=lambda: AT) as book:
        book.open_equity(2010, "400 000 000", opening_deficits=[], decision=KF)
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        for year in (2011, 2012):
            book.record_result(year, "18 000 000")
        book.set_aside("social", "10 000 000", result_year=2011, decision=KF)
        book.close_year(2011, decision="KF 2012-04-23 § 28")
        book.use("social", "1 000", year=2013, of_year=2011, decision="KF 2014-04-28 § 31")
        records, printed = [*book.records()], str(book.fund("social"))
    with open_book(path) as book:
        assert str(book.fund("social")) == printed
    changed_records, _ = changed(records, "used_directly", with_event(of_year=2012))
    with pytest.raises(UnreadableInput, match="2012 is not a closed year"):
        open_book(rewritten(tmp_path, changed_records))
    with pytest.raises(ValueError, match="booked in a later one"):
        changed(records, "used_directly", with_event(of_year=2013))


def test_a_second_opening_record_is_not_opened(tmp_path, records):
    second = records[0]._replace(event=JournalOpened("Simrishamns kommun", "municipality", ""))
    with pytest.raises(UnreadableInput, match="belongs to Tomelilla"):
        open_book(rewritten(tmp_path, [records[0], second, *records[1:]]))


def test_what_was_recorded_is_opened_though_its_hashes_are_made_anew(tmp_path, records):
    kept = [record for record in records if not isinstance(record.event, CheckpointWritten)]
    with open_book(rewritten(tmp_path, kept)) as book:
        assert book.head.seq == len(kept)
        assert any(isinstance(record.event, EntryCorrected) for record in book.records())


def test_a_decision_of_the_day_of_recording_east_of_greenwich_is_opened(tmp_path):
    """It was the 23rd in Sweden when the clock of the records, in UTC, showed the 22nd."""
    at = datetime.fromisoformat("2013-04-23T00:30:00+02:00")
    path = tmp_path / "bok.sifund"
    with open_book(path, create="Tomelilla kommun", actor="ekonomi", clock=lambda: at) as book:
        book.open_equity(2010, "400 000 000", opening_deficits=[], decision="KF 2013-04-23 § 45")
    with open_book(path) as book:
        assert book.equity_note(2010).closing_ore


def test_events_rest_on_a_decision_just_where_every_command_that_makes_them_asks_for_one():
    asked: dict[str, set[bool]] = {}
    for command in all_commands():
        field = next((field for field in command.fields() if field.name == "decision"), None)
        for kind in command.kinds:
            asked.setdefault(kind, set()).add(field is not None and field.required)
    for (kind, _), event_type in EVENT_TYPES.items():
        if kind in asked and kind not in ("period_moved", "decision_moved", "reserve_dissolved"):
            assert event_type.decided == (asked[kind] == {True}), kind
