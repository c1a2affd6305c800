"""Recording into a book (registrering): take the lock, catch up, check, seal, store; all of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain
from threading import get_ident

from sifund_ledger.book import findings as codes
from sifund_ledger.book.record_names import words_of
from sifund_ledger.book.repeating import Preview, Repeating
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.errors import Refused, StaleHead, UnreadableInput
from sifund_ledger.fields.kinds import KRONOR, TEXT
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.accounts import BookName
from sifund_ledger.ledger.events import BatchKeyed, NoteBlotted
from sifund_ledger.ledger.findings import BALANCE_ON_WRONG_SIDE, DECISION_MISSING, USE_OF_OPEN_YEAR, YEAR_NOT_BEGUN
from sifund_ledger.ledger.journal.chain import Checkpoint, checkpoint_faults, verify, verify_together
from sifund_ledger.ledger.journal.store import Store, stored
from sifund_ledger.ledger.records import Draft, Head, Record
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.year_end.book_state import BookState

_SAME_AS = {
    BALANCE_ON_WRONG_SIDE.name: {"ABOVE_AVAILABLE", "ABOVE_GRANT", "FUND_UNKNOWN", "PROJECT_UNKNOWN"},
    DECISION_MISSING.name: {"RESERVE_UNDECIDED"},
    USE_OF_OPEN_YEAR.name: {USE_OF_OPEN_YEAR.name},
}
"""What the journal finds too, and the codes in which a room has reported it in its own words."""

_MOST_FINDINGS = 50
_TOLD = 5
"""How many records are told of that somebody else has recorded."""
_AND_MORE = Bilingual("med flera", "and more")


def _unreported(faults: Iterable[Finding], reported: Sequence[Finding]) -> list[Finding]:
    in_codes = {finding.code for finding in reported}
    return [fault for fault in faults if in_codes.isdisjoint(_SAME_AS.get(fault.code, ()))]


def _running() -> tuple[int, int]:
    """The process and the thread that run now."""
    return os.getpid(), get_ident()


def _went_back(head: Head, known: Head) -> Bilingual:
    if head.seq < known.seq:
        return Bilingual(
            f"den har {head.seq} poster, och hade {known.seq}", f"it has {head.seq} records, and had {known.seq}"
        )
    return Bilingual(f"post {known.seq} är en annan än den var", f"record {known.seq} is another than it was")


def _too_early(drafts: Sequence[Draft], now: datetime) -> Iterator[Finding]:
    """What moves equity in a year that has not begun (R47); frames are decided for years to come."""
    for draft in drafts:
        year = getattr(draft.event, "year", 0)
        if year > now.year:
            entry = draft.event.draft()
            if entry is not None and any(line.account.book == BookName.EARMARK for line in entry.postings):
                yield YEAR_NOT_BEGUN.at(str(year), year=year)


class Recorder(Repeating):
    """The state of a book beside its store: read once, kept in step, and never ahead of what is stored.

    ``kept`` is the records as they were verified when the book was opened, where they are to be kept; ``None`` as soon
    as anything is recorded behind them. ``begun`` is the state as it was at a record of the store, to go on from.
    """

    def __init__(
        self, store: Store, *, actor: str, clock: Callable[[], datetime], salt: Callable[[], bytes],
        checkpoints: Sequence[Checkpoint] = (), rooms: Sequence[Room] = (), keep_records: bool = False,
        begun: BookState | None = None,
    ) -> None:  # fmt: skip
        super().__init__(store, clock, rooms, begun)
        self._actor, self._salt = str(TEXT.read(actor, "actor", KRONOR)), salt
        self._is_preview = self._closed = False
        self._owner = _running()
        self.kept: list[Record] | None = [] if keep_records else None
        heads = self._read(self.state.journal.head, keep_heads=bool(checkpoints))
        faults = checkpoint_faults(heads, checkpoints)
        if faults:
            raise UnreadableInput(faults)

    @property
    def store(self) -> Store:
        """Where the book is kept. Raises :class:`~sifund_ledger.Refused` once the book is closed, and elsewhere than
        in the thread that opened it: what one thread records would come into the batch of another."""
        self._require_owner()
        if self._closed:
            raise Refused([codes.BOOK_CLOSED.at("book")])
        return self._store

    def _require_owner(self) -> None:
        if self._owner != _running():
            raise Refused([codes.BOOK_OF_ANOTHER_THREAD.at("book")])

    def close(self) -> None:
        """Let go of the store; from here on nothing is read or written."""
        self._require_owner()
        self._closed = True
        self._store.close()

    def _read(self, after: Head, *, keep_heads: bool = False) -> list[Head]:
        """Verify and fold in the records behind a head. Raises :class:`UnreadableInput` for a damaged journal."""
        findings: list[Finding] = []
        heads: list[Head] = []
        for records, found in verify_together(self._store.scan(after.seq), self.state.events, after=after):
            findings.extend(found)
            if not findings:
                findings.extend(self.state.evolve_checked(records))
                if self.kept is not None:
                    self.kept.extend(records)
                if keep_heads:
                    heads.extend([Head(record.seq, record.hash) for record in records])
            if len(findings) >= _MOST_FINDINGS:
                break
        if findings:
            raise UnreadableInput(findings)
        return heads

    def today(self) -> date:
        """The day of recording, by the clock that the book was opened with."""
        return self._now().date()

    @contextmanager
    def batch(self, *, expected_head: Head | None = None, key: str = "", source: str = "") -> Iterator[Preview]:
        """Keep everything recorded within, or nothing. A batch within a batch is part of it, and pins no head: what
        fails in it is undone, so that a caller may catch the refusal and go on.

        What was recorded under the ``key`` before is not recorded again. Raises :class:`~sifund_ledger.Refused` where
        what is recorded within differs from it, and :class:`~sifund_ledger.errors.StaleHead` where ``expected_head`` is
        no longer the head, and nothing has been recorded under the ``key``.
        """
        self._require_owner()
        key, source = TEXT.read(key, "key", KRONOR), TEXT.read(source, "source", KRONOR)
        if self._open is not None:
            if expected_head is not None:
                raise Refused([codes.BATCH_OPEN.at("batch")])
            with self._attempt(), self._keyed(self._open, key, source) as within:
                yield within
            return
        if not self._actor:
            raise Refused([codes.READ_ONLY.at("book")])
        with self._attempt(), self.store.writing() as head:
            self._catch_up(head)
            if expected_head is not None and expected_head != head and key not in self.state.journal.keys:
                since = self._since(expected_head, head)
                raise StaleHead([codes.HEAD_MOVED.at("book", count=head.seq, expected=expected_head.seq, since=since)])
            self._open = Preview()
            try:
                with self._keyed(self._open, key, source) as within:
                    yield within
                self._keep(self._open)
            finally:
                self._open = None

    @contextmanager
    def _keyed(self, batch: Preview, key: str, source: str) -> Iterator[Preview]:
        """Record the key behind what is recorded within; under a known key, compare with what was recorded then."""
        if key in self.state.journal.keys:
            with self._repeated(key, source) as repeated:
                yield repeated
            return
        first = self.state.journal.head.seq + 1
        yield Preview(batch._sealed)
        if key:
            self.record(batch, [Draft(BatchKeyed(key, source, first))])

    def _since(self, known: Head, head: Head) -> tuple[Bilingual, ...]:
        """What has been recorded since a head, each record by its number and what it does: the first of them."""
        last = min(head.seq, known.seq + _TOLD)
        links = verify(self._store.scan(known.seq, last), self.state.events, after=known)
        named = [(each.record.seq, words_of(each.record)) for each in links if each.record is not None]
        told = tuple(Bilingual(*(f"{seq} {text}" for text in words)) for seq, words in named)
        return told if last == head.seq else (*told, _AND_MORE)

    def _keep(self, batch: Preview) -> None:
        self.kept = None
        self._store.append([stored(sealed) for sealed in batch._sealed])
        for sealed in batch._sealed:
            if isinstance(sealed.record.event, NoteBlotted):
                self._store.blot(sealed.record.event.target)

    @contextmanager
    def preview(self) -> Iterator[Preview]:
        """Let commands run, proposed decisions among them, and keep nothing. Raises within a batch or a preview."""
        self._require_owner()
        if self._open is not None:
            raise Refused([codes.BATCH_OPEN.at("preview")])
        self._catch_up(self.store.head())
        with self._attempt(keep=False):
            self._open, self._is_preview = Preview(), True
            try:
                yield self._open
            finally:
                self._open, self._is_preview = None, False

    def refresh(self) -> BookState:
        """The state, with what other writers have recorded in the meantime unless a batch or preview is open."""
        store = self.store
        if self._open is None:
            self._catch_up(store.head())
        return self.state

    def _catch_up(self, head: Head) -> None:
        """Fold in what other writers have recorded since this book last looked.

        Raises :class:`UnreadableInput` where the store does not have all that this book has read of it before.
        """
        known = self.state.journal.head
        if head == known:
            return
        if head.seq < known.seq or any(row.hash != known.hash for row in self._store.scan(known.seq - 1, known.seq)):
            raise UnreadableInput([codes.BOOK_REPLACED.at("book", reason=_went_back(head, known))])
        self.kept = None  # what is behind may blot out a note of what was kept
        self._read(known)

    def record(
        self, batch: Preview, drafts: Sequence[Draft], faults: Sequence[Finding] = (),
        decisions: Iterable[Decision] = (),
    ) -> tuple[Record, ...]:  # fmt: skip
        """Record drafts in a batch. Raises :class:`~sifund_ledger.Refused`: the room's faults and the journal's.

        ``decisions`` are what the command rests on where its faults leave no draft to ask the journal about.
        """
        now = self._now()
        faults = [*faults, *(() if self._is_preview else _too_early(drafts, now))]
        if faults:
            found = [*faults, *self._faults(drafts, now, reported=faults)]
            for decision in decisions:
                found += self.state.journal.decision_faults(decision, now, "decision", proposed=self._is_preview)
            raise Refused(dict.fromkeys(found))
        return tuple(self._seal_all(drafts, now, batch))

    def refused(self, drafts: Sequence[Draft], reported: Sequence[Finding]) -> Sequence[Finding]:
        """What the journal has against drafts, one after the other, that is not ``reported``; nothing is recorded."""
        last = self.state.journal.last
        # A clock that lags behind the records says nothing about what is drawn up.
        now = self._now() if last is None else max(self._now(), last.recorded_at)
        with self._attempt(keep=False):
            try:
                [*self._seal_all(drafts, now, Preview())]
            except Refused as refusal:
                return _unreported(refusal.findings, reported)
        return ()

    def _seal_all(self, drafts: Sequence[Draft], now: datetime, batch: Preview) -> Iterator[Record]:
        for number, draft in enumerate(drafts, 1):
            try:
                sealed = self.state.journal.seal(
                    draft,
                    recorded_at=now,
                    actor=self._recording_actor,
                    salt=self._salt_of_note() if draft.note else b"",
                    proposed=self._is_preview,
                )
            except Refused as first:
                raise Refused(dict.fromkeys([*first.findings, *self._faults(drafts[number:], now)])) from None
            except UnicodeEncodeError as error:
                raise Refused([codes.TEXT_NOT_UNICODE.at(draft.event.kind, text=repr(error.object)[:80])]) from None
            if faults := self.state.register.reserve_faults(sealed.record):
                raise Refused(faults)
            self.state.evolve(sealed.record)
            batch._sealed.append(sealed)
            self._warn(draft)
            yield sealed.record

    @property
    def _recording_actor(self) -> str:
        # Who only reads may preview, and see what would keep a year-end from being posted; neither is stored.
        return self._repeats.actor if self._repeats else self._actor or "–"

    def _salt_of_note(self) -> bytes:
        again = self._repeats
        return again.note.salt if again and again.note else self._salt()

    def _faults(self, drafts: Sequence[Draft], now: datetime, *, reported: Sequence[Finding] = ()) -> list[Finding]:
        """The journal's reasons against drafts, but for those that a room has reported in its own words."""
        journal, proposed = self.state.journal, self._is_preview
        faults = (
            journal.faults(draft, recorded_at=now, actor=self._recording_actor, proposed=proposed) for draft in drafts
        )
        return _unreported(chain.from_iterable(faults), reported)

    def _warn(self, draft: Draft) -> None:
        decision = draft.decision
        if decision is not None and self.state.journal.state_of(decision) is DecisionState.APPEALED:
            self.warnings.append(codes.DECISION_APPEALED.at(draft.event.kind, decision=decision))
