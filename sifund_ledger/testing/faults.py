"""Fault injectors (felinjektorer): a store that fails on command, bytes that flip, a journal that is rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from sifund_ledger.errors import StoreUnavailable
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.writing import encode_record
from sifund_ledger.ledger.journal.store import SealedRecord, Store, StoredRecord, stored
from sifund_ledger.ledger.records import GENESIS, Head, Record

FaultPoint = Literal["append", "commit", "acknowledge"]
"""Where a store fails: when records are handed to it, when it is to keep them, or right after it has kept them."""

FAULT_POINTS: Final[tuple[FaultPoint, ...]] = ("append", "commit", "acknowledge")


class InjectedFault(StoreUnavailable):
    """The fault that was asked for, as a full disk or a lost connection would show itself."""


class FaultyStore:
    """A store that passes everything on to another, until the call at which it is to fail.

    >>> from sifund_ledger.store import MemoryStore
    >>> store = FaultyStore(MemoryStore())
    >>> store.fail("commit")
    >>> with store.writing():
    ...     pass
    Traceback (most recent call last):
    ...
    sifund_ledger.testing.faults.InjectedFault: injected at commit
    >>> with store.writing() as head:
    ...     head.seq
    0
    """

    def __init__(self, store: Store) -> None:
        self.inner = store
        self._armed: FaultPoint | None = None
        self._left = 0

    def fail(self, point: FaultPoint, *, at: int = 1) -> None:
        """Fail at the ``at``-th call from now that reaches the point, once. After ``acknowledge`` the records are
        kept though the caller sees an error, as when a connection is lost on the way back."""
        self._armed, self._left = point, at

    def disarm(self) -> None:
        """Fail no more."""
        self._armed = None

    def _reach(self, point: FaultPoint) -> None:
        if self._armed != point:
            return
        self._left -= 1
        if self._left == 0:
            self._armed = None
            raise InjectedFault(f"injected at {point}")

    def head(self) -> Head:
        """The inner store's head."""
        return self.inner.head()

    @contextmanager
    def writing(self) -> Iterator[Head]:
        """The inner store's lock. Raises :class:`InjectedFault` at ``commit`` or ``acknowledge``, on command."""
        with self.inner.writing() as head:
            yield head
            self._reach("commit")
        self._reach("acknowledge")

    def append(self, rows: Sequence[StoredRecord]) -> None:
        """Hand records on. Raises :class:`InjectedFault` on command, with half of them handed on."""
        if self._armed == "append" and self._left == 1:
            self.inner.append(rows[: len(rows) // 2])
        self._reach("append")
        self.inner.append(rows)

    def blot(self, seq: int) -> None:
        """Blot out a note in the inner store."""
        self.inner.blot(seq)

    def scan(self, after: int = 0, until: int | None = None) -> Iterator[StoredRecord]:
        """The inner store's records."""
        return self.inner.scan(after, until)

    def balances(self) -> dict[Account, int]:
        """The inner store's balances, in öre."""
        return self.inner.balances()

    def close(self) -> None:
        """Let go of the inner store."""
        self.inner.close()


def flip_byte(data: bytes, index: int, *, mask: int = 0x01) -> bytes:
    """The same bytes with the bits of ``mask`` turned in one of them.

    Raises ``IndexError`` outside the bytes, ``ValueError`` for a mask that turns nothing.

    >>> flip_byte(b"abc", 1)
    b'acc'
    """
    if not 0 < mask < 256:
        raise ValueError(f"a mask of {mask} turns no bit of a byte")
    if not 0 <= index < len(data):
        raise IndexError(f"there is no byte {index} among {len(data)}")
    return data[:index] + bytes([data[index] ^ mask]) + data[index + 1 :]


def flip_byte_in_file(path: Path, index: int, *, mask: int = 0x01) -> None:
    """Turn the bits of ``mask`` in one byte of a file; raises as :func:`flip_byte`."""
    path.write_bytes(flip_byte(path.read_bytes(), index, mask=mask))


def rechained(records: Iterable[Record]) -> list[StoredRecord]:
    """Records sealed anew, one behind the other, whatever they hold: what is left by somebody who rewrites a journal
    and all of its hashes.

    >>> rechained([])
    []
    """
    made: list[StoredRecord] = []
    head = GENESIS
    for record in records:
        fields = (head.seq + 1, *record[1:7], head.hash)
        data = encode_record(*fields)
        head = Head(head.seq + 1, sha256(data).digest())
        made.append(stored(SealedRecord(Record(*fields, head.hash, record.note), data)))
    return made
