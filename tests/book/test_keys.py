"""What is recorded under a key is recorded once: the same content again is taken as done, other content is refused."""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from municipal_books import APPROVED, KF, KS, Filed, clock, close_through, furnish

from sifund_ledger import Book, Refused, StaleHead, YearFigures, open_book, presets, sek
from sifund_ledger.exchange import parse_events
from sifund_ledger.findings import Severity
from sifund_ledger.ledger.records import Record

Commands = Callable[[Book], object]
EARMARK = presets.tomelilla_earmark
KEY = "överföring 17"


def taken_back(reason: str) -> Commands:
    """A correction, whose reason is kept as a note beside the chain."""

    def commands(book: Book) -> None:
        book.adjust_equity(2013, sek("0,25"), reason="Fel år", decision=KF)
        book.correct(book.head.seq, reason=reason, decision=KF)

    return commands


STEPS: dict[str, Commands] = {
    "set aside": lambda book: book.set_aside("egen", sek(1), source="accumulated_equity", decision=KF),
    "use": lambda book: book.use("social", sek(2), year=2013, decision=KF),
    "adjust": lambda book: book.adjust_equity(2013, sek("-0,5"), reason="Fel år", decision=KF),
    "board": lambda book: book.register_board("SN", valid_from=date(2013, 1, 1), decision=KF),
    "fund": lambda book: book.create_fund("ny", policy=EARMARK, decision=KF),
    "note": taken_back("Utbetalat till Bo"),
    "what there is": lambda book: book.adjust_equity(2013, book.fund("egen").balance + sek(1), reason="x", decision=KF),
    "what was recorded": lambda book: book.correct(book.head.seq, reason="Fel", decision=KF),
}  # fmt: skip
"""Commands that say what they do, or find it in the book."""


def furnished() -> Book:
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=clock)
    furnish(book)
    return book


def in_batch(book: Book, commands: Sequence[Commands], key: str = KEY) -> tuple[Record, ...]:
    with book.batch(key=key) as batch:
        for command in commands:
            command(book)
    return batch.records


def refused(book: Book, *commands: Commands, key: str = KEY) -> str:
    """What the refusal of other content says, after nothing has been recorded; Swedish has nothing English in it."""
    before = [*book.records()], book.balances, book.warnings
    with pytest.raises(Refused) as caught:
        in_batch(book, commands, key)
    assert ([*book.records()], book.balances, book.warnings) == before
    finding = caught.value.findings[0]
    assert finding.code == "KEY_OF_OTHER_CONTENT"
    return dict(finding.values)["differs"].en


steps = st.lists(st.sampled_from([*STEPS]), min_size=1, max_size=4, unique=True).filter(
    lambda names: names[0] != "what was recorded" and names != ["board", "what was recorded"]
)


def allowed(names: Sequence[str]) -> bool:
    return _allowed(tuple(names))


@cache
def _allowed(names: tuple[str, ...]) -> bool:
    try:
        in_batch(furnished(), [STEPS[name] for name in names])
    except Refused:
        return False
    return True


@settings(max_examples=25, deadline=None)
@given(steps.filter(allowed), steps.filter(allowed), st.booleans())
def test_the_same_content_again_records_nothing_and_other_content_is_refused(names, others, later):
    book = furnished()
    made = in_batch(book, [STEPS[name] for name in names])
    if later:
        book.record_result(2014, sek(5))
        in_batch(book, [STEPS["adjust"]], "en annan")
    before, warned = ([*book.records()], book.balances), book.warnings
    with book.batch(key=KEY) as batch:
        returned = [record for name in names if isinstance(record := STEPS[name](book), Record)]
    assert (batch.repeated, batch.records) == (True, made)
    assert set(returned) <= set(made)
    assert ([*book.records()], book.balances) == before
    assert [(found.code, found.severity) for found in book.warnings[len(warned) :]] == [
        ("RECORDED_BEFORE", Severity.NOTE)
    ]
    if others != names:
        assert refused(book, *(STEPS[name] for name in others))
    assert [record.seq for record in in_batch(book, [STEPS["adjust"]], "ny")] == [book.head.seq - 1, book.head.seq]


DIFFERING: dict[str, tuple[Commands, Commands, str]] = {
    "an amount": (
        lambda book: book.use("social", sek(2), year=2013, decision=KF),
        lambda book: book.use("social", sek("2,5"), year=2013, decision=KF),
        "record 14 (used) has 2.00 kr, not 2.50 kr",
    ),
    "a decision": (
        STEPS["board"],
        lambda book: book.register_board("SN", valid_from=date(2013, 1, 1), decision=replace(KF, paragraph="46")),
        f"record 14 (board registered) has {KF}, not KF 2013-04-22 § 46",
    ),
    "a kind": (
        lambda book: book.use("social", sek(2), year=2013, decision=KF),
        lambda book: book.register_board("SN", valid_from=date(2013, 1, 1), decision=KF),
        "record 14 is “used”, not “board registered”",
    ),
    "a policy": (
        STEPS["fund"],
        lambda book: book.create_fund("ny", policy=replace(EARMARK, use_without_project=False), decision=KF),
        "record 14 (fund created) has other content (policy)",
    ),
    "a note": (
        STEPS["note"],
        taken_back("Utbetalat till Eva"),
        "record 15 (correction) has another note",
    ),
    "less": (STEPS["use"], lambda book: None, "record 14 (used) is not there"),
    "more": (
        STEPS["use"],
        lambda book: (STEPS["use"](book), STEPS["board"](book)),
        "a record is new (board registered)",
    ),
    "what is refused": (
        STEPS["use"],
        lambda book: book.use("social", sek(7), year=2013, decision=KF),
        "the content is refused in the book as it was",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DIFFERING)
def test_what_differs_is_named(what):
    book = furnished()
    there, here, named = DIFFERING[what]
    in_batch(book, [there])
    assert refused(book, here) == named


def test_it_is_repeated_on_another_day_by_another_after_the_note_is_blotted(municipal: Filed):
    with municipal.book as book:
        made = in_batch(book, [STEPS["note"], STEPS["board"]])
        book.blot_note(made[1].seq, decision=KF)
    with open_book(municipal.path, actor="revision", clock=lambda: datetime(2020, 1, 2, tzinfo=UTC)) as book:
        with book.batch(key=KEY, expected_head=book.head._replace(seq=13)) as batch:  # the head when it was first sent
            STEPS["note"](book)
            STEPS["board"](book)
        assert [record.seq for record in batch.records] == [record.seq for record in made]
        assert [record._replace(note=None) for record in batch.records] == [
            record._replace(note=None) for record in made
        ]
        with pytest.raises(StaleHead), book.batch(key="ny", expected_head=book.head._replace(seq=13)):
            raise AssertionError("the head has moved")


def test_a_batch_within_a_batch_has_a_key_of_its_own_stored_or_not():
    book = furnished()
    one = in_batch(book, [STEPS["board"]], "ett")
    with book.batch():
        two = in_batch(book, [STEPS["use"]], "två")
        assert in_batch(book, [STEPS["board"]], "ett") == one
        assert in_batch(book, [STEPS["use"]], "två") == two
        book.record_result(2014, sek(5))
        assert in_batch(book, [STEPS["use"]], "två") == two
        refused(book, STEPS["adjust"], key="två")
        three = in_batch(book, [STEPS["adjust"]], "tre")
    assert [record.seq for record in (*one, *two, *three)] == [14, 15, 16, 17, 20, 21]
    assert book.head.seq == 21
    assert in_batch(book, [STEPS["adjust"]], "tre") == three
    assert in_batch(book, [STEPS["board"]], "ett") == one

    def both(book: Book) -> None:
        in_batch(book, [STEPS["board"]], "ett")  # recorded before the batch around it too
        in_batch(book, [STEPS["set aside"]], "fyra")

    around = in_batch(book, [both], "om")
    assert in_batch(book, [both], "om") == around
    assert refused(book, lambda book: in_batch(book, [STEPS["board"]], "ett"), key="om")


def test_a_year_end_is_repeated():
    book = furnished()
    close_through(book, 2013)

    def year_end(book: Book, result: int = 7) -> None:
        book.year_end(2014, YearFigures(net_result=sek(result))).post()

    made = in_batch(book, [year_end])
    book.close_year(2014, decision=replace(APPROVED, date=date(2015, 4, 27)))
    assert in_batch(book, [year_end]) == made
    assert "has 7 kr, not 8 kr" in refused(book, lambda book: year_end(book, 8))


def test_a_preview_of_what_is_recorded_shows_it():
    book = furnished()
    events = f'[[event]]\ndo = "register_board"\nboard = "SN"\nvalid_from = 2014-01-01\ndecision = "{KF}"\n'
    made = parse_events(events, name="2014.toml").post(book)
    with book.preview() as preview:
        assert parse_events(events, name="samma.toml").post(book) == made
    assert (preview.records, book.head.seq) == ((), made[-1].seq)
    with book.preview(), pytest.raises(Refused, match="KEY_OF_OTHER_CONTENT"), book.batch(key=made[-1].event.key):
        book.register_board("SN", valid_from=date(2014, 1, 1), decision=KS)


SAVED = st.tuples(st.booleans(), st.booleans(), st.sampled_from(["NFC", "NFD"]))
"""How an editor saves a text: with a byte order mark, with CRLF, its letters composed or not."""


def saved(text: str, *, mark: bool, crlf: bool, form: Literal["NFC", "NFD"]) -> bytes:
    lines = unicodedata.normalize(form, text).replace("\n", "\r\n" if crlf else "\n")
    return (BOM_UTF8 if mark else b"") + lines.encode()


@given(SAVED, SAVED)
def test_an_events_file_is_the_same_however_it_is_saved(one, other):
    book = open_book(create="Ale", actor="ekonomi")
    text = f'[[händelse]]\ngör = "registrera_nämnd"\nnämnd = "Vård"\ngäller_från = 2014-01-01\nbeslut = "{KF}"\n'
    first, again = (saved(text, mark=mark, crlf=crlf, form=form) for mark, crlf, form in (one, other))
    made = parse_events(first).post(book)
    assert parse_events(again).post(book) == made
    assert (book.head.seq, book.warnings[-1].code) == (made[-1].seq, "RECORDED_BEFORE")


@given(st.booleans(), st.booleans(), SAVED)
def test_what_was_kept_under_the_hash_of_the_bytes_is_known_again(mark, crlf, other):
    book = open_book(create="Ale", actor="ekonomi")
    text = f'[[event]]\ndo = "register_board"\nboard = "SN"\nvalid_from = 2014-01-01\ndecision = "{KF}"\n'
    as_it_was = saved(text, mark=mark, crlf=crlf, form="NFC")
    with book.batch(key=sha256(as_it_was).hexdigest()) as batch:
        book.do_all(parse_events(as_it_was).commands)
    again = saved(text, mark=other[0], crlf=other[1], form=other[2])
    assert parse_events(again).post(book) == batch.records
    assert book.head.seq == batch.records[-1].seq


def test_a_file_of_plain_lines_keeps_its_key():
    text = f'[[event]]\ndo = "register_board"\nboard = "SN"\nvalid_from = 2014-01-01\ndecision = "{KF}"\n'
    assert parse_events(text).key == parse_events(text.encode()).key == sha256(text.encode()).hexdigest()


def test_many_keys_are_repeated_one_after_another_in_any_order():
    book = furnished()
    made = [in_batch(book, [STEPS["adjust"]], f"rad {number}") for number in range(40)]
    for number in (*range(40), *reversed(range(40))):
        assert in_batch(book, [STEPS["adjust"]], f"rad {number}") == made[number]
    assert book.head.seq == made[-1][-1].seq
