"""Snapshots of books in a folder of one's own (ögonblicksbilder): a book goes on from one, where it fits.

A snapshot belongs to whoever reads the book, not to the book: nobody else can write it, and it goes with no copy. It
is bound to the record that it was taken at, by its hash, and to the code that folded, by the digest of its sources.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from sifund_ledger.addresses import is_address
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import discard, name_beside, open_new, sweep
from sifund_ledger.findings import Finding
from sifund_ledger.ledger.canonical.values import Unfit
from sifund_ledger.ledger.findings import NOTE_GONE
from sifund_ledger.ledger.journal.chain import hashes_hold, verify, verify_together
from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.ledger.records import GENESIS, Head, Record
from sifund_ledger.year_end.book_state import EVENT_TYPES, BookState
from sifund_ledger.year_end.snapshots import state_of, state_text

MOST_BEHIND: Final = 1024
"""How many records are folded in behind a snapshot before the next one is taken."""
_FORM: Final = "sifund-snapshot-1"
_WINDOW: Final = 64
"""How many records are read at a time where one is asked for: the next are often asked for too."""
_OF_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH


class Snapshot(NamedTuple):
    """A state as it is kept: the head that it was taken at, and its text."""

    head: Head
    text: str


@cache
def digest_of_folds(package: Path = Path(__file__).parents[1]) -> str:
    """The digest of every source below the book's own room; empty where the sources are not there.

    Whatever is changed in what folds, or in what it calls, makes another digest: no number is to be counted up.
    """
    digest = sha256()
    above = {"audit", "book", "cli", "exchange", "report", "simulation", "store", "testing", "workbook"}
    count = 0
    for folder, folders, names in os.walk(package):
        if Path(folder) == package:
            folders[:] = [name for name in folders if name not in above]
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb", buffering=0) as file:
                    data = file.readall()
                digest.update(f"{os.path.relpath(folder, package)}/{name} {len(data)}\n".encode() + data)
                count += 1
    return digest.hexdigest() if count else ""


class Snapshots:
    """The snapshots in a folder, each of the book at one place."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)

    def read(self, place: str | Path) -> Snapshot | None:
        """The snapshot of the book at a place; ``None`` where there is none that is whole, of one's own, and made by
        what folds now."""
        try:
            path = self._path(place)
            if not (_own(self._folder.lstat()) and _own(path.lstat())):
                return None
            sealed, _, rest = path.read_bytes().partition(b"\n")
            if sealed.decode("ascii") != sha256(rest).hexdigest():
                return None
            head, _, text = rest.partition(b"\n")
            form, folds, seq, digest = head.decode("ascii").split("\t")
            fits = folds and (form, folds) == (_FORM, digest_of_folds())
            return Snapshot(Head(int(seq), bytes.fromhex(digest)), text.decode()) if fits else None
        except (OSError, ValueError):
            return None

    def keep(self, place: str | Path, state: BookState) -> None:
        """Take a snapshot in place of the one before; where that cannot be, there is none."""
        with suppress(OSError, ValueError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not digest_of_folds() or not _own(self._folder.lstat()):
                return
            sweep(self._folder)
            text, head = state_text(state).encode(), state.journal.head
            first = "\t".join((_FORM, digest_of_folds(), str(head.seq), head.hash.hex()))
            data = first.encode() + b"\n" + text
            path = self._path(place)
            draft = name_beside(path)
            try:
                with os.fdopen(open_new(draft, 0o600), "wb") as file:
                    file.write(sha256(data).hexdigest().encode() + b"\n" + data)
                draft.replace(path)
            finally:
                discard(draft)

    def _path(self, place: str | Path) -> Path:
        at = str(place) if is_address(place) else os.path.realpath(place)
        return self._folder / f"{sha256(at.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.snapshot"


def _own(status: os.stat_result) -> bool:
    """Whether something belongs to the user alone, and is no link."""
    if os.name != "posix":
        return not stat.S_ISLNK(status.st_mode)
    return status.st_uid == os.geteuid() and not status.st_mode & _OF_OTHERS and not stat.S_ISLNK(status.st_mode)


def begun_from(snapshot: Snapshot, store: Store, *, every_hash: bool) -> BookState | None:
    """The state of a snapshot, where it fits the records: the one that it was taken at is there and, with
    ``every_hash``, so is each hash and link before it. ``None`` where it does not."""
    head = snapshot.head
    try:
        if store.head().seq < head.seq or (every_hash and hashes_hold(store.scan(0, head.seq)) != head):
            return None
        earlier = _Earlier(store, head.seq)
        last = earlier.record(head.seq)
        if last.hash != head.hash:
            return None
        return state_of(snapshot.text, last, earlier.record, cache(earlier.folded))
    except (Unfit, LookupError, UnreadableInput):
        return None


class _Earlier:
    """The records through the one that a snapshot was taken at, verified as they are read."""

    def __init__(self, store: Store, last: int) -> None:
        self._store, self._last = store, last
        self._read: dict[int, Record] = {}

    def record(self, seq: int) -> Record:
        """A record by its number. Raises :class:`UnreadableInput` where it is not as it was made."""
        if seq not in self._read:
            for record in self._records(seq - 1, min(seq + _WINDOW - 1, self._last)):
                self._read[record.seq] = record
        return self._read[seq]

    def _records(self, after: int, until: int) -> Iterator[Record]:
        head = GENESIS
        if after:
            before = next(iter(self._store.scan(after - 1, after)), None)
            if before is None:
                raise LookupError(after)
            head = Head(before.seq, before.hash)
        for link in verify(self._store.scan(after, until), EVENT_TYPES, after=head):
            _require(link.findings)
            if link.record is not None:
                yield link.record

    def folded(self) -> BookState:
        """Every record folded in."""
        state = BookState()
        for records, found in verify_together(self._store.scan(0, self._last), EVENT_TYPES):
            _require([*found, *state.evolve_checked(records)])
        return state


def _require(findings: Iterable[Finding]) -> None:
    """Refuse what is found, but for a note that is gone: what blotted it out may stand behind the last that is read."""
    if faults := [each for each in findings if each.code != NOTE_GONE.name]:
        raise UnreadableInput(faults)
