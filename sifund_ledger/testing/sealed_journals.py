"""Journals for tests of a store (förseglade journaler): sealed by hand, so that a test can seal what is wrong too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import ClassVar

from hypothesis import strategies as st

from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.accounts import BOARD_FRAME, FREE_EQUITY, FUND_AVAILABLE, Account, earmark, frame
from sifund_ledger.ledger.canonical.writing import encode_record, note_digest
from sifund_ledger.ledger.entries import Entry, Posting, transfer
from sifund_ledger.ledger.events import EntryCorrected, JournalOpened, NoteBlotted
from sifund_ledger.ledger.journal.chain import verify
from sifund_ledger.ledger.journal.journal import event_types
from sifund_ledger.ledger.journal.store import SealedRecord, Store, StoredRecord, stored
from sifund_ledger.ledger.records import GENESIS, Event, Head, Note, Record

MOMENT = datetime(2014, 4, 28, 9, 30, tzinfo=UTC)
DECISION = Decision("KF", date(2014, 4, 28), "32", kept_at="Kommunarkivet")
SALT = bytes(range(16))
FREE = earmark(FREE_EQUITY)
FUND = earmark(FUND_AVAILABLE, fund="social")
SCHOOLS = frame(BOARD_FRAME, board="Barn- och utbildningsnämnden", year=2014)
CARE = frame(BOARD_FRAME, board="Socialnämnden", year=2014)


@dataclass(frozen=True, slots=True)
class Moved(Event):
    """An event of the tests: something was moved."""

    kind: ClassVar[str] = "test_moved"
    what: str


EVENTS = event_types([Moved])
OPENED = JournalOpened("Tomelilla kommun", "kommun", "212000-0886")


class Chain:
    """Seals events one behind the other."""

    def __init__(self, head: Head = GENESIS) -> None:
        self.head = head
        self.rows: list[StoredRecord] = []

    def add(self, event: Event, postings: Sequence[Posting] = (), note: str | None = None) -> StoredRecord:
        entry = Entry("A", self.head.seq + 1, 2014, date(2014, 4, 28), "Öronmärkt", "KS", (), tuple(postings))
        kept = None if note is None else Note(SALT, note)
        content = (
            self.head.seq + 1,
            MOMENT,
            "ekonom",
            DECISION,
            event,
            entry if postings else None,
            note_digest(kept) if kept else b"",
            self.head.hash,
        )
        data = encode_record(*content)
        row = stored(SealedRecord(Record(*content, sha256(data).digest(), kept), data))
        self.head = Head(row.seq, row.hash)
        self.rows.append(row)
        return row

    def move(self, debit: Account, credit: Account, ore: int, note: str | None = None) -> StoredRecord:
        return self.add(Moved("flyttat"), transfer(debit, credit, ore), note)

    def correct(self, seq: int) -> StoredRecord:
        return self.add(EntryCorrected(seq, "test_moved", f"A{seq}", 2014, date(2014, 5, 1), ()))


def small_journal() -> Chain:
    """An opening, movements in two books, one with a note, a correction, a note blotted out."""
    chain = Chain()
    chain.add(OPENED)
    chain.move(FREE, FUND, 1_000_000, note="Elevens namn är Åsa Ek")
    chain.move(SCHOOLS, CARE, 250_050)
    chain.add(Moved("i två böcker"), (*transfer(FUND, FREE, 7), *transfer(CARE, SCHOOLS, 9)), note="Kvar står detta")
    chain.correct(3)
    chain.add(NoteBlotted(2))
    return chain


def write(store: Store, rows: Sequence[StoredRecord]) -> None:
    with store.writing():
        store.append(rows)


def faults_of(store: Store) -> list[Finding]:
    """What the chain finds wrong with a store's records: the same in portions, as a book is opened, and one by one."""
    found = [finding for link in verify(store.scan(), EVENTS) for finding in link.findings]
    one_by_one = (row for row in store.scan())
    assert [finding for link in verify(one_by_one, EVENTS) for finding in link.findings] == found
    return found


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
"""PostgreSQL keeps no NUL in a text, and no name has one (R64)."""
_ACCOUNTS = st.one_of(
    st.sampled_from([FREE, FUND, SCHOOLS, CARE]),
    st.builds(Account, st.just("CLAIM"), *[_NAMES] * 5, st.integers(0, 2100)),
)
_ORE = st.integers(-(10**14), 10**14).filter(bool)


@st.composite
def _postings(draw: st.DrawFn) -> list[Posting]:
    """Postings that sum to zero within each book."""
    pairs = draw(st.lists(st.tuples(_ACCOUNTS, _ACCOUNTS, _ORE), min_size=1, max_size=4))
    return [
        posting for debit, credit, ore in pairs for posting in transfer(debit, credit._replace(book=debit.book), ore)
    ]


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Journals of up to twelve records of every shape that a store tells apart."""
    chain = Chain()
    for shape in draw(st.lists(st.sampled_from(["opened", "moved", "noted", "corrected", "blotted"]), max_size=12)):
        if shape == "opened":
            chain.add(OPENED)
        elif shape in ("moved", "noted"):
            note = draw(_TEXTS) if shape == "noted" else None
            chain.add(Moved(draw(_TEXTS)), draw(_postings()), note)
        elif chain.rows:
            target = draw(st.integers(1, len(chain.rows)))
            if shape == "corrected":
                chain.correct(target)
            else:
                chain.add(NoteBlotted(target))
    return chain
