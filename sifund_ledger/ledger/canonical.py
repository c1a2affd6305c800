r"""The canonical bytes of a record: text in lines, versioned, the same in every store and in the chain.

A record is lines of fields (see :mod:`~sifund_ledger.ledger.fields`), each ended by a line feed::

    sifund-record-1 ⇥ seq ⇥ previous hash ⇥ note digest ⇥ recorded_at ⇥ actor
    body ⇥ date ⇥ paragraph ⇥ state ⇥ case number ⇥ kept at              the decision, or an empty line
    kind ⇥ version ⇥ value ⇥ value …                                     the event
    series ⇥ number ⇥ year ⇥ date ⇥ text ⇥ counterparty ⇥ document …     the entry, where there is one
    book ⇥ code ⇥ fund ⇥ subfund ⇥ project ⇥ board ⇥ year ⇥ öre          each of its postings

All of it is UTF-8, so that a person can read it. ``docs/chain.md`` specifies it on a page, with vectors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from typing import Any, Final

from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import Entry, Posting
from sifund_ledger.ledger.fields import (
    Undecodable,
    decode_date,
    decode_decision,
    decode_value,
    encode_date,
    encode_decision,
    encode_value,
    escape,
    frame,
    unframe,
)
from sifund_ledger.ledger.records import Event, Note, Record

__all__ = [
    "FORMAT",
    "EventTypes",
    "Undecodable",
    "decode_account",
    "decode_decision",
    "decode_entry",
    "decode_record",
    "decode_value",
    "encode_account",
    "encode_decision",
    "encode_entry",
    "encode_event",
    "encode_record",
    "encode_value",
    "field_names",
    "frame",
    "note_digest",
    "preamble",
    "seal_text",
    "timestamp",
    "unframe",
]

FORMAT: Final = "sifund-record-1"
_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class


class _AccountTexts(dict[Account, str]):
    """The lines of accounts met before; a plain look-up, where a function that remembers would cost twice as much."""

    def __missing__(self, account: Account) -> str:
        if len(self) >= _MOST_ACCOUNTS:
            self.clear()
        line = self[account] = frame((*account[:6], str(account.year) if account.year else ""))
        return line


_MOST_ACCOUNTS: Final = 65536
_ACCOUNT_TEXTS: Final = _AccountTexts()


def encode_account(account: Account) -> str:
    """An account as a line: book, code, fund, subfund, project, board, year (empty where there is none)."""
    return _ACCOUNT_TEXTS[account]


@lru_cache(maxsize=65536)
def decode_account(line: str) -> Account:
    """The account that :func:`encode_account` made the line from."""
    book, code, fund, subfund, project, board, year = unframe(line)
    return Account(book, code, fund, subfund, project, board, int(year) if year else 0)


@lru_cache(maxsize=256)
def field_names(event_type: type[Event]) -> tuple[str, ...]:
    """The fields of an event type, in order."""
    return tuple(spec.name for spec in fields(event_type))  # type: ignore[arg-type]


_SIMPLE: Final = {str: "s%s", int: "i%d", date: "d%s"}


class _Form:
    """How the events of one type are written: their values, and a template for simple values."""

    def __init__(self, event_type: type[Event]) -> None:
        names = field_names(event_type)
        getter: Callable[[Any], Any] = attrgetter(*names) if names else lambda event: ()
        self.values: Callable[[Any], tuple[Any, ...]] = getter if len(names) != 1 else lambda event: (getter(event),)
        self.start = (event_type.kind, str(event_type.version))
        self.tabs = len(names) + 1
        self.types: list[type] = []
        self.template = ""

    def suit(self, types: list[type]) -> None:
        """Prepare a template for values of these types, if all of them are simple."""
        if all(value_type in _SIMPLE for value_type in types):
            start = frame(self.start).replace("%", "%%")
            self.types, self.template = types, "\t".join([start, *[_SIMPLE[value_type] for value_type in types]])


_FORMS: Final[dict[type[Event], _Form]] = {}


def encode_event(event: Event) -> str:
    """An event as a line: kind, version, and its values in the order of its fields."""
    event_type = type(event)
    form = _FORMS.get(event_type)
    if form is None:
        form = _FORMS[event_type] = _Form(event_type)
    values = form.values(event)
    types = [*map(type, values)]
    if types != form.types:
        form.suit(types)
    if types == form.types:
        line = form.template % values
        # No field holds what must be escaped if the line has the tabs of its template and no other such character.
        if line.count("\t") == form.tabs and "\n" not in line and "\\" not in line:
            return line
    return frame((*form.start, *map(encode_value, values)))


def encode_entry(entry: Entry) -> str:
    """An entry as lines: series, number, year, date, text, counterparty, documents; and a line for each posting."""
    series, number, year, day, text, counterparty, documents, postings = entry
    words = f"{series}{text}{counterparty}"
    if "\t" in words or "\n" in words or "\\" in words:
        series, text, counterparty = escape(series), escape(text), escape(counterparty)
    head = f"{series}\t{number}\t{year}\t{encode_date(day)}\t{text}\t{counterparty}"
    if documents:
        head = f"{head}\t{frame(documents)}"
    if len(postings) == 2:
        (debit, ore), (credit, contra) = postings
        return f"{head}\n{_ACCOUNT_TEXTS[debit]}\t{ore}\n{_ACCOUNT_TEXTS[credit]}\t{contra}\n"
    return "\n".join([head, *[f"{_ACCOUNT_TEXTS[account]}\t{ore}" for account, ore in postings], ""])


def decode_entry(text: str) -> Entry:
    """The entry that :func:`encode_entry` made the text from."""
    head, *lines = text.split("\n")
    if not lines or lines.pop():
        raise Undecodable("the last line is not ended")
    return _decode_entry(head, lines)


def _decode_entry(head: str, lines: list[str]) -> Entry:
    series, number, year, day, what, counterparty, *documents = unframe(head)
    postings = []
    for line in lines:
        account, _, ore = line.rpartition("\t")
        postings.append(_new(Posting, (decode_account(account), int(ore))))
    return _new(
        Entry,
        (series, int(number), int(year), decode_date(day), what, counterparty, tuple(documents), tuple(postings)),
    )


def note_digest(note: Note) -> bytes:
    """SHA-256 of the salt followed by the text; what the chain keeps of a note."""
    return sha256(note.salt + note.text.encode()).digest()


@lru_cache(maxsize=256)
def timestamp(moment: datetime) -> str:
    """UTC to the second, as ``2014-04-28T09:30:00Z``. Raises ``ValueError`` for a time without a zone.

    >>> timestamp(datetime(2014, 4, 28, 9, 30, tzinfo=UTC))
    '2014-04-28T09:30:00Z'
    """
    return in_utc(moment).replace(tzinfo=None).isoformat() + "Z"


def in_utc(moment: datetime) -> datetime:
    """The moment in UTC, its fraction of a second cut off. Raises ``ValueError`` for a time without a zone."""
    if moment.utcoffset() is None:
        raise ValueError("a time of recording needs a time zone")
    return moment.astimezone(UTC).replace(microsecond=0)


@lru_cache(maxsize=256)
def _decode_moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def preamble(recorded_at: datetime, actor: str, decision: Decision | None) -> str:
    """What the records of one command have in common, as text: when, who, and the line of the decision."""
    return f"{timestamp(recorded_at)}\t{escape(actor)}\n{'' if decision is None else encode_decision(decision)}\n"


def seal_text(
    seq: int, previous: bytes, digest_of_note: bytes, shared: str, event: Event, entry: Entry | None
) -> bytes:
    """The canonical bytes of a record whose :func:`preamble` is already written."""
    text = f"{FORMAT}\t{seq}\t{previous.hex()}\t{digest_of_note.hex()}\t{shared}{encode_event(event)}\n"
    # Two parts, since letters beyond ASCII, which slow down all of a text, stand in the entry as a rule.
    return text.encode() if entry is None else text.encode() + encode_entry(entry).encode()


def encode_record(
    seq: int,
    recorded_at: datetime,
    actor: str,
    decision: Decision | None,
    event: Event,
    entry: Entry | None,
    digest_of_note: bytes,
    previous: bytes,
) -> bytes:
    """The canonical bytes of a record; their SHA-256 digest is its hash."""
    return seal_text(seq, previous, digest_of_note, preamble(recorded_at, actor, decision), event, entry)


EventTypes = Mapping[tuple[str, int], type[Event]]
"""Every type of event that a reader knows, by kind and version."""


def decode_record(data: bytes, digest: bytes, events: EventTypes, note: Note | None = None) -> Record:
    """The record that the bytes hold. Raises :class:`Undecodable` for anything else, and for an unknown event.

    ``digest`` is taken as the record's hash; that it fits the bytes is for :func:`~sifund_ledger.ledger.chain.verify`.
    """
    try:
        head, decided, happened, *lines = data.decode().split("\n")
        mark, seq, previous, digest_of_note, moment, actor = unframe(head)
        if mark != FORMAT:
            raise Undecodable(f"the format is {mark[:40]!r}")
        kind, version, *values = unframe(happened)
        event_type = events.get((kind, int(version)))
        if event_type is None:
            raise Undecodable(f"the event {kind[:40]!r} version {version[:40]} is unknown")
        record = _new(
            Record,
            (
                int(seq),
                _decode_moment(moment),
                actor,
                decode_decision(decided) if decided else None,
                event_type(*[value[1:] if value[0] == "s" else decode_value(value) for value in values]),
                _decode_entry(lines[0], lines[1:-1]) if len(lines) > 1 else None,
                bytes.fromhex(digest_of_note),
                bytes.fromhex(previous),
                digest,
                note,
            ),
        )
    except Undecodable:
        raise
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as fault:
        raise Undecodable(str(fault)) from fault
    # One form for each record: what would be written otherwise is refused, be it a zero before a number.
    if encode_record(*record[:8]) != data:
        raise Undecodable("it is not in canonical form")
    return record
