"""What a store of journals must do (lagring). Memory, SQLite and later engines stand behind this one protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.chain import StoredRecord
from sifund_ledger.ledger.records import Head


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
        :class:`~sifund_ledger.ledger.stored.Scan`.
        """
        ...

    def balances(self) -> dict[Account, int]:
        """Every account's balance in öre, summed by the store's own engine; accounts at zero left out."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
