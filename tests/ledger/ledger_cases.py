"""What the ledger's tests share: small events, strategies for drafts and values, a journal's whole state as a value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from hypothesis import strategies as st

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.accounts import (
    BOARD_DEBT,
    BOARD_FRAME,
    FREE_EQUITY,
    FUND_APPROPRIATION,
    FUND_AVAILABLE,
    FUND_CLAIM,
    FUND_COMMITTED,
    FUND_REPAYMENTS,
    NET_ASSETS,
    RESULT_RESERVE,
    Account,
    earmark,
    frame,
)
from sifund_ledger.ledger.canonical.reading import EventTypes
from sifund_ledger.ledger.entries import EntryDraft, Posting, transfer
from sifund_ledger.ledger.events import PeriodMoved
from sifund_ledger.ledger.journal.journal import Journal, event_types
from sifund_ledger.ledger.journal.store import SealedRecord, StoredRecord, stored
from sifund_ledger.ledger.records import Draft, Event

AT = datetime(2014, 4, 28, 9, 30, tzinfo=UTC)
DAY = date(2012, 4, 23)
KF = Decision("KF", DAY, "45")
ACTOR = "ekonomi"
YEARS = range(2010, 2016)


@dataclass(frozen=True, slots=True)
class Moved(Event):
    """A movement between accounts; does not belong to the closing of the books."""

    kind: ClassVar[str] = "moved"
    adjusting: ClassVar[bool] = False
    year: int
    event_date: date
    text: str
    lines: tuple[tuple[str, str, str, str, str, str, int, int], ...]

    def draft(self) -> EntryDraft:
        postings = tuple(Posting(Account(*line[:7]), line[7]) for line in self.lines)
        return EntryDraft(self.year, self.event_date, self.text, postings)


@dataclass(frozen=True, slots=True)
class SetAside(Event):
    """The commonest event there is: plain values, two postings."""

    kind: ClassVar[str] = "set_aside"
    fund: str
    ore: int
    year: int
    event_date: date

    def draft(self) -> EntryDraft:
        lines = transfer(earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund=self.fund), self.ore)
        return EntryDraft(self.year, self.event_date, f"Öronmärkning till {self.fund}", lines, self.fund)


@dataclass(frozen=True, slots=True)
class Used(Event):
    """What takes from a fund, and so meets its limit."""

    kind: ClassVar[str] = "used"
    adjusting: ClassVar[bool] = False
    fund: str
    ore: int
    year: int

    def draft(self) -> EntryDraft:
        lines = transfer(earmark(FUND_AVAILABLE, fund=self.fund), earmark(FREE_EQUITY), self.ore)
        return EntryDraft(self.year, DAY, "Ianspråktaget", lines, self.fund)


@dataclass(frozen=True, slots=True)
class Told(Event):
    """Values of every type there is, and no entry."""

    kind: ClassVar[str] = "told"
    version: ClassVar[int] = 3
    what: Any
    why: str = ""


@dataclass(frozen=True, slots=True)
class Nothing(Event):
    """An event without a field."""

    kind: ClassVar[str] = "nothing"


EVENTS: EventTypes = event_types((Moved, SetAside, Used, Told, Nothing))


def moved(year: int, postings: Iterable[Posting], text: str = "Flytt", day: date = DAY) -> Moved:
    """A movement from its postings."""
    return Moved(year, day, text, tuple((*posting.account, posting.ore) for posting in postings))


def record(journal: Journal, *events: Any, decision: Decision | None = KF, note: str = "") -> list[SealedRecord]:
    """Record events one by one, as a command would."""
    return [
        journal.record(Draft(event, decision, note), recorded_at=AT, actor=ACTOR, salt=bytes(16) if note else b"")
        for event in events
    ]


def rows(sealed: Iterable[SealedRecord]) -> list[StoredRecord]:
    """What a store would keep."""
    return [stored(one) for one in sealed]


def whole_state(journal: Journal, decisions: Sequence[Decision] = (KF,)) -> tuple[object, ...]:
    """Everything about a journal that anybody can see, and what its next records would be."""
    balances, periods = journal.balances, journal.periods
    accounts = list(balances.accounts())
    kinds = [*{key[0] for key in EVENTS}]
    return (
        journal.head,
        journal.opened,
        accounts,
        [(a, y, balances.balance(a, at=y)) for a in accounts for y in YEARS],
        [(a, kind, y, balances.movement(a, kind, year=y)) for a in accounts for kind in kinds for y in YEARS],
        balances.as_dict(),
        periods.closed_through,
        [periods.state(year) for year in YEARS],
        dict(journal.corrections),
        list(journal.checkpoints),
        [journal.state_of(decision) for decision in decisions],
        _next_record(journal),
    )


def _next_record(journal: Journal) -> bytes:
    """The record an entry of the year after would make: it shows the numbering and the chain."""
    mark = journal.savepoint()
    try:
        return record(journal, moved(2099, transfer(earmark(NET_ASSETS), earmark(FREE_EQUITY), 1)), decision=None)[
            0
        ].data
    finally:
        journal.rollback(mark)


# Accounts of every book, few enough that drafts meet each other's.
ACCOUNTS = (
    earmark(NET_ASSETS),
    earmark(FREE_EQUITY),
    earmark(RESULT_RESERVE),
    earmark(FUND_AVAILABLE, fund="social"),
    earmark(FUND_AVAILABLE, fund="klimat"),
    earmark(FUND_COMMITTED, fund="social", project="skolan"),
    frame(BOARD_FRAME, board="BUN", year=2013),
    frame(FUND_APPROPRIATION, fund="social", year=2013),
    frame(FUND_REPAYMENTS, fund="social", year=2013),
    Account("CLAIM", FUND_CLAIM, fund="social", project="skolan", board="BUN"),
    Account("CLAIM", BOARD_DEBT, fund="social", project="skolan", board="BUN"),
)
BY_BOOK = {book: [a for a in ACCOUNTS if a.book == book] for book in ("EARMARK", "FRAME", "CLAIM")}
ores = st.integers(-300, 300).filter(bool)


@st.composite
def balanced_postings(draw: st.DrawFn) -> tuple[Posting, ...]:
    """Two or more postings, summing to zero within each book, none of them zero."""
    postings: list[Posting] = []
    for book in draw(st.lists(st.sampled_from(sorted(BY_BOOK)), min_size=1, max_size=2, unique=True)):
        accounts = st.sampled_from(BY_BOOK[book])
        most = draw(st.sampled_from([1, 1, 1, 2, 3]))
        lines = [Posting(draw(accounts), draw(ores)) for _ in range(most)]
        rest = -sum(line.ore for line in lines)
        postings += lines if rest == 0 else [*lines, Posting(draw(accounts), rest)]
    if len(postings) < 2:
        postings = [*transfer(ACCOUNTS[0], ACCOUNTS[1], 1)]
    return tuple(postings)


movements = st.builds(
    moved, st.sampled_from(YEARS), balanced_postings(), st.sampled_from(["Flytt", "Åter\tflytt", "\\n"])
)
closings = st.builds(PeriodMoved, st.sampled_from(YEARS[:4]), st.sampled_from(["adjusting", "closed"]))
happenings = st.one_of(movements, movements, movements, st.builds(Told, st.text(max_size=5)), closings)

texts = st.text(st.characters(exclude_categories=["Cs"]))
awkward = st.one_of(texts, st.text("\\\t\nnt0", max_size=8))
some_decisions = st.builds(
    Decision,
    body=awkward,
    date=st.dates(),
    paragraph=awkward,
    state=st.sampled_from(DecisionState),
    case_number=awkward,
    kept_at=awkward,
)
plain_values = st.one_of(
    awkward,
    st.integers(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.fractions(),
    some_decisions,
)
tuples = st.lists(plain_values, max_size=4).map(tuple)
values = st.one_of(plain_values, tuples, st.lists(st.one_of(plain_values, tuples), max_size=3).map(tuple))
