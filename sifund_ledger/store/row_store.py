"""A journal as rows of an SQL engine (tabeller): what every engine does alike, over the few things that each does its
own way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, ClassVar

from sifund_ledger.errors import Refused, StoreUnavailable, UnreadableInput
from sifund_ledger.findings import Bilingual, record_place
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.reading import Decoded
from sifund_ledger.ledger.journal.store import PORTION, Portion, Scan, StoredRecord
from sifund_ledger.ledger.records import GENESIS, Head
from sifund_ledger.store import findings as codes
from sifund_ledger.store.guards import BLOTTED, append_faults
from sifund_ledger.store.rows import (
    NOWHERE,
    Columns,
    KnownAccounts,
    Statements,
    bytes_of,
    merged,
    posting_columns,
    record_columns,
    require_ends,
)

_OPEN_TO_WRITE = Bilingual("Öppna den för skrivning.", "Open it for writing.")
_READ_ONLY = Bilingual("Boken öppnades bara för läsning", "The book was opened for reading only")
_NOT_THERE = Bilingual("det som skrevs finns inte där efteråt", "what was written is not there afterwards")


class RowStore(ABC):
    """A journal in an engine's tables. An engine gives its statements, and reads, writes and ends transactions."""

    statements: ClassVar[Statements]

    def __init__(self, *, read_only: bool) -> None:
        self._read_only = read_only
        self._head: Head | None = None
        self._accounts = KnownAccounts()

    @abstractmethod
    def _rows(self, statement: str, *values: object) -> list[Any]:
        """The rows that a statement gives."""

    @abstractmethod
    def _put_accounts(self, rows: Sequence[tuple[Any, ...]]) -> int:
        """Write rows of accounts, and say how many the engine has taken."""

    @abstractmethod
    def _put_postings(self, rows: Iterable[tuple[Any, ...]]) -> int:
        """Write rows of seq, line, account, year, ore, and say how many the engine has taken."""

    @abstractmethod
    def _put_records(self, rows: Sequence[StoredRecord]) -> int:
        """Write records, and say how many the engine has taken."""

    @abstractmethod
    def _blot(self, seq: int) -> int:
        """Take away the note beside a record, and say how many the engine has changed."""

    @abstractmethod
    def _begin(self) -> None:
        """Begin to write: take the writers' lock, and look that everything is in place."""

    @abstractmethod
    def _commit(self) -> None:
        """End what was begun; from then on it is durable."""

    @abstractmethod
    def _undo(self) -> None:
        """Undo what was begun, if anything is; nothing is raised."""

    @property
    @abstractmethod
    def _writes(self) -> bool:
        """Whether a transaction is open."""

    @abstractmethod
    def _require_same(self) -> None:
        """Refuse where another book has come in the place of the one that was opened."""

    @abstractmethod
    def _damaged(self, reason: Bilingual) -> UnreadableInput:
        """The error that a damaged book is refused with."""

    @abstractmethod
    def _unavailable(self, why: Bilingual, do: Bilingual) -> StoreUnavailable:
        """The error that a book out of reach is refused with."""

    def head(self) -> Head:
        """The number of records and the hash of the last.

        Raises :class:`~sifund_ledger.errors.UnreadableInput` where another book has come in its place.
        """
        if self._head is not None:
            return self._head
        self._require_same()
        return self._last()

    def _last(self) -> Head:
        for seq, digest in self._rows(self.statements.last):
            return Head(seq, bytes_of(digest))
        return GENESIS

    @contextmanager
    def writing(self) -> Iterator[Head]:
        """Take the lock; keep what is appended within the block, or nothing of it on an exception.

        Raises :class:`~sifund_ledger.errors.StoreUnavailable` where the lock is not to be had, the book was opened for
        reading only, or the engine is out of reach; ``RuntimeError`` within another ``writing`` block of the same
        store.
        """
        if self._head is not None:
            raise RuntimeError("writing() does not nest")
        if self._read_only:
            raise self._unavailable(_READ_ONLY, _OPEN_TO_WRITE)
        known = len(self._accounts)
        try:
            self._begin()
            self._load_accounts()
            known = len(self._accounts)
            self._head = head = self._last()
            yield head
            if not self._writes:
                raise RuntimeError("what was to be recorded has been undone after an error")
            if self._last() != self._head:
                raise self._not_kept()
            self._commit()
        except BaseException:
            self._undo()
            self._accounts.forget_after(known)
            raise
        finally:
            self._head = None

    def append(self, rows: Sequence[StoredRecord]) -> None:
        """Keep records right after the head.

        Raises :class:`~sifund_ledger.Refused` where they do not follow it or do not balance, and keeps none of them;
        ``RuntimeError`` outside :meth:`writing`. After any other error the whole transaction is undone.
        """
        head = self._writing_head()
        if faults := append_faults(head, rows):
            raise Refused(faults)
        if not rows:
            return
        try:
            new = self._accounts.begun({posting[0]: None for row in rows for posting in row[7]})
            ids = self._accounts.ids
            postings = (
                (row[0], line, ids[account], year, ore)
                for row in rows
                for line, (account, year, ore) in enumerate(row[7], 1)
            )
            self._require_taken(len(new), self._put_accounts, new)
            self._require_taken(sum(len(row[7]) for row in rows), self._put_postings, postings)
            self._require_taken(len(rows), self._put_records, rows)
        except BaseException:
            self._undo()
            raise
        self._head = Head(rows[-1].seq, rows[-1].hash)

    def blot(self, seq: int) -> None:
        """Blot out the note beside a record.

        Raises :class:`~sifund_ledger.Refused` unless a ``note_blotted`` record names it.
        """
        self._writing_head()
        if not self._rows(self.statements.targeted, seq, BLOTTED):
            raise Refused([codes.NOTE_NOT_BLOTTED.at(record_place(seq), seq=seq)])
        try:
            self._require_taken(1, self._blot, seq)
        except BaseException:
            self._undo()
            raise

    def scan(self, after: int = 0, until: int | None = None) -> Scan:
        """The records from ``after + 1`` to ``until`` inclusive, as the journal is when the reading begins.

        Rows that were tampered with come out as they are, for ``journal.chain.verify`` to find.
        Raises :class:`~sifund_ledger.errors.UnreadableInput` where the book cannot be read on.
        """
        return Scan(self._portions(max(after, 0), until))

    def _portions(self, after: int, until: int | None) -> Iterator[Portion]:
        end = self.head().seq
        if until is not None:
            end = min(end, until)
        require_ends(self._rows, self.statements, self._damaged)
        if after == 0:  # the whole book is to be verified: its accounts as they are, and not as they were read once
            self._accounts.forget_after(0)
        self._load_accounts()
        while after < end:
            rows = self._rows(self.statements.records, after, end, PORTION)
            if not rows:
                missing = after + 1
                raise self._damaged(
                    Bilingual(
                        f"post {missing} och de följande saknas",
                        f"record {missing} and those after it cannot be found",
                    )
                )
            columns = record_columns(rows)
            last = max(columns[0])
            yield Portion(
                *columns, posted=partial(self._posted, after, last), rows=partial(self._merged, columns, after, last)
            )
            after = last

    def _posted(self, after: int, last: int, decoded: Decoded) -> bool:
        """Whether the rows of postings are those of the records: as text, for a row is costlier to fetch than to write.

        Where the engine cannot say, the rows are compared one by one.
        """
        try:
            found = self._rows(self.statements.posting_columns, after, last)
        except (Refused, StoreUnavailable, UnreadableInput):
            return False
        return [tuple(row) for row in found] == [posting_columns(decoded.texts, self._accounts.ids)]

    def _merged(self, columns: Columns, after: int, last: int) -> Iterator[StoredRecord]:
        return merged(columns, self._rows(self.statements.postings, after, last), self._accounts)

    def balances(self) -> dict[Account, int]:
        """Every account's balance in öre, debit positive, summed by the engine; accounts at zero left out."""
        self._load_accounts()
        sums: dict[Account, int] = {}
        for account_id, ore in self._rows(self.statements.sums):
            account = self._accounts.get(account_id, NOWHERE)
            sums[account] = sums.get(account, 0) + int(ore)
        return sums

    def _require_taken(self, number: int, put: Callable[[Any], int], what: object) -> None:
        """Write so many rows, each of which the engine must say that it has taken, before anything rests on them."""
        if number and put(what) != number:
            raise self._not_kept()

    def _writing_head(self) -> Head:
        if self._head is None or not self._writes:
            raise RuntimeError("append() and blot() belong within writing()")
        return self._head

    def _load_accounts(self) -> None:
        self._accounts.take(self._rows(self.statements.accounts, len(self._accounts)))

    def _not_kept(self) -> UnreadableInput:
        return self._damaged(_NOT_THERE)
