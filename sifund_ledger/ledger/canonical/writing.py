"""Records written as their canonical bytes; the form is described in :mod:`~sifund_ledger.ledger.canonical`."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Final

from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.fields import encode_date, encode_decision, frame
from sifund_ledger.ledger.canonical.forms import FORMS
from sifund_ledger.ledger.entries import Entry
from sifund_ledger.ledger.records import Event, Note

FORMAT: Final = "sifund-record-1"


@lru_cache(maxsize=65536)
def encode_account(account: Account) -> str:
    """An account as a line: book, code, fund, subfund, project, board, year (empty where there is none)."""
    return frame((*account[:6], str(int(account.year)) if account.year else ""))


def field_names(event_type: type[Event]) -> tuple[str, ...]:
    """The fields of an event type, in order."""
    return FORMS[event_type].names


def encode_event(event: Event) -> str:
    """An event as a line: kind, version, and its values in the order of its fields."""
    return FORMS[type(event)].write(event)


def encode_entry(entry: Entry) -> str:
    """An entry as lines: series, number, year, date, text, counterparty, documents; and a line for each posting."""
    day = encode_date(entry.event_date)
    head = (entry.series, str(entry.number), str(entry.year), day, entry.text, entry.counterparty, *entry.documents)
    return f"{frame(head)}\n" + "".join([f"{encode_account(account)}\t{ore}\n" for account, ore in entry.postings])


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
    head = (FORMAT, str(seq), previous.hex(), digest_of_note.hex(), timestamp(recorded_at), actor)
    decided = "" if decision is None else encode_decision(decision)
    posted = "" if entry is None else encode_entry(entry)
    return f"{frame(head)}\n{decided}\n{encode_event(event)}\n{posted}".encode()
