"""What a store of journals must do (lagring), what it keeps of a record, and gives back in portions to be verified.

Memory, SQLite and later engines stand behind the one protocol.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from typing import NamedTuple, Protocol

from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.reading import Decoded
from sifund_ledger.ledger.events import target_of
from sifund_ledger.ledger.records import Head, Record

PORTION = 512
"""How many records are read and verified at a time."""

_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class


class ProjectedPosting(NamedTuple):
    """A posting as a store's tables have it, beside the record's bytes."""

    account: Account
    year: int
    ore: int


class StoredRecord(NamedTuple):
    """A record as a store gives it back: bytes, hash, the note beside it, and the projection for SQL."""

    seq: int
    data: bytes
    hash: bytes
    kind: str
    target: int | None
    note_salt: bytes | None
    note: str | None
    postings: tuple[ProjectedPosting, ...]


class SealedRecord(NamedTuple):
    """A record with its canonical bytes, ready to be stored."""

    record: Record
    data: bytes


def stored(sealed: SealedRecord) -> StoredRecord:
    """What a store is to keep of a sealed record."""
    record, data = sealed
    event, note = record.event, record.note
    salt, text = note or (None, None)
    return _new(
        StoredRecord,
        (record.seq, data, record.hash, event.kind, target_of(event), salt, text, projection(record)),
    )


def projection(record: Record) -> tuple[ProjectedPosting, ...]:
    """The postings of a record as a store's tables have them."""
    entry = record.entry
    if entry is None:
        return ()
    year = entry.year
    return tuple([_new(ProjectedPosting, (account, year, ore)) for account, ore in entry.postings])


class Portion(NamedTuple):
    """Stored records in order, column by column, to be verified together; at least one.

    ``posted`` says whether the tables have the postings of the decoded records, and ``rows`` gives the records one by
    one, each with the postings that the tables have: what to look at where something is wrong.
    """

    seqs: Sequence[int]
    datas: Sequence[bytes]
    hashes: Sequence[bytes]
    kinds: Sequence[str]
    targets: Sequence[int | None]
    note_salts: Sequence[bytes | None]
    notes: Sequence[str | None]
    posted: Callable[[Decoded], bool]
    rows: Callable[[], Iterable[StoredRecord]]


class Scan(Iterator[StoredRecord]):
    """Stored records as a store reads them: one by one, or a portion at a time to be verified."""

    def __init__(self, portions: Iterator[Portion]) -> None:
        self._portions = portions
        self._rows: Iterator[StoredRecord] | None = None

    def __next__(self) -> StoredRecord:
        if self._rows is None:
            self._rows = chain.from_iterable(portion.rows() for portion in self._portions)
        return next(self._rows)

    def portions(self) -> Iterator[Portion]:
        """What has not been read yet, in portions."""
        return self._portions if self._rows is None else portions_of(self._rows)


def portions_of(rows: Iterable[StoredRecord]) -> Iterator[Portion]:
    """Stored records in portions, those that a store has in portions already as they are."""
    if isinstance(rows, Scan):
        yield from rows.portions()
        return
    portion: list[StoredRecord] = []
    try:
        for row in rows:
            portion.append(row)
            if len(portion) == PORTION:
                yield _portion(portion)
                portion = []
    except Exception:  # where the rows cannot be read on, what was read of them comes first
        if portion:
            yield _portion(portion)
        raise
    if portion:
        yield _portion(portion)


def _portion(rows: Sequence[StoredRecord]) -> Portion:
    seqs, datas, hashes, kinds, targets, salts, notes, postings = zip(*rows, strict=True)
    posted = partial(_posted, postings)
    return Portion(seqs, datas, hashes, kinds, targets, salts, notes, posted, lambda: rows)


def _posted(postings: Sequence[tuple[ProjectedPosting, ...]], decoded: Decoded) -> bool:
    """Whether each record has the postings; plain tuples equal :func:`projection`, and take a third of the time."""
    return all(
        stored == (() if entry is None else tuple([(account, entry[2], ore) for account, ore in entry[7]]))
        for stored, (_, _, _, _, _, entry, *_) in zip(postings, decoded.records, strict=True)
    )


class Store(Protocol):
    """One journal, append-only.

    A writer takes the lock first (:meth:`writing`), looks at the head, and then appends; whatever is appended within
    one ``writing`` block is kept together or not at all.
    """

    def head(self) -> Head:
        """The number of records and the hash of the last; :data:`~sifund_ledger.ledger.records.GENESIS` when empty."""
        ...

    def writing(self) -> AbstractContextManager[Head]:
        """Take the writers' lock; give the head as it then is; commit at the end, or undo everything on an exception.

        Raises :class:`~sifund_ledger.errors.StoreUnavailable` where another writer keeps the lock too long.
        """
        ...

    def append(self, rows: Sequence[StoredRecord]) -> None:
        """Keep records, within :meth:`writing`, in order, right after the head."""
        ...

    def blot(self, seq: int) -> None:
        """Blot out the note beside a record, within :meth:`writing`; a ``note_blotted`` record must name it first."""
        ...

    def scan(self, after: int = 0, until: int | None = None) -> Iterator[StoredRecord]:
        """The records from ``after + 1`` to ``until`` inclusive, in order, without loading them all at once.

        A store that can compare many records with its tables at once gives a
        :class:`~sifund_ledger.ledger.journal.store.Scan`.
        """
        ...

    def balances(self) -> dict[Account, int]:
        """Every account's balance in öre, summed by the store's own engine; accounts at zero left out."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
