"""A store in memory (minneslager): for previews, tests and short scripts. It asks for all that a durable one does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from sifund_ledger.errors import Refused
from sifund_ledger.findings import record_place
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.ledger.records import GENESIS, Head
from sifund_ledger.store import findings as codes
from sifund_ledger.store.guards import BLOTTED, append_faults


class MemoryStore:
    """A journal that lives as long as the program.

    >>> store = MemoryStore()
    >>> store.head().seq, list(store.scan()), store.balances()
    (0, [], {})
    """

    def __init__(self) -> None:
        self._rows: list[StoredRecord] = []
        self._to_blot: dict[int, int] = {}  # the records that say so, by the record whose note it is
        self._blotted: list[StoredRecord] | None = None

    def head(self) -> Head:
        """The number of records and the hash of the last."""
        return Head(len(self._rows), self._rows[-1].hash) if self._rows else GENESIS

    @contextmanager
    def writing(self) -> Iterator[Head]:
        """Keep what is appended within the block, or nothing of it on an exception.

        Raises ``RuntimeError`` within another ``writing`` block of the same store.
        """
        if self._blotted is not None:
            raise RuntimeError("writing() does not nest")
        self._blotted = []
        head = self.head()
        try:
            yield head
        except BaseException:
            del self._rows[head.seq :]
            self._to_blot = {of: seq for of, seq in self._to_blot.items() if seq <= head.seq}
            for row in reversed(self._blotted):
                if row.seq <= head.seq:
                    self._rows[row.seq - 1] = row
            raise
        finally:
            self._blotted = None

    def append(self, rows: Sequence[StoredRecord]) -> None:
        """Keep records right after the head.

        Raises :class:`~sifund_ledger.Refused` where they do not follow it or do not balance, and keeps none of them;
        ``RuntimeError`` outside :meth:`writing`.
        """
        if self._blotted is None:
            raise RuntimeError("append() belongs within writing()")
        if faults := append_faults(self.head(), rows):
            raise Refused(faults)
        self._rows.extend(rows)
        for row in rows:
            if row.kind == BLOTTED and row.target is not None:
                self._to_blot.setdefault(row.target, row.seq)

    def blot(self, seq: int) -> None:
        """Blot out the note beside a record. Raises :class:`~sifund_ledger.Refused` unless a record says so."""
        if self._blotted is None:
            raise RuntimeError("blot() belongs within writing()")
        if seq not in self._to_blot:
            raise Refused([codes.NOTE_NOT_BLOTTED.at(record_place(seq), seq=seq)])
        row = self._rows[seq - 1]
        self._blotted.append(row)
        self._rows[seq - 1] = row._replace(note_salt=None, note=None)

    def scan(self, after: int = 0, until: int | None = None) -> Iterator[StoredRecord]:
        """The records from ``after + 1`` to ``until`` inclusive, as the journal is when the reading begins."""
        end = len(self._rows)
        return islice(self._rows, max(after, 0), end if until is None else max(min(until, end), 0))

    def balances(self) -> dict[Account, int]:
        """Every account's balance in öre, debit positive; accounts at zero left out."""
        sums: dict[Account, int] = {}
        for row in self._rows:
            for account, _, ore in row.postings:
                sums[account] = sums.get(account, 0) + ore
        return {account: ore for account, ore in sums.items() if ore}

    def close(self) -> None:
        """Nothing to let go of; the records stay readable."""
