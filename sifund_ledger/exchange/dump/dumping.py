"""A book's records as lines of JSON: the bytes and hash that restore each, and the same in plain values for reading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Final

from sifund_ledger.decisions import Decision
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.canonical.writing import field_names, timestamp
from sifund_ledger.ledger.findings import NOTE_GONE
from sifund_ledger.ledger.journal.chain import verify_together
from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.ledger.records import Head, Record
from sifund_ledger.year_end.book_state import EVENT_TYPES, BookState

FORMAT: Final = "sifund-dump-1"
"""The first line of a dump says this; another form gets another number."""


def dump_lines(rows: Iterable[StoredRecord], *, notes: bool = True) -> Iterator[str]:
    """The lines of a dump: about the book first, then one for each record. Nothing is lost but, without ``notes``,
    the free texts beside records.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` for records that do not verify.
    """
    kept = list(rows)
    records = verified(kept)
    head = Head(kept[-1].seq, kept[-1].hash)
    about = {
        "format": FORMAT, "entity": getattr(records[0].event, "entity", ""), "records": head.seq,
        "checkpoint": f"{head.seq}:{head.hash.hex()}", "notes": notes,
    }  # fmt: skip
    yield _line(about)
    for row, record in zip(kept, records, strict=True):
        yield _line(sealed(row, notes=notes) | plain(record))


def verified(rows: Iterable[StoredRecord], *, without_notes: bool = False) -> list[Record]:
    """Records, each verified against the chain and folded in as a book does that is opened.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with what is wrong; that notes are gone is nothing wrong
    ``without_notes``.
    """
    state, records, findings = BookState(), list[Record](), list[Finding]()
    for some, found in verify_together(rows, EVENT_TYPES):
        findings += [each for each in found if not (without_notes and each.kind is NOTE_GONE)]
        if not findings:
            findings += state.evolve_checked(some)
        records += some
        if len(findings) > _MOST:
            break
    if findings:
        raise UnreadableInput(findings)
    return records


_MOST: Final = 50


def sealed(row: StoredRecord, *, notes: bool = True) -> dict[str, Any]:
    """What restores a record: its number, its bytes as text, their hash, and its note with the salt."""
    note = None if row.note_salt is None or not notes else {"salt": row.note_salt.hex(), "text": row.note}
    return {"seq": row.seq, "hash": row.hash.hex(), "data": row.data.decode("utf-8"), "note": note}


def plain(record: Record) -> dict[str, Any]:
    """The same record in plain values; amounts in öre are whole numbers, debit positive."""
    event, entry = record.event, record.entry
    fields = {name: _value(getattr(event, name)) for name in field_names(type(event))}
    return {
        "recorded_at": timestamp(record.recorded_at), "actor": record.actor, "decision": _value(record.decision),
        "event": {"kind": event.kind, "version": event.version, **fields},
        "entry": None if entry is None else {
            **{name: _value(value) for name, value in entry._asdict().items() if name != "postings"},
            "postings": [{**line.account._asdict(), "ore": line.ore} for line in entry.postings],
        },
    }  # fmt: skip


def _value(value: Any) -> Any:
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, date | Fraction | Decision):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    return [_value(each) for each in value]


def _line(tree: dict[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=True, separators=(",", ":"))
