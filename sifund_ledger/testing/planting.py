"""How a fault is planted in a book (felinjektor): its rows changed, or its records, and every hash made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.entries import Entry
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.ledger.records import Event, Head, Record
from sifund_ledger.store.memory import MemoryStore
from sifund_ledger.testing.faults import rechained

Records = tuple[Record, ...]
Rows = list[StoredRecord]
Change = Callable[[list[Record]], int]
"""Changes records where they are; gives the place of the one that is wrong, or −1."""


class Planted(NamedTuple):
    """A book with a fault in it: its store, the checkpoints taken before, and the records that are wrong."""

    store: MemoryStore
    checkpoints: tuple[str, ...] = ()
    seqs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BookFault:
    """A kind of fault: what it is, the check that must find it, and how it is planted in a book's records."""

    name: str
    check: str
    words: Bilingual
    plant: Callable[[Records], Planted]


def fault(name: str, check: str, sv: str, en: str, plant: Callable[[Records], Planted]) -> BookFault:
    """A kind of fault, with what it is in both languages."""
    return BookFault(name, check, Bilingual(sv, en), plant)


def store_of(rows: Iterable[StoredRecord]) -> MemoryStore:
    """A store that has the rows as they are, whatever they are."""
    store = MemoryStore()
    store._rows = list(rows)
    return store


def place_of_last(records: Sequence[Record], kind: str, **about: Any) -> int:
    """Where the last record of a kind of event with these values is."""
    found = [
        at
        for at, record in enumerate(records)
        if record.event.kind == kind and all(getattr(record.event, name) == value for name, value in about.items())
    ]
    if not found:
        raise LookupError(f"the book has no {kind} with {about}")
    return found[-1]


def stored_rows(change: Callable[[Rows], Rows], *, kept: bool = False) -> Callable[[Records], Planted]:
    """A change of the rows as they are stored; ``kept`` keeps the checkpoint of the head before."""

    def planted(records: Records) -> Planted:
        rows = rechained(records)
        head = (str(Checkpoint.of(Head(rows[-1].seq, rows[-1].hash))),) if kept else ()
        return Planted(store_of(change(rows)), head)

    return planted


def in_row(kind: str, change: Callable[[StoredRecord], StoredRecord]) -> Callable[[Rows], Rows]:
    def changed(rows: Rows) -> Rows:
        at = next(at for at, row in enumerate(rows) if row.kind == kind)
        return [*rows[:at], change(rows[at]), *rows[at + 1 :]]

    return changed


def rewritten(*changes: Change, named: bool = True) -> Callable[[Records], Planted]:
    """Changes of the records, each of which names the one that is wrong; every hash is made anew. A change whose record
    is right by itself, and makes others wrong, is not ``named``."""

    def planted(records: Records) -> Planted:
        made = list(records)
        seqs = [at + 1 for change in changes if (at := change(made)) >= 0]
        return Planted(store_of(rechained(renumbered(made))), (), tuple(seqs) if named else ())

    return planted


def renumbered(records: Sequence[Record]) -> list[Record]:
    """The records with the places that corrections and checkpoints among them name: whoever rewrites a journal lets
    these follow, and only a checkpoint written down elsewhere is left."""
    place_of: dict[int, int] = {}
    for at, record in enumerate(records, 1):
        place_of.setdefault(record.seq, at)
    made: list[Record] = []
    for at, record in enumerate(records, 1):
        event: Any = record.event
        if event.kind == "entry_corrected":
            event = replace(event, corrects=place_of.get(event.corrects, event.corrects))
            entry = record.entry and record.entry._replace(documents=event.documents())
            record = record._replace(event=event, entry=entry)
        elif event.kind == "checkpoint_written":
            head = rechained(made)[-1]
            record = record._replace(event=replace(event, at_seq=head.seq, at_hash=head.hash.hex()))
        made.append(record._replace(seq=at))
    return made


def _entry(event: Event, number: int) -> Entry | None:
    drafted = event.draft()
    if drafted is None:
        return None
    year, day, text, postings, party, documents, series = drafted
    return Entry(series, number, year, day, text, party, documents, postings)


def with_event(kind: str, about: Mapping[str, Any] | None = None, /, **values: Any) -> Change:
    """An event with other values, and the entry that follows from them; a callable is given the value that is there."""

    def changed(records: list[Record]) -> int:
        at = place_of_last(records, kind, **(about or {}))
        event = records[at].event
        new = {name: value(getattr(event, name)) if callable(value) else value for name, value in values.items()}
        event = replace(event, **new)  # type: ignore[type-var]
        number = records[at].entry.number if records[at].entry is not None else 0  # type: ignore[union-attr]
        records[at] = records[at]._replace(event=event, entry=_entry(event, number))
        return at

    return changed


def with_record(kind: str, about: Mapping[str, Any] | None = None, /, **values: Any) -> Change:
    """A record with another decision, actor or time; a callable is given what is there."""

    def changed(records: list[Record]) -> int:
        at = place_of_last(records, kind, **(about or {}))
        record = records[at]
        new = {name: value(getattr(record, name)) if callable(value) else value for name, value in values.items()}
        records[at] = record._replace(**new)
        return at

    return changed


def with_entry(kind: str, **values: Any) -> Change:
    """An entry that is not the one of its event."""

    def changed(records: list[Record]) -> int:
        at = place_of_last(records, kind)
        entry = records[at].entry
        assert entry is not None
        new = {name: value(getattr(entry, name)) if callable(value) else value for name, value in values.items()}
        records[at] = records[at]._replace(entry=entry._replace(**new))
        return at

    return changed


def with_one_more(kind: str, about: Mapping[str, Any] | None = None, /, *, decision: str = "", **values: Any) -> Change:
    """One more record at the end, like another but for some values, on a decision of its own or the same."""

    def added(records: list[Record]) -> int:
        record = records[place_of_last(records, kind, **(about or {}))]
        new = {name: value(getattr(record.event, name)) if callable(value) else value for name, value in values.items()}
        decided = Decision.parse(decision) if decision else record.decision
        if decision and decided is not None and hasattr(record.event, "event_date"):
            new.setdefault("event_date", decided.date)
        event = replace(record.event, **new)  # type: ignore[type-var]
        series = record.entry.series if record.entry is not None else ""
        number = 1 + sum(each.entry is not None and each.entry.series == series for each in records)
        records.append(
            record._replace(
                event=event, decision=decided, entry=_entry(event, number), note=None, note_digest=b"",
                recorded_at=records[-1].recorded_at,
            )
        )  # fmt: skip
        return len(records) - 1

    return added


def with_put_in(kind: str, about: Mapping[str, Any], event: Event, decision: str) -> Change:
    """An event that was never decided so, right behind the last of a kind; the entries after it are numbered anew."""

    def put_in(records: list[Record]) -> int:
        at = place_of_last(records, kind, **about) + 1
        drafted = event.draft()
        series = drafted.series if drafted is not None else ""
        before = [each.entry.number for each in records[:at] if each.entry is not None and each.entry.series == series]
        number = before[-1] + 1 if before else 1
        for later, record in enumerate(records[at:], at):
            if record.entry is not None and record.entry.series == series:
                records[later] = record._replace(entry=record.entry._replace(number=record.entry.number + 1))
        made = records[at - 1]._replace(
            seq=0,
            event=event,
            decision=Decision.parse(decision),
            entry=_entry(event, number),
            note=None,
            note_digest=b"",
        )
        records.insert(at, made)
        return at

    return put_in


def without_last(kind: str, about: Mapping[str, Any] | None = None, /) -> Change:
    """A record that is not there."""

    def dropped(records: list[Record]) -> int:
        take_out(records, place_of_last(records, kind, **(about or {})))
        return -1

    return dropped


def take_out(records: list[Record], at: int) -> None:
    """Take a record out; the entries after it are numbered anew."""
    gone = records.pop(at).entry
    series = gone.series if gone is not None else None
    for later, record in enumerate(records[at:], at):
        if record.entry is not None and record.entry.series == series:
            records[later] = record._replace(entry=record.entry._replace(number=record.entry.number - 1))


def halved(postings: Any) -> Any:
    """Postings of half the amounts."""
    return tuple(each._replace(ore=each.ore // 2) for each in postings)
