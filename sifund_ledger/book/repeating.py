"""What is sent once more under its key (upprepning): it runs in the book as it was then, and is compared with what was
recorded, so that the same content is taken as done and other content is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.book import findings as codes
from sifund_ledger.book.commands import all_commands
from sifund_ledger.book.log import log_table
from sifund_ledger.book.record_names import words_of
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.canonical.writing import field_names
from sifund_ledger.ledger.events import BatchKeyed
from sifund_ledger.ledger.journal.chain import verify
from sifund_ledger.ledger.journal.store import SealedRecord, Store
from sifund_ledger.ledger.records import GENESIS, Event, Head, Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.table import ColumnKind
from sifund_ledger.year_end.book_state import BookState

_SHOWN: Final = 3
"""How many records are named that differ."""
_COMPARED: Final = ("year", "about", "amount", "decision")
"""What the journal's table shows of a record's content beside its kind."""
_MISSING: Final = Bilingual("post {seq} ({what}) är inte med", "record {seq} ({what}) is not there")
_ADDED: Final = Bilingual("en post är ny ({what})", "a record is new ({what})")
_OTHER_KIND: Final = Bilingual("post {seq} är ”{what}” och inte ”{now}”", "record {seq} is “{what}”, not “{now}”")
_OTHER_VALUES: Final = Bilingual(
    "post {seq} ({what}) har {values} och inte {now}", "record {seq} ({what}) has {values}, not {now}"
)
_OTHER_PARTS: Final = Bilingual(
    "post {seq} ({what}) har annat innehåll{parts}", "record {seq} ({what}) has other content{parts}"
)
_OTHER_NOTE: Final = Bilingual("post {seq} ({what}) har en annan anteckning", "record {seq} ({what}) has another note")
_AND_MORE: Final = Bilingual("med flera", "and more")
_REFUSED: Final = Bilingual("innehållet nekas i boken som den var då", "the content is refused in the book as it was")


class Preview:
    """What a batch has recorded, or a preview would (förhandsvisning): the records sealed in it, in order."""

    repeated = False
    """Whether this was recorded before, under the same key, so that nothing is recorded now."""

    def __init__(self, sealed: list[SealedRecord] | None = None) -> None:
        self._sealed = [] if sealed is None else sealed
        self._start = len(self._sealed)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that the commands within made, or would make, in order; of what was recorded before, those."""
        return tuple(sealed.record for sealed in self._sealed[self._start :])


class Repeated(Preview):
    """What was recorded under a key before."""

    repeated = True

    def __init__(self, records: Sequence[Record]) -> None:
        super().__init__()
        self._records = tuple(records)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that the commands made when they were recorded, the key's own last."""
        return self._records


def difference(recorded: Iterable[Record], now: Iterable[Record]) -> Bilingual | None:
    """In what commands differ from what was recorded under their key, the first records of it; ``None`` for nothing."""
    pairs = zip_longest(recorded, now)
    found = [words for there, here in pairs if (words := _difference(there, here)) is not None]
    told = found if len(found) <= _SHOWN else [*found[:_SHOWN], _AND_MORE]
    return Bilingual(*map("; ".join, zip(*told, strict=True))) if told else None


def _difference(there: Record | None, here: Record | None) -> Bilingual | None:
    if there is None:
        return None if here is None else _ADDED.filled(what=words_of(here))
    what = words_of(there)
    if here is None:
        return _MISSING.filled(seq=there.seq, what=what)
    if (_content(there.event), there.decision) == (_content(here.event), here.decision):
        return None if _same_note(there, here) else _OTHER_NOTE.filled(seq=there.seq, what=what)
    if words_of(here) != what:
        return _OTHER_KIND.filled(seq=there.seq, what=what, now=words_of(here))
    values, now = Bilingual(*_values(there, here)), Bilingual(*_values(here, there))
    if values.sv:
        return _OTHER_VALUES.filled(seq=there.seq, what=what, values=values, now=now)
    return _OTHER_PARTS.filled(seq=there.seq, what=what, parts=_parts(there.event, here.event))


def _content(event: Event) -> Event:
    """An event as it is compared: the name of the file that it came from says nothing of the content."""
    return replace(event, source="") if isinstance(event, BatchKeyed) else event


def _same_note(there: Record, here: Record) -> bool:
    """Whether two records have the same free text; what is blotted out is not known any more."""
    if there.note is None or here.note is None:
        return bool(there.note_digest) == bool(here.note_digest)
    return there.note.text == here.note.text


def _values(record: Record, other: Record) -> Iterator[str]:
    """What the journal's table shows otherwise of a record than of another, in each language."""
    languages: tuple[Language, ...] = ("sv", "en")
    for language in languages:
        table = log_table((record, other), language)
        (ours, theirs), unit = table.printed(), table.unit
        shown = {
            column.code: f"{mine or '–'} {unit}" if column.kind is ColumnKind.AMOUNT else mine or "–"
            for column, mine, their in zip(table.columns, ours, theirs, strict=True)
            if mine != their
        }
        yield ", ".join(shown[code] for code in _COMPARED if code in shown)


def _parts(there: Event, here: Event) -> Bilingual:
    """What two events of a kind have otherwise, as their command calls it; nothing where it calls it nothing."""
    words = [known for _, known in named_differences(there, here)]
    return Bilingual(*(f" ({', '.join(each)})" for each in zip(*words, strict=True))) if words else Bilingual("", "")


def named_differences(there: Event, here: Event) -> Iterator[tuple[str, Bilingual]]:
    """The fields that two events of a kind have otherwise, each with what their commands call it; what no command
    calls anything is left out."""
    known = {
        field.name: field.words
        for command in all_commands()
        if there.kind in command.kinds
        for field in command.fields()
    }
    for name in field_names(type(there)):
        if getattr(there, name) != getattr(here, name, None) and name in known:
            yield name, known[name]


class Repeating:
    """A recorder as far as it can repeat: what is open, and the book as it was when a key was used."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime], rooms: Sequence[Room], begun: BookState | None = None
    ) -> None:
        self.state = begun or BookState(rooms)
        self.warnings: list[Finding] = []
        self._store, self._clock, self._rooms = store, clock, rooms
        self._open: Preview | None = None
        self._again: Sequence[Record] = ()
        self._past: BookState | None = None

    @property
    def _sealed(self) -> list[SealedRecord]:
        return self._open._sealed if self._open else []

    def unsaved(self) -> tuple[Record, ...]:
        """What an open batch or preview has recorded, and nobody else sees yet."""
        return tuple(sealed.record for sealed in self._sealed)

    @contextmanager
    def _attempt(self, *, keep: bool = True) -> Iterator[None]:
        """What is recorded and warned of within stands together, or falls: on an exception, and without ``keep``."""
        sealed = self._sealed
        mark, recorded, warned = self.state.savepoint(), len(sealed), len(self.warnings)
        done = False
        try:
            yield
            done = keep
        finally:
            if done:
                self.state.release(mark)
            else:
                self.state.rollback(mark)
                del sealed[recorded:], self.warnings[warned:]

    def _now(self) -> datetime:
        """The moment of recording; of what is repeated the one at which it was recorded."""
        now, again = self._clock(), self._repeats
        return again.recorded_at.astimezone(now.tzinfo) if again else now

    @property
    def _repeats(self) -> Record | None:
        """The record that the next one repeats; the last where there are no more."""
        return self._again[min(len(self._sealed), len(self._again) - 1)] if self._again else None

    @contextmanager
    def _repeated(self, key: str, source: str) -> Iterator[Preview]:
        """Run what is within in the book as it was when it was recorded, keep nothing of it, and compare."""
        first, last = self.state.journal.keys[key]
        place = source or key

        def other(differs: Bilingual) -> Finding:
            return codes.KEY_OF_OTHER_CONTENT.at(place, first=first, last=last, differs=differs)

        recorded = [*self._records_between(first - 1, last)]
        past, unsaved = self._brought_to(first - 1)
        replay = Preview()
        with self._standing_in(state=past, _open=replay, _again=recorded), self._attempt(keep=False):
            for record in unsaved:
                past.evolve(record)
            try:
                yield Repeated(recorded)
            except Refused as refusal:
                raise Refused([other(_REFUSED), *refusal.findings]) from None
            differs = difference(recorded[:-1], replay.records)
        self._past = past  # the next key is likely to be a later one
        if differs is not None:
            raise Refused([other(differs)])
        self.warnings.append(codes.RECORDED_BEFORE.at(place, first=first, last=last))

    def _brought_to(self, seq: int) -> tuple[BookState, Sequence[Record]]:
        """The book as it was at a record, or at the last one stored before it, and those behind that one."""
        past, self._past = self._past, None  # a batch with a key of its own within takes another
        if past is None or past.journal.head.seq > seq:
            past = BookState(self._rooms)
        stored_through = min(seq, self.state.journal.head.seq - len(self._sealed))
        for record in self._records_between(past.journal.head.seq, stored_through):
            past.evolve(record)
        return past, [*self._records_between(stored_through, seq)]

    @contextmanager
    def _standing_in(self, **values: Any) -> Iterator[None]:
        """Have other values for the time being."""
        kept = {name: getattr(self, name) for name in values}
        vars(self).update(values)
        try:
            yield
        finally:
            vars(self).update(kept)

    def _records_between(self, after: int, until: int) -> Iterator[Record]:
        """The records behind one through another: those that are stored, then those of the open batch."""
        unsaved = self.unsaved()
        end = min(until, self.state.journal.head.seq - len(unsaved))
        if after < end:
            start = next(self._store.scan(after - 1, after)) if after else None
            head = GENESIS if start is None else Head(start.seq, start.hash)
            for link in verify(self._store.scan(after, end), self.state.events, after=head):
                if link.record is None or link.findings:
                    raise UnreadableInput(link.findings)
                yield link.record
                if link.seq == end:
                    break  # whether a note is gone that a later record blots out cannot be said from here
        yield from (record for record in unsaved if after < record.seq <= until)
