"""The canonical text of a record: it reads back as it was, there is one for each record, and anything else is refused
as Undecodable and as nothing else, soon."""

import time
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ledger_cases import (
    ACTOR,
    AT,
    DAY,
    EVENTS,
    KF,
    Moved,
    Nothing,
    SetAside,
    Told,
    awkward,
    balanced_postings,
    moved,
    record,
    some_decisions,
    values,
)

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.accounts import FREE_EQUITY, NET_ASSETS, Account, earmark
from sifund_ledger.ledger.canonical.fields import (
    Undecodable,
    decode_value,
    encode_value,
    escape,
    frame,
    unescape,
    unframe,
)
from sifund_ledger.ledger.canonical.reading import decode_account, decode_portion, decode_record
from sifund_ledger.ledger.canonical.writing import (
    encode_account,
    encode_event,
    encode_record,
    field_names,
    timestamp,
)
from sifund_ledger.ledger.entries import Entry, transfer
from sifund_ledger.ledger.events import (
    CheckpointWritten,
    DecisionMoved,
    EntryCorrected,
    JournalOpened,
    NoteBlotted,
    PeriodMoved,
)
from sifund_ledger.ledger.journal.journal import Journal, event_types
from sifund_ledger.ledger.records import Draft, Record

moments = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=0)
)
entries = st.builds(
    Entry,
    series=awkward,
    number=st.integers(1, 10**9),
    year=st.integers(-5, 3000),
    event_date=st.dates(),
    text=awkward,
    counterparty=awkward,
    documents=st.lists(awkward, max_size=3).map(tuple),
    postings=balanced_postings(),
)
events = st.one_of(
    st.builds(Told, values, awkward),
    st.builds(Moved, st.integers(), st.dates(), awkward, st.just(())),
    st.builds(SetAside, awkward, st.integers(), st.integers(), st.dates()),
    st.builds(Nothing),
    st.builds(JournalOpened, awkward, awkward, awkward),
    st.builds(PeriodMoved, st.integers(), st.sampled_from(["open", "adjusting", "closed"])),
    st.builds(CheckpointWritten, st.integers(), st.integers(), awkward),
    st.builds(NoteBlotted, st.integers()),
    st.builds(DecisionMoved, some_decisions, st.sampled_from([*DecisionState]).map(str.__str__)),
    st.builds(
        EntryCorrected, st.integers(), awkward, awkward, st.integers(), st.dates(),
        st.lists(st.tuples(*[awkward] * 6, st.integers(), st.integers()), max_size=2).map(tuple),
    ),
)  # fmt: skip
records = st.builds(
    lambda *parts: Record(*parts, hash=b""),
    st.integers(1, 10**12),
    moments,
    awkward,
    st.one_of(st.none(), some_decisions),
    events,
    st.one_of(st.none(), entries),
    st.one_of(st.just(b""), st.binary(min_size=32, max_size=32)),
    st.binary(min_size=32, max_size=32),
)


def bytes_of(made):
    return encode_record(*made[:8])


def typed(value):
    """A value with the types of its parts, lest ``True`` pass for 1."""
    return (type(value), tuple(map(typed, value))) if type(value) is tuple else (type(value), value)


class TestRoundTrip:
    @given(values)
    def test_every_type_of_value(self, value):
        assert typed(decode_value(encode_value(value))) == typed(value)

    @given(records)
    def test_every_record(self, made):
        data = bytes_of(made)
        read = decode_record(data, b"", EVENTS)
        assert read == made
        assert [typed(getattr(read.event, name)) for name in field_names(type(read.event))] == [
            typed(getattr(made.event, name)) for name in field_names(type(made.event))
        ]
        assert bytes_of(read) == data

    @given(st.lists(records, max_size=8))
    def test_many_at_once(self, made):
        datas = [bytes_of(one) for one in made]
        if datas:
            assert decode_portion(datas, [b""] * len(datas), EVENTS).records == made

    @given(st.builds(Account, *[awkward] * 6, st.integers(-9, 3000)))
    def test_an_account(self, account):
        assert decode_account(encode_account(account)) == account

    @given(st.lists(awkward, min_size=1))
    def test_a_line_of_fields(self, fields):
        line = frame(fields)
        assert unframe(line) == fields
        assert line.count("\t") == len(fields) - 1
        assert "\n" not in line

    @given(st.text())
    def test_a_field(self, text):
        assert unescape(escape(text)) == text
        assert not {"\t", "\n"} & set(escape(text))

    @given(st.lists(st.builds(SetAside, awkward, st.integers(1, 999), st.just(2012), st.dates()), min_size=1))
    def test_an_event_by_its_template_is_as_value_by_value(self, made):
        assert [encode_event(event) for event in made] == [
            frame(["set_aside", "1", *map(encode_value, one_by_one(event))]) for event in made
        ]


def one_by_one(event):
    return [getattr(event, name) for name in field_names(type(event))]


class TestOneTextForEachRecord:
    @given(records, st.data())
    def test_a_text_that_reads_is_the_one_we_write(self, made, data):
        """Change the text a little, anywhere: it no longer reads, or is the very text of what it reads as."""
        text = bytes_of(made).decode()
        at = data.draw(st.integers(0, len(text)))
        change = data.draw(
            st.sampled_from(
                ["0", "1", "-", "+", "_", " ", "\t", "\n", "\\", "t", "i", "s", "n", "A", "٣", "/", ".", ""]
            )
        )
        over = data.draw(st.integers(0, 2))
        changed = (text[:at] + change + text[at + over :]).encode()
        try:
            read = decode_record(changed, b"", EVENTS)
        except Undecodable:
            return
        assert bytes_of(read) == changed

    @pytest.mark.parametrize("change", ["", *"01-+_ \t\n\\tisnA٣/."])
    @pytest.mark.parametrize(
        "event",
        [
            SetAside("social", 1000, 2012, DAY),
            Told(("a\tb", 10, None, True, DAY, Fraction(-1, 3), KF, ("x", ()), ())),
            moved(2012, [*transfer(earmark(FREE_EQUITY), earmark(NET_ASSETS), 5)] * 2),
        ],
        ids=lambda event: event.kind,
    )
    def test_at_every_place_of_a_record(self, event, change):
        (sealed,) = record(Journal(), event, note="Enligt protokollet.")
        text = sealed.data.decode()
        for at in range(len(text) + 1):
            for over in (0, 1):
                changed = (text[:at] + change + text[at + over :]).encode()
                try:
                    read = decode_record(changed, b"", EVENTS)
                except Undecodable:
                    continue
                assert bytes_of(read) == changed

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("\t1\t", "\t01\t"),
            ("\t1\t", "\t+1\t"),
            ("\t1\t", "\t1_0\t"),
            ("\t1\t", "\t ١\t"),
            ("A\t1\t2012\t", "A\t1\t02012\t"),
            ("A\t1\t2012\t", "A\t1\t2_012\t"),
            ("set_aside\t1\t", "set_aside\t01\t"),
            ("\ti1000\t", "\ti01000\t"),
            ("\ti1000\t", "\ti1e3\t"),
            ("\ti1000\t", "\ti-0\t"),
            ("\ti1000\t", "\tb1\t"),
            ("\ti1000\t", "\tn\t"),
            ("\ti1000\t", "\t\t"),
            ("\td2012-04-23", "\td20120423"),
            ("\td2012-04-23", "\td2012-W17-1"),
            ("\td2012-04-23", "\td2012-04-31"),
            ("\td2012-04-23", ""),
            ("\td2012-04-23", "\td2012-04-23\ts"),
            ("\t\t1000\n", "\t0\t1000\n"),
            ("\t-1000\n", "\t-01000\n"),
            ("\t-1000\n", "\t−1000\n"),
            ("T09:30:00Z", "T09:30:00+00:00"),
            ("T09:30:00Z", "T11:30:00+02:00"),
            ("T09:30:00Z", "T09:30:00.5Z"),
            ("2014-04-28T09:30:00Z", "0001-01-01T00:00:00+23:00"),
            ("0000\t\t2014", "000A\t\t2014"),
            ("0000\t\t2014", "00\t\t2014"),
            ("0000\t\t2014", "0000\t00\t2014"),
            ("\tdecided\t", "\tDECIDED\t"),
            ("\tdecided\t", "\tlikely\t"),
            ("set_aside\t", "set_aside \t"),
            ("set_aside\t1", "set_aside\t2"),
            ("set_aside\t1", "set_aside\tone"),
            ("set_aside\t1", "set_aside"),
            ("sifund-record-1", "sifund-record-2"),
            ("ekonomi", "eko\\nomi\\"),
            ("ekonomi", "eko\\xnomi"),
            ("social", "so\\cial"),
        ],
    )
    def test_no_other_way_of_writing_it(self, before, after):
        (sealed,) = record(Journal(), SetAside("social", 1000, 2012, DAY))
        text = sealed.data.decode()
        assert before in text
        with pytest.raises(Undecodable):
            decode_record(text.replace(before, after).encode(), b"", EVENTS)

    def test_nor_of_an_event_that_goes_value_by_value(self):
        (sealed,) = record(Journal(), Told(("a", 1)))
        for before, after in (("told\t3", "told\t03"), ("told\t3", "told\t3\tn"), ("told\t3\t", "told\t3\t\t")):
            with pytest.raises(Undecodable):
                decode_record(sealed.data.decode().replace(before, after).encode(), b"", EVENTS)

    @pytest.mark.parametrize(
        "value",
        [
            *["", "x1", "i", "i+1", "i01", "i-0", "i1_0", "i 1", "b2", "b", "n0", "d2012-4-23"],
            *["q1/0", "q2/4", "q1/1", "q0.5", "q1e5", "q1e999999999", "q-0"],
            *["tq", "t\tsa", "tsa\t", "tsa\nb", r"ts\q", "t" * 60],
            *[
                "DKF",
                "DKF\t2012-04-23\t45\tdecided\t",
                "DKF\t2012-04-23\t45\tajar\t\t",
                "D\n\t2012-04-23\t\tdecided\t\t",
            ],
        ],
    )
    def test_values_that_are_none(self, value):
        with pytest.raises(Undecodable):
            decode_value(value)


PIECES = [
    *["sifund-record-1", "told", "set_aside", "1", "3", "0" * 64, "2014-04-28T09:30:00Z", "A", "EARMARK", "-5", "5"],
    *["\t", "\t", "\t", "\n", "\n", "s", "i5", "t", "tt", "\\t", "\\\\", "q1/3", "d2012-04-23"],
]


class TestAnyBytes:
    @given(st.binary(max_size=400))
    def test_are_a_record_or_undecodable(self, data):
        with pytest.raises(Undecodable):
            decode_record(data, sha256(data).digest(), EVENTS)

    @given(st.lists(st.sampled_from(PIECES), max_size=60))
    @example(["sifund-record-1\t1\t", "0" * 64, "\t\t2014-04-28T09:30:00Z\ta\n\ntold\t3\t", "t" * 900, "\ts\n"])
    def test_made_of_what_records_are_made_of(self, parts):
        data = "".join(parts).encode()
        try:
            read = decode_record(data, b"", EVENTS)
        except Undecodable:
            return
        assert bytes_of(read) == data

    @given(st.text(max_size=60))
    def test_any_text_for_a_value(self, text):
        try:
            read = decode_value(text)
        except (Undecodable, ValueError):
            return
        assert encode_value(read) == text

    @pytest.mark.parametrize(
        "event",
        [
            "told\t3\ti" + "9" * 5000 + "\ts",
            "told\t3\tq1e" + "9" * 20 + "\ts",
            "told\t3\tq1/0\ts",
            "told\t3\t" + "t" * 100_000 + "\ts",
            "told\t3\tt" + "\\" * 200_000 + "\ts",
            "told\t3" + "\t" * 200_000,
            "told\t" + "9" * 5000 + "\ts\ts",
            "period_moved\t1\ti2012\tsajar",
            "decision_moved\t1\tDKF\\t2012-04-23\\t45\\tdecided\\t\\t\tsajar",
            "entry_corrected\t1\ti1\ts\ts\ti2012\td2012-04-23\ttt",
            "entry_corrected\t1\ti1\ts\ts\ti2012\td2012-04-23\tti1",
            "set_aside\t1\tssocial\ti5\ti2012",
        ],
        ids=lambda event: event[:24],
    )
    def test_in_bounded_time(self, event):
        data = f"sifund-record-1\t1\t{'0' * 64}\t\t2014-04-28T09:30:00Z\ta\n\n{event}\n".encode()
        started = time.process_time()
        with pytest.raises(Undecodable):
            decode_record(data, b"", EVENTS)
        assert time.process_time() - started < 1

    def test_deep_tuples_are_refused_on_the_way_in_too(self):
        deep = ()
        for _ in range(12):
            deep = (deep,)
        assert decode_value(encode_value(deep[0])) == deep[0]
        with pytest.raises(ValueError, match="deep"):
            encode_value((deep,))


class TestWhatEventsMayHold:
    @pytest.mark.parametrize("value", [1.5, Decimal("1"), [1], {"a": 1}, datetime(2012, 1, 1, tzinfo=UTC), b"x"])
    def test_values_of_other_types(self, value):
        with pytest.raises(TypeError, match="holds"):
            encode_value(value)

    @pytest.mark.parametrize(
        "event",
        [
            SetAside("social", 10, 2012.0, DAY),
            SetAside(b"social", 10, 2012, DAY),
            SetAside(StrEnum("Fund", ["SOCIAL"]).SOCIAL, 10, 2012, DAY),
            SetAside("social", 10, 2012, datetime(2012, 4, 23, tzinfo=UTC)),
            SetAside("social", 10, 2012, None),
        ],
    )
    def test_a_field_holds_what_it_is_declared_to(self, event):
        with pytest.raises(TypeError, match="set_aside"):
            encode_event(event)
        with pytest.raises(TypeError):
            Journal().record(Draft(event, KF), recorded_at=AT, actor=ACTOR)

    def test_a_per_cent_sign_means_nothing(self):
        assert encode_event(SetAside("100 %d %s", 1, 2012, DAY)) == "set_aside\t1\ts100 %d %s\ti1\ti2012\td2012-04-23"

    def test_states_and_lines_that_do_not_exist(self):
        with pytest.raises(ValueError, match="ajar"):
            DecisionMoved(KF, "ajar")
        with pytest.raises(ValueError, match="line"):
            EntryCorrected(1, "set_aside", "A 1", 2012, DAY, (("EARMARK",),))

    def test_two_events_of_one_name(self):
        class Other(Told):
            pass

        assert event_types((Told,), (Told,))["told", 3] is Told
        with pytest.raises(ValueError, match="told"):
            event_types((Told,), (Other,))


def test_a_fraction_keeps_its_value_and_a_day_its_form():
    assert encode_value(Fraction(-2, 6)) == "q-1/3"
    assert encode_value(Fraction(4, 2)) == "q2"
    assert encode_value((date(5, 1, 1), False, ("a\tb",))) == r"td0005-01-01" + "\tb0\t" + r"tsa\\tb"


def test_an_account_code_is_a_tab_separated_line():
    assert (
        encode_account(Account("FRAME", "board_frame", board="BUN", year=2013)) == "FRAME\tboard_frame\t\t\t\tBUN\t2013"
    )


class TestTheTimeOfRecording:
    def test_is_kept_in_utc_to_the_second(self):
        stockholm = timezone(timedelta(hours=2))
        at = datetime(2014, 4, 28, 11, 30, 5, 999_999, tzinfo=stockholm)
        sealed = Journal().record(Draft(Told("x"), KF), recorded_at=at, actor=ACTOR)
        assert sealed.record.recorded_at == datetime(2014, 4, 28, 9, 30, 5, tzinfo=UTC)
        assert sealed.record.recorded_at.tzinfo is UTC
        assert decode_record(sealed.data, sealed.record.hash, EVENTS) == sealed.record
        assert timestamp(at) == "2014-04-28T09:30:05Z"

    def test_of_the_first_centuries_has_four_digits(self):
        assert timestamp(datetime(987, 1, 1, tzinfo=UTC)) == "0987-01-01T00:00:00Z"


def test_thousands_of_accounts_are_written_right():
    accounts = [Account("EARMARK", "fund_available", fund=f"fond {i}") for i in range(70_000)]
    assert [encode_account(account) for account in accounts[::7000]] == [
        f"EARMARK\tfund_available\tfond {i}\t\t\t\t" for i in range(0, 70_000, 7000)
    ]
    for account in accounts:
        encode_account(account)
    assert encode_account(accounts[3]) == "EARMARK\tfund_available\tfond 3\t\t\t\t"


def test_a_decision_stands_as_it_was_cited():
    decision = Decision("KS", DAY, "7", DecisionState.APPEALED, "KS 2012/7", "stadsarkivet")
    sealed = Journal().record(Draft(Told("x"), decision), recorded_at=AT, actor=ACTOR)
    assert sealed.data.decode().split("\n")[1] == "KS\t2012-04-23\t7\tappealed\tKS 2012/7\tstadsarkivet"
