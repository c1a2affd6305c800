"""The book in an SQLite file (bokfil): the default store, from the standard library alone.

The file guards itself: triggers refuse what does not follow, does not balance, or would change what is there. What is
in it is one file, with no other beside it when nobody writes, so it can be copied and mailed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, ClassVar, Final

from sifund_ledger.errors import StoreUnavailable, UnreadableInput
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.store.recovering import refuse_stray_journal
from sifund_ledger.store.row_store import RowStore
from sifund_ledger.store.sqlite_faults import FAULTS, damaged, out_of_reach, replaced, translated, unavailable
from sifund_ledger.store.sqlite_file import check_guards, create_file, file_at, open_file
from sifund_ledger.store.sqlite_statements import STATEMENTS

_ELSEWHERE = Bilingual("en annan fil har tagit dess plats", "another file has taken its place")


_NEW_RECORD: Final = "INSERT INTO record (seq, hash, kind, target, data, note_salt, note) VALUES (?, ?, ?, ?, ?, ?, ?)"


class SQLiteStore(RowStore):
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

    statements: ClassVar = STATEMENTS

    def __init__(
        self, path: str | Path, *, read_only: bool = False, timeout: float = 5.0, whole: bool = True
    ) -> None:  # fmt: skip
        """Open a book. Raises :class:`~sifund_ledger.errors.UnreadableInput` for a missing, foreign, newer or damaged
        file, which stays as it was; :class:`~sifund_ledger.errors.StoreUnavailable` where it is locked. Without
        ``whole`` its pages and rows are not gone through: what is damaged is found where it is read."""
        super().__init__(read_only=read_only)
        self.path = Path(path)
        self._schema = -1
        try:
            self._absolute = self.path.absolute()
        except OSError as fault:  # the folder that one stands in is gone
            raise out_of_reach(self.path, fault) from None
        self._file = file_at(self._absolute)
        if not read_only:
            refuse_stray_journal(self.path)
        self._connection = open_file(self.path, read_only=read_only, timeout=timeout, whole=whole)
        try:
            self._require_same()  # nothing came in its place while it was opened
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def open(
        cls, path: str | Path, *, read_only: bool = False, timeout: float = 5.0, whole: bool = True
    ) -> SQLiteStore:  # fmt: skip
        """Open a book that exists; the same as calling the class."""
        return cls(path, read_only=read_only, timeout=timeout, whole=whole)

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

    def _require_same(self) -> None:
        """The engine reads on in a file that another has replaced, and would record in one that nobody sees again."""
        if file_at(self._absolute) != self._file:
            raise replaced(self.path, _ELSEWHERE)

    def _begin(self) -> None:
        self._execute("BEGIN IMMEDIATE")
        self._require_same()
        self._require_guards()

    def _commit(self) -> None:
        self._execute("COMMIT")
        self._require_same()  # else it is kept where nobody finds it, and not acknowledged

    def _undo(self) -> None:
        with suppress(*FAULTS):  # what went wrong before is said; the journal undoes it when the file is read next
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @property
    def _writes(self) -> bool:
        return self._connection.in_transaction

    def close(self) -> None:
        """Let go of the file; what was not kept by the end of :meth:`writing` is undone."""
        with translated(self.path):
            self._connection.close()

    def _put_accounts(self, rows: Sequence[tuple[Any, ...]]) -> int:
        return self._put("INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _put_postings(self, rows: Iterable[tuple[Any, ...]]) -> int:
        return self._put("INSERT INTO posting VALUES (?, ?, ?, ?, ?)", rows)

    def _put_records(self, rows: Sequence[StoredRecord]) -> int:
        records = ((row[0], row[2], row[3], row[4], row[1], row[5], row[6]) for row in rows)
        return self._put(_NEW_RECORD, records)

    def _blot(self, seq: int) -> int:
        """In the file's free space too."""
        return self._put("UPDATE record SET note = NULL, note_salt = NULL WHERE seq = ?", [(seq,)])

    def _put(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> int:
        with translated(self.path):
            return self._connection.executemany(statement, rows).rowcount

    def _damaged(self, reason: Bilingual) -> UnreadableInput:
        return damaged(self.path, reason)

    def _unavailable(self, why: Bilingual, do: Bilingual) -> StoreUnavailable:
        return unavailable(self.path, why, do=do)

    def _require_guards(self) -> None:
        """Look at the guards where they may have been altered since this book last wrote."""
        ((version,),) = self._rows("PRAGMA schema_version")
        if version != self._schema:
            with translated(self.path):
                self._schema = check_guards(self._connection, self.path)

    def _execute(self, statement: str) -> None:
        with translated(self.path):
            self._connection.execute(statement)

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with translated(self.path):
            return self._connection.execute(statement, values).fetchall()
