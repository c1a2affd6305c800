"""The canonical bytes of a record: length-framed, versioned, the same in every store and in the chain.

A *frame* is a line of decimal lengths, separated by single spaces and ended by a line feed, and then the fields
themselves, one after the other, with nothing between. A record is a frame of nine fields::

    sifund-record-1 | seq | recorded_at | actor | decision | event | entry | note digest | previous hash

Everything is UTF-8 text, so that a person can read it. ``docs/chain.md`` specifies it on a page, with vectors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import Entry, Posting
from sifund_ledger.ledger.records import Event, Note, Record

FORMAT: Final = b"sifund-record-1"


class Undecodable(ValueError):
    """Bytes that are no record in canonical form."""


def frame(parts: Iterable[bytes]) -> bytes:
    """Fields in a frame.

    >>> frame([b"KF", b"", b"45"])
    b'2 0 2\\nKF45'
    """
    parts = tuple(parts)
    return b"%s\n%s" % (" ".join([str(len(part)) for part in parts]).encode(), b"".join(parts))


def unframe(data: bytes) -> list[bytes]:
    """The fields of a frame. Raises :class:`Undecodable` where the lengths do not fit.

    >>> unframe(b"2 0 2\\nKF45")
    [b'KF', b'', b'45']
    """
    head, newline, body = data.partition(b"\n")
    parts = []
    start = 0
    try:
        for length in head.split(b" ") if head else ():
            end = start + int(length)
            parts.append(body[start:end])
            start = end
    except ValueError:
        raise Undecodable("a length is no number") from None
    if start != len(body) or not newline:
        raise Undecodable("the lengths do not add up to the fields")
    return parts


def _encode_tuple(value: tuple[Any, ...]) -> bytes:
    return b"t" + frame(encode_value(item) for item in value)


def _encode_decision_value(value: Decision) -> bytes:
    return b"D" + encode_decision(value)


_ENCODERS: Final[dict[type, Callable[[Any], bytes]]] = {
    str: lambda value: b"s" + value.encode(),
    int: lambda value: b"i%d" % value,
    bool: lambda value: b"b1" if value else b"b0",
    date: lambda value: b"d" + value.isoformat().encode(),
    Fraction: lambda value: b"q%d/%d" % (value.numerator, value.denominator),
    type(None): lambda _: b"n",
    tuple: _encode_tuple,
    Decision: _encode_decision_value,
}


def encode_value(value: Any) -> bytes:
    """A value of an event: one letter for its type, then its text.

    >>> encode_value("Tomelilla"), encode_value(-150), encode_value(date(2013, 12, 31)), encode_value(None)
    (b'sTomelilla', b'i-150', b'd2013-12-31', b'n')
    """
    return _ENCODERS[type(value)](value)


@lru_cache(maxsize=4096)
def _date(data: bytes) -> date:
    return date.fromisoformat(data.decode())


@lru_cache(maxsize=1024)
def encode_decision(decision: Decision) -> bytes:
    """A decision as a frame: body, date, paragraph, state, case number, where it is kept."""
    return frame(
        text.encode()
        for text in (
            decision.body,
            decision.date.isoformat(),
            decision.paragraph,
            decision.state.value,
            decision.case_number,
            decision.kept_at,
        )
    )


@lru_cache(maxsize=1024)
def decode_decision(data: bytes) -> Decision:
    """The decision that :func:`encode_decision` made the bytes from."""
    body, day, paragraph, state, case_number, kept_at = (part.decode() for part in unframe(data))
    return Decision(body, date.fromisoformat(day), paragraph, DecisionState(state), case_number, kept_at)


@lru_cache(maxsize=65536)
def encode_account(account: Account) -> bytes:
    """An account as a frame: book, code, fund, subfund, project, board, year (empty where there is none)."""
    texts = (*account[:6], str(account.year) if account.year else "")
    return frame(text.encode() for text in texts)


@lru_cache(maxsize=65536)
def decode_account(data: bytes) -> Account:
    """The account that :func:`encode_account` made the bytes from."""
    book, code, fund, subfund, project, board, year = (part.decode() for part in unframe(data))
    return Account(book, code, fund, subfund, project, board, int(year) if year else 0)


def _decode_tuple(data: bytes) -> tuple[Any, ...]:
    return tuple(decode_value(part) for part in unframe(data[1:]))


_DECODERS: Final[dict[int, Callable[[bytes], Any]]] = {
    ord("s"): lambda data: data[1:].decode(),
    ord("i"): lambda data: int(data[1:]),
    ord("b"): lambda data: data == b"b1",
    ord("d"): lambda data: _date(data[1:]),
    ord("q"): lambda data: Fraction(data[1:].decode()),
    ord("n"): lambda _: None,
    ord("t"): _decode_tuple,
    ord("D"): lambda data: decode_decision(data[1:]),
}


def decode_value(data: bytes) -> Any:
    """The value that :func:`encode_value` made the bytes from."""
    try:
        return _DECODERS[data[0]](data)
    except (KeyError, IndexError):
        raise Undecodable("a value has no known type") from None


@lru_cache(maxsize=256)
def field_names(event_type: type[Event]) -> tuple[str, ...]:
    """The fields of an event type, in order."""
    return tuple(spec.name for spec in fields(event_type))  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _event_head(event_type: type[Event]) -> tuple[bytes, bytes]:
    return event_type.kind.encode(), b"%d" % event_type.version


def encode_event(event: Event) -> bytes:
    """An event as a frame: kind, version, and its values in the order of its fields."""
    event_type = type(event)
    parts = list(_event_head(event_type))
    for name in field_names(event_type):
        value = getattr(event, name)
        parts.append(_ENCODERS[type(value)](value))
    return b"%s\n%s" % (" ".join([str(len(part)) for part in parts]).encode(), b"".join(parts))


def encode_entry(entry: Entry) -> bytes:
    """An entry as a frame: series, number, year, date, text, counterparty, documents, postings."""
    postings: list[bytes] = []
    for account, ore in entry.postings:
        postings += (encode_account(account), b"%d" % ore)
    documents = b"" if not entry.documents else frame(text.encode() for text in entry.documents)
    return frame(
        (
            entry.series.encode(),
            b"%d" % entry.number,
            b"%d" % entry.year,
            entry.event_date.isoformat().encode(),
            entry.text.encode(),
            entry.counterparty.encode(),
            documents,
            frame(postings),
        )
    )


def decode_entry(data: bytes) -> Entry:
    """The entry that :func:`encode_entry` made the bytes from."""
    series, number, year, day, text, counterparty, documents, lines = unframe(data)
    parts = unframe(lines)
    return Entry(
        series.decode(),
        int(number),
        int(year),
        _date(day),
        text.decode(),
        counterparty.decode(),
        tuple(part.decode() for part in unframe(documents)) if documents else (),
        tuple([Posting(decode_account(parts[i]), int(parts[i + 1])) for i in range(0, len(parts), 2)]),
    )


def note_digest(note: Note) -> bytes:
    """SHA-256 of the salt followed by the text; what the chain keeps of a note."""
    return sha256(note.salt + note.text.encode()).digest()


def timestamp(moment: datetime) -> str:
    """UTC to the second, as ``2014-04-28T09:30:00Z``.

    >>> timestamp(datetime(2014, 4, 28, 9, 30, tzinfo=UTC))
    '2014-04-28T09:30:00Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=256)
def _encode_moment(moment: datetime) -> bytes:
    return timestamp(moment).encode()


@lru_cache(maxsize=256)
def _decode_moment(data: bytes) -> datetime:
    moment = datetime.fromisoformat(data.decode())
    if timestamp(moment).encode() != data:
        raise Undecodable("a time of recording is not in UTC to the second")
    return moment


class Unsealed(NamedTuple):
    """The content of a record before its bytes are made: everything but the hash."""

    seq: int
    recorded_at: datetime
    actor: str
    decision: Decision | None
    event: Event
    entry: Entry | None
    note_digest: bytes
    previous: bytes


def encode_record(record: Unsealed | Record) -> bytes:
    """The canonical bytes of a record; their SHA-256 digest is its hash."""
    decision, entry = record.decision, record.entry
    parts = (
        FORMAT,
        b"%d" % record.seq,
        _encode_moment(record.recorded_at),
        record.actor.encode(),
        b"" if decision is None else encode_decision(decision),
        encode_event(record.event),
        b"" if entry is None else encode_entry(entry),
        record.note_digest.hex().encode(),
        record.previous.hex().encode(),
    )
    return b"%s\n%s" % (" ".join([str(len(part)) for part in parts]).encode(), b"".join(parts))


EventTypes = Mapping[tuple[str, int], type[Event]]
"""Every type of event that a reader knows, by kind and version."""


def decode_record(data: bytes, digest: bytes, events: EventTypes, note: Note | None = None) -> Record:
    """The record that the bytes hold. Raises :class:`Undecodable` for anything else, and for an unknown event.

    ``digest`` is taken as the record's hash; that it fits the bytes is for :func:`~sifund_ledger.ledger.chain.verify`.
    """
    try:
        mark, seq, moment, actor, decision, event, entry, digest_of_note, previous = unframe(data)
        if mark != FORMAT:
            raise Undecodable(f"the format is {mark[:40]!r}")
        kind, version, *values = unframe(event)
        event_type = events.get((kind.decode(), int(version)))
        if event_type is None:
            raise Undecodable(f"the event {kind.decode()!r} version {int(version)} is unknown")
        return Record(
            int(seq),
            _decode_moment(moment),
            actor.decode(),
            decode_decision(decision) if decision else None,
            event_type(*[_DECODERS[value[0]](value) for value in values]),
            decode_entry(entry) if entry else None,
            bytes.fromhex(digest_of_note.decode()),
            bytes.fromhex(previous.decode()),
            digest,
            note,
        )
    except Undecodable:
        raise
    except (ValueError, TypeError, KeyError, IndexError) as fault:
        raise Undecodable(str(fault)) from fault
