"""Opening a book (öppna en bok): the edge where a path, the clock and randomness meet the core."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sifund_ledger.addresses import is_address, without_password
from sifund_ledger.book import Book
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import uncollected
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.journal.store import Store
from sifund_ledger.ledger.rooms import Room
from sifund_ledger.store import findings as codes
from sifund_ledger.store.memory import MemoryStore
from sifund_ledger.store.postgres.store import PostgresStore
from sifund_ledger.store.snapshots import MOST_BEHIND, Snapshots, begun_from
from sifund_ledger.store.sqlite import SQLiteStore
from sifund_ledger.year_end.book_state import BookState


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _salt() -> bytes:
    return secrets.token_bytes(16)


def open_store(path: str | Path, *, timeout: float = 5.0) -> SQLiteStore | PostgresStore:
    """The store of a book in a file or a database, for reading alone, whatever its records are (lagring).

    Raises as :func:`open_book` where there is no such book, or it holds no record.
    """
    store: SQLiteStore | PostgresStore = engine_of(path).open(path, read_only=True, timeout=timeout)
    if store.head().seq == 0:
        store.close()
        raise UnreadableInput([codes.BOOK_WITHOUT_OWNER.at(without_password(path))])
    return store


def engine_of(path: str | Path) -> Any:
    """The engine that keeps the book at a path or an address."""
    return PostgresStore if is_address(path) else SQLiteStore


def open_book(
    path: str | Path | None = None, *, create: str = "", actor: str = "", entity_kind: str = "municipality",
    organisation_number: str = "", checkpoints: Iterable[str] = (), clock: Callable[[], datetime] = _now,
    salt: Callable[[], bytes] = _salt, timeout: float = 5.0, rooms: Sequence[Room] = (),
    keep_records: bool = False, snapshots: str | Path | None = None,
) -> Book:  # fmt: skip
    """Open a book, or make one (öppna eller skapa en bok).

    ``path`` is a file, by custom ``*.sifund``, or a book in a PostgreSQL database, by an address such as
    ``postgresql://ekonomi@server/database?book=Ale``; without it the book is kept in memory alone. ``create`` is
    the name of the entity to make a new book for, of ``entity_kind`` municipality, region or federation. ``actor``
    is who records: a role or an official signature, never a client's name; without it the book can only be read.
    ``checkpoints`` are such as stand on reports (``12:0123456789abcdef``). ``rooms`` add events, folds and commands
    of a program of your own. The whole chain is verified. ``clock`` gives the aware time of recording, kept in UTC
    to the second, and ``salt`` 16 random bytes for a note; tests give their own. ``timeout`` is for how many
    seconds another process's lock is waited for. ``keep_records`` is for who goes through all records once the book is
    open: they are kept in memory, and not read and verified once more.

    ``snapshots`` is a folder of one's own: where one in it fits, a book to be read goes on from it once every hash and
    link holds, and a book to be recorded in at once; what stands behind it is verified in full. What that proves is in
    ``docs/chain.md``. With checkpoints, rooms or kept records the whole chain is verified all the same.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` for a file that is missing, foreign, damaged, newer than this
    library, without a first record or without a checkpoint asked for;
    :class:`~sifund_ledger.errors.StoreUnavailable` for one that is locked.

    >>> book = open_book(create="Tomelilla kommun", actor="ekonomi")
    >>> book.entity, book.head.seq
    ('Tomelilla kommun', 1)
    """
    actor = actor.strip()
    wanted = tuple(Checkpoint.parse(text) for text in checkpoints)

    def book_over(store: Store, begun: BookState | None = None) -> Book:
        return Book(
            store, actor=actor, clock=clock, salt=salt, checkpoints=wanted, rooms=rooms,
            keep_records=keep_records, begun=begun,
        )  # fmt: skip

    memory = MemoryStore()
    if path is None or create:
        book = book_over(memory)
        if create:
            book.open_entity(create, entity_kind=entity_kind, organisation_number=organisation_number)
        if path is None:
            return book
    engine = engine_of(path)
    if snapshots is not None and not (create or wanted or rooms or keep_records):
        return _from_snapshot(engine, path, Snapshots(snapshots), book_over, timeout=timeout, writes=bool(actor))
    store = (
        engine.create(path, timeout=timeout, rows=memory.scan())
        if create
        else engine.open(path, read_only=not actor, timeout=timeout)
    )
    return _over(store, path, book_over)


def _over(store: Any, path: str | Path, book_over: Callable[[Store], Book]) -> Book:
    """The book in a store, which is closed where it is none."""
    try:
        with uncollected():
            book = book_over(store)
        if book.head.seq == 0:
            raise UnreadableInput([codes.BOOK_WITHOUT_OWNER.at(without_password(path))])
    except BaseException:
        store.close()
        raise
    return book


def _from_snapshot(
    engine: Any, path: str | Path, snapshots: Snapshots, book_over: Callable[..., Book], *, timeout: float, writes: bool
) -> Book:  # fmt: skip
    """The book at a path from its snapshot, or with every record where there is none that fits; then one is taken."""
    snapshot, book = snapshots.read(path), None
    if snapshot is not None:
        store = engine.open(path, read_only=not writes, timeout=timeout, whole=not writes)
        try:
            with uncollected():
                state = begun_from(snapshot, store, every_hash=not writes)
                if state is not None:
                    book = book_over(store, state)
                    if not writes and store.balances() != book._recorder.state.balances.as_dict():
                        book = None
        except UnreadableInput:
            book = None  # the whole chain says what is wrong
        except BaseException:
            store.close()
            raise
        if book is None:
            store.close()
            snapshot = None
    if book is None:
        book = _over(engine.open(path, read_only=not writes, timeout=timeout), path, book_over)
    if book.head.seq - (snapshot.head.seq if snapshot else 0) >= MOST_BEHIND:
        snapshots.keep(path, book._recorder.state)
    return book
