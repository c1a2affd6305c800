"""The book in an SQLite file (bokfil): the default store, from the standard library alone.

The file guards itself: triggers refuse what does not follow, does not balance, or would change what is there. What is
in it is one file, with no other beside it when nobody writes, so it can be copied and mailed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.reading import Decoded
from sifund_ledger.ledger.journal.store import PORTION, Portion, Scan, StoredRecord
from sifund_ledger.ledger.records import GENESIS, Head
from sifund_ledger.store import findings as codes
from sifund_ledger.store import sqlite_rows as sql
from sifund_ledger.store.guards import BLOTTED, append_faults
from sifund_ledger.store.recovering import refuse_stray_journal
from sifund_ledger.store.sqlite_faults import FAULTS, damaged, out_of_reach, replaced, translated, unavailable
from sifund_ledger.store.sqlite_file import check_ends, check_guards, create_file, file_at, open_file
from sifund_ledger.store.sqlite_rows import Columns, KnownAccounts, bytes_of, merged, posting_columns, record_columns

_ELSEWHERE = Bilingual("en annan fil har tagit dess plats", "another file has taken its place")


class SQLiteStore:
    """A journal in a file.

    A transaction is durable when :meth:`writing` ends: journal mode DELETE, synchronous EXTRA. Writers queue for
    the lock, up to ``timeout`` seconds; readers see whole transactions only, and hold no lock between portions of a
    scan.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     SQLiteStore.create(Path(folder, "bok.sifund")).close()
    ...     store = SQLiteStore.open(Path(folder, "bok.sifund"))
    ...     with store.writing() as head:
    ...         print(head.seq, list(store.scan()), store.balances())
    ...     store.close()
    0 [] {}
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, timeout: float = 5.0) -> None:
        """Open a book. Raises :class:`~sifund_ledger.errors.UnreadableInput` for a missing, foreign, newer or damaged
        file, which stays as it was; :class:`~sifund_ledger.errors.StoreUnavailable` where it is locked."""
        self.path = Path(path)
        self._read_only = read_only
        self._head: Head | None = None
        self._accounts = KnownAccounts()
        self._schema = -1
        try:
            self._absolute = self.path.absolute()
        except OSError as fault:  # the folder that one stands in is gone
            raise out_of_reach(self.path, fault) from None
        self._file = file_at(self._absolute)
        if not read_only:
            refuse_stray_journal(self.path)
        self._connection = open_file(self.path, read_only=read_only, timeout=timeout)
        try:
            self._require_file()  # nothing came in its place while it was opened
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, timeout: float = 5.0) -> SQLiteStore:
        """Open a book that exists; the same as calling the class."""
        return cls(path, read_only=read_only, timeout=timeout)

    @classmethod
    def create(cls, path: str | Path, *, timeout: float = 5.0, rows: Iterable[StoredRecord] = ()) -> SQLiteStore:
        """Make a book with its first records, and open it.

        Raises :class:`~sifund_ledger.errors.UnreadableInput` where something is, and
        :class:`~sifund_ledger.Refused` for records that cannot be kept; then there is no book.
        """
        first = tuple(rows)

        def fill(draft: Path) -> None:
            with closing(cls(draft)) as store, store.writing():
                store.append(first)

        create_file(Path(path), fill)
        return cls(path, timeout=timeout)

    def head(self) -> Head:
        """The number of records and the hash of the last.

        Raises :class:`~sifund_ledger.errors.UnreadableInput` where another file has come in its place.
        """
        if self._head is not None:
            return self._head
        self._require_file()
        return self._last()

    def _require_file(self) -> None:
        """The engine reads on in a file that another has replaced, and would record in one that nobody sees again."""
        if file_at(self._absolute) != self._file:
            raise replaced(self.path, _ELSEWHERE)

    def _last(self) -> Head:
        for seq, digest in self._rows(sql.LAST):
            return Head(seq, bytes_of(digest))
        return GENESIS

    @contextmanager
    def writing(self) -> Iterator[Head]:
        """Take the lock; keep what is appended within the block, or nothing of it on an exception.

        Raises :class:`~sifund_ledger.errors.StoreUnavailable` where the lock is not to be had, the book was opened for
        reading only, or the disk is full; ``RuntimeError`` within another ``writing`` block of the same store.
        """
        if self._head is not None:
            raise RuntimeError("writing() does not nest")
        if self._read_only:
            why = Bilingual("Boken öppnades bara för läsning", "The book was opened for reading only")
            raise unavailable(self.path, why, do=Bilingual("Öppna den för skrivning.", "Open it for writing."))
        self._execute("BEGIN IMMEDIATE")
        known = 0
        try:
            self._require_file()
            self._require_guards()
            self._load_accounts()
            known = len(self._accounts)
            self._head = head = self._last()
            yield head
            if not self._connection.in_transaction:
                raise RuntimeError("what was to be recorded has been undone after an error")
            if self._last() != self._head:
                raise self._not_kept()
            self._execute("COMMIT")
            self._require_file()  # else it is kept where nobody finds it, and not acknowledged
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
        self._insert_accounts(rows)
        ids = self._accounts.ids
        self._put(
            sql.NEW_POSTING,
            (
                (row[0], line, ids[account], year, ore)
                for row in rows
                for line, (account, year, ore) in enumerate(row[7], 1)
            ),
            sum(len(row[7]) for row in rows),
        )
        records = ((row[0], row[2], row[3], row[4], row[1], row[5], row[6]) for row in rows)
        self._put(sql.NEW_RECORD, records, len(rows))
        self._head = Head(rows[-1].seq, rows[-1].hash)

    def blot(self, seq: int) -> None:
        """Blot out the note beside a record, in the file's free space too.

        Raises :class:`~sifund_ledger.Refused` unless a ``note_blotted`` record names it.
        """
        self._writing_head()
        if not self._rows(sql.TARGETED, seq, BLOTTED):
            raise Refused([codes.NOTE_NOT_BLOTTED.at(f"post {seq}", seq=seq)])
        self._put(sql.BLOT, [(seq,)], 1)

    def scan(self, after: int = 0, until: int | None = None) -> Scan:
        """The records from ``after + 1`` to ``until`` inclusive, as the journal is when the reading begins.

        Rows that were tampered with come out as they are, for ``journal.chain.verify`` to find.
        Raises :class:`~sifund_ledger.errors.UnreadableInput` where the file cannot be read on.
        """
        return Scan(self._portions(max(after, 0), until))

    def _portions(self, after: int, until: int | None) -> Iterator[Portion]:
        end = self.head().seq
        if until is not None:
            end = min(end, until)
        with translated(self.path):
            check_ends(self._connection, self.path)
        if after == 0:  # the whole book is to be verified: its accounts as they are, and not as they were read once
            self._accounts.forget_after(0)
        self._load_accounts()
        while after < end:
            rows = self._rows(sql.RECORDS, after, end, PORTION)
            if not rows:
                missing = after + 1
                raise damaged(
                    self.path,
                    Bilingual(
                        f"post {missing} och de följande saknas",
                        f"record {missing} and those after it cannot be found",
                    ),
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
            found = self._connection.execute(sql.POSTING_COLUMNS, (after, last)).fetchone()
        except FAULTS:
            return False
        return bool(found == posting_columns(decoded.texts, self._accounts.ids))

    def _merged(self, columns: Columns, after: int, last: int) -> Iterator[StoredRecord]:
        return merged(columns, self._rows(sql.POSTINGS, after, last), self._accounts)

    def balances(self) -> dict[Account, int]:
        """Every account's balance in öre, debit positive, summed by SQLite; accounts at zero left out."""
        self._load_accounts()
        sums: dict[Account, int] = {}
        for account_id, ore in self._rows(sql.SUMS):
            account = self._accounts.get(account_id, sql.NOWHERE)
            sums[account] = sums.get(account, 0) + ore
        return sums

    def close(self) -> None:
        """Let go of the file; what was not kept by the end of :meth:`writing` is undone."""
        with translated(self.path):
            self._connection.close()

    def _writing_head(self) -> Head:
        if self._head is None or not self._connection.in_transaction:
            raise RuntimeError("append() and blot() belong within writing()")
        return self._head

    def _load_accounts(self) -> None:
        self._accounts.take(self._rows(sql.ACCOUNTS, len(self._accounts)))

    def _insert_accounts(self, rows: Iterable[StoredRecord]) -> None:
        new = self._accounts.begun({posting[0]: None for row in rows for posting in row[7]})
        self._put(sql.NEW_ACCOUNT, new, len(new))

    def _put(self, statement: str, rows: Iterable[tuple[Any, ...]], count: int) -> None:
        """Write so many rows, each of which the engine must say that it has taken."""
        with translated(self.path):
            try:
                if count and self._connection.executemany(statement, rows).rowcount != count:
                    raise self._not_kept()
            except BaseException:
                self._undo()
                raise

    def _not_kept(self) -> UnreadableInput:
        return damaged(
            self.path, Bilingual("det som skrevs finns inte där efteråt", "what was written is not there afterwards")
        )

    def _require_guards(self) -> None:
        """Look at the guards where they may have been altered since this book last wrote."""
        ((version,),) = self._rows("PRAGMA schema_version")
        if version != self._schema:
            with translated(self.path):
                self._schema = check_guards(self._connection, self.path)

    def _undo(self) -> None:
        if self._connection.in_transaction:
            with suppress(*FAULTS):  # what went wrong before is said; the journal undoes it when the file is read next
                self._connection.execute("ROLLBACK")

    def _execute(self, statement: str) -> None:
        with translated(self.path):
            self._connection.execute(statement)

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with translated(self.path):
            return self._connection.execute(statement, values).fetchall()
