"""Records written as their canonical bytes; the form is told in :mod:`~sifund_ledger.ledger.canonical`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Final

from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.entries import Entry
from sifund_ledger.ledger.fields import encode_date, encode_decision, escape, frame
from sifund_ledger.ledger.forms import FORMS
from sifund_ledger.ledger.records import Event, Note

FORMAT: Final = "sifund-record-1"


class _AccountTexts(dict[Account, str]):
    """The lines of accounts met before; a plain look-up, where a function that remembers would cost twice as much."""

    def __missing__(self, account: Account) -> str:
        if len(self) >= _MOST_ACCOUNTS:
            self.clear()
        line = self[account] = frame((*account[:6], str(int(account.year)) if account.year else ""))
        return line


_MOST_ACCOUNTS: Final = 65536
_ACCOUNT_TEXTS: Final = _AccountTexts()


def encode_account(account: Account) -> str:
    """An account as a line: book, code, fund, subfund, project, board, year (empty where there is none)."""
    return _ACCOUNT_TEXTS[account]


def field_names(event_type: type[Event]) -> tuple[str, ...]:
    """The fields of an event type, in order."""
    return FORMS[event_type].names


def encode_event(event: Event) -> str:
    """An event as a line: kind, version, and its values in the order of its fields."""
    return FORMS[type(event)].write(event)


def encode_events(events: Sequence[Event]) -> list[str]:
    """The lines of many events; those of one type are written together."""
    types = {*map(type, events)}
    return FORMS[types.pop()].write_all(events) if len(types) == 1 else [*map(encode_event, events)]


def encode_entry(entry: Entry) -> str:
    """An entry as lines: series, number, year, date, text, counterparty, documents; and a line for each posting."""
    series, number, year, day, text, counterparty, documents, postings = entry
    words = f"{series}{text}{counterparty}"
    if "\t" in words or "\n" in words or "\\" in words:
        series, text, counterparty = escape(series), escape(text), escape(counterparty)
    more = f"\t{frame(documents)}" if documents else ""
    head = f"{series}\t{number}\t{year}\t{encode_date(day)}\t{text}\t{counterparty}{more}\n"
    if len(postings) == 2:
        (debit, ore), (credit, contra) = postings
        return f"{head}{_ACCOUNT_TEXTS[debit]}\t{ore}\n{_ACCOUNT_TEXTS[credit]}\t{contra}\n"
    return head + "".join([f"{_ACCOUNT_TEXTS[account]}\t{ore}\n" for account, ore in postings])


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


def preamble(recorded_at: datetime, actor: str, decision: Decision | None) -> str:
    """What the records of one command have in common, as text: when, who, and the line of the decision."""
    return f"{timestamp(recorded_at)}\t{escape(actor)}\n{'' if decision is None else encode_decision(decision)}\n"


def seal_text(seq: int, previous: bytes, digest_of_note: bytes, shared: str, line: str, entry: Entry | None) -> bytes:
    """The canonical bytes of a record whose :func:`preamble` and whose event's line are already written."""
    text = f"{FORMAT}\t{seq}\t{previous.hex()}\t{digest_of_note.hex()}\t{shared}{line}\n"
    # Two parts, since letters beyond ASCII, which slow down all of a text, stand in the entry as a rule.
    return text.encode() if entry is None else text.encode() + encode_entry(entry).encode()


def chained(
    seq: int, previous: bytes, shared: str, lines: Iterable[str], entries: Iterable[Entry]
) -> tuple[list[bytes], list[bytes]]:
    """The canonical bytes, and the hashes, of records of one command that follow each other, each with an entry."""
    datas, hashes = [], []
    for line, entry in zip(lines, map(encode_entry, entries), strict=True):
        seq += 1
        data = f"{FORMAT}\t{seq}\t{previous.hex()}\t\t{shared}{line}\n".encode() + entry.encode()
        previous = sha256(data).digest()
        datas.append(data)
        hashes.append(previous)
    return datas, hashes


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
    shared = preamble(recorded_at, actor, decision)
    return seal_text(seq, previous, digest_of_note, shared, encode_event(event), entry)
