"""The canonical bytes of a record: length-framed, versioned, the same in every store and in the chain.

A *frame* is a line of decimal lengths, separated by single spaces and ended by a line feed, and then the fields
themselves, one after the other, with nothing between; lengths count Unicode code points. A record is a frame of nine
fields::

    sifund-record-1 | seq | recorded_at | actor | decision | event | entry | note digest | previous hash

All of it is text, in UTF-8, so that a person can read it. ``docs/chain.md`` specifies it on a page, with vectors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from typing import Any, Final

from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import Entry, Posting
from sifund_ledger.ledger.records import Event, Note, Record

FORMAT: Final = "sifund-record-1"


class Undecodable(ValueError):
    """Bytes that are no record in canonical form."""


@lru_cache(maxsize=256)
def _lengths(count: int) -> str:
    return " ".join(["%d"] * count) + "\n"


def frame(parts: Iterable[str]) -> str:
    """Fields in a frame.

    >>> frame(["KF", "", "§ 45"])
    '2 0 4\\nKF§ 45'
    """
    parts = tuple(parts)
    return _lengths(len(parts)) % tuple(map(len, parts)) + "".join(parts)


def unframe(text: str) -> list[str]:
    """The fields of a frame. Raises :class:`Undecodable` where the lengths do not fit.

    >>> unframe("2 0 4\\nKF§ 45")
    ['KF', '', '§ 45']
    """
    head, newline, body = text.partition("\n")
    parts = []
    start = 0
    try:
        for length in head.split(" ") if head else ():
            end = start + int(length)
            parts.append(body[start:end])
            start = end
    except ValueError:
        raise Undecodable("a length is no number") from None
    if start != len(body) or not newline:
        raise Undecodable("the lengths do not add up to the fields")
    return parts


_TAGS: Final[dict[type, str]] = {str: "s", int: "i", date: "d", Fraction: "q"}
_ENCODERS: Final[dict[type, Callable[[Any], str]]] = {
    bool: lambda value: "b1" if value else "b0",
    type(None): lambda _: "n",
    tuple: lambda value: "t" + frame(map(encode_value, value)),
    Decision: lambda value: "D" + encode_decision(value),
}


def encode_value(value: Any) -> str:
    """A value of an event: one letter for its type, then its text.

    >>> encode_value("Tomelilla"), encode_value(-150), encode_value(date(2013, 12, 31)), encode_value(None)
    ('sTomelilla', 'i-150', 'd2013-12-31', 'n')
    """
    tag = _TAGS.get(type(value))
    return f"{tag}{value}" if tag else _ENCODERS[type(value)](value)


@lru_cache(maxsize=4096)
def _date(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=1024)
def encode_decision(decision: Decision) -> str:
    """A decision as a frame: body, date, paragraph, state, case number, where it is kept."""
    return frame(
        (
            decision.body,
            decision.date.isoformat(),
            decision.paragraph,
            decision.state.value,
            decision.case_number,
            decision.kept_at,
        )
    )


@lru_cache(maxsize=1024)
def decode_decision(text: str) -> Decision:
    """The decision that :func:`encode_decision` made the text from."""
    body, day, paragraph, state, case_number, kept_at = unframe(text)
    return Decision(body, date.fromisoformat(day), paragraph, DecisionState(state), case_number, kept_at)


@lru_cache(maxsize=65536)
def encode_account(account: Account) -> str:
    """An account as a frame: book, code, fund, subfund, project, board, year (empty where there is none)."""
    return frame((*account[:6], str(account.year) if account.year else ""))


@lru_cache(maxsize=65536)
def decode_account(text: str) -> Account:
    """The account that :func:`encode_account` made the text from."""
    book, code, fund, subfund, project, board, year = unframe(text)
    return Account(book, code, fund, subfund, project, board, int(year) if year else 0)


def _decode_tuple(text: str) -> tuple[Any, ...]:
    return tuple(decode_value(part) for part in unframe(text[1:]))


_DECODERS: Final[dict[str, Callable[[str], Any]]] = {
    "s": lambda text: text[1:],
    "i": lambda text: int(text[1:]),
    "b": lambda text: text == "b1",
    "d": lambda text: _date(text[1:]),
    "q": lambda text: Fraction(text[1:]),
    "n": lambda _: None,
    "t": _decode_tuple,
    "D": lambda text: decode_decision(text[1:]),
}


def decode_value(text: str) -> Any:
    """The value that :func:`encode_value` made the text from."""
    try:
        return _DECODERS[text[0]](text)
    except (KeyError, IndexError):
        raise Undecodable("a value has no known type") from None


@lru_cache(maxsize=256)
def field_names(event_type: type[Event]) -> tuple[str, ...]:
    """The fields of an event type, in order."""
    return tuple(spec.name for spec in fields(event_type))  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _event_form(event_type: type[Event]) -> tuple[str, str, str, Callable[[Any], tuple[Any, ...]]]:
    names = field_names(event_type)
    getter: Callable[[Any], Any] = attrgetter(*names)
    values = getter if len(names) > 1 else lambda event: (getter(event),)
    return event_type.kind, str(event_type.version), _lengths(len(names) + 2), values


def encode_event(event: Event) -> str:
    """An event as a frame: kind, version, and its values in the order of its fields."""
    kind, version, lengths, values = _event_form(type(event))
    tags = _TAGS
    parts = [
        kind,
        version,
        *[f"{tags[type(v)]}{v}" if type(v) in tags else _ENCODERS[type(v)](v) for v in values(event)],
    ]
    return lengths % tuple(map(len, parts)) + "".join(parts)


def encode_entry(entry: Entry) -> str:
    """An entry as a frame: series, number, year, date, text, counterparty, documents, postings."""
    series, number, year, day, text, counterparty, documents, postings = entry
    lines: list[str] = []
    for account, ore in postings:
        lines += (encode_account(account), str(ore))
    parts = (
        series,
        str(number),
        str(year),
        day.isoformat(),
        text,
        counterparty,
        frame(documents) if documents else "",
        frame(lines),
    )
    return "%d %d %d %d %d %d %d %d\n" % tuple(map(len, parts)) + "".join(parts)


def decode_entry(text: str) -> Entry:
    """The entry that :func:`encode_entry` made the text from."""
    series, number, year, day, what, counterparty, documents, lines = unframe(text)
    parts = unframe(lines)
    return Entry(
        series,
        int(number),
        int(year),
        _date(day),
        what,
        counterparty,
        tuple(unframe(documents)) if documents else (),
        tuple([Posting(decode_account(parts[i]), int(parts[i + 1])) for i in range(0, len(parts), 2)]),
    )


def note_digest(note: Note) -> bytes:
    """SHA-256 of the salt followed by the text; what the chain keeps of a note."""
    return sha256(note.salt + note.text.encode()).digest()


@lru_cache(maxsize=256)
def timestamp(moment: datetime) -> str:
    """UTC to the second, as ``2014-04-28T09:30:00Z``.

    >>> timestamp(datetime(2014, 4, 28, 9, 30, tzinfo=UTC))
    '2014-04-28T09:30:00Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=256)
def _decode_moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if timestamp(moment) != text:
        raise Undecodable("a time of recording is not in UTC to the second")
    return moment


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
    parts = (
        FORMAT,
        str(seq),
        timestamp(recorded_at),
        actor,
        "" if decision is None else encode_decision(decision),
        encode_event(event),
        "" if entry is None else encode_entry(entry),
        digest_of_note.hex(),
        previous.hex(),
    )
    return ("%d %d %d %d %d %d %d %d %d\n" % tuple(map(len, parts)) + "".join(parts)).encode()


EventTypes = Mapping[tuple[str, int], type[Event]]
"""Every type of event that a reader knows, by kind and version."""


def decode_record(data: bytes, digest: bytes, events: EventTypes, note: Note | None = None) -> Record:
    """The record that the bytes hold. Raises :class:`Undecodable` for anything else, and for an unknown event.

    ``digest`` is taken as the record's hash; that it fits the bytes is for :func:`~sifund_ledger.ledger.chain.verify`.
    """
    try:
        mark, seq, moment, actor, decision, event, entry, digest_of_note, previous = unframe(data.decode())
        if mark != FORMAT:
            raise Undecodable(f"the format is {mark[:40]!r}")
        kind, version, *values = unframe(event)
        event_type = events.get((kind, int(version)))
        if event_type is None:
            raise Undecodable(f"the event {kind!r} version {int(version)} is unknown")
        return Record(
            int(seq),
            _decode_moment(moment),
            actor,
            decode_decision(decision) if decision else None,
            event_type(*[_DECODERS[value[0]](value) for value in values]),
            decode_entry(entry) if entry else None,
            bytes.fromhex(digest_of_note),
            bytes.fromhex(previous),
            digest,
            note,
        )
    except Undecodable:
        raise
    except (ValueError, TypeError, KeyError, IndexError) as fault:
        raise Undecodable(str(fault)) from fault
