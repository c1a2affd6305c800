"""A book in a PostgreSQL database (bok i databas), where many municipalities' books may be, each seen by its own roles.

The database guards itself as a book's file does; see ``postgres_001.sql`` and what follows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from sifund_ledger.addresses import Address
from sifund_ledger.errors import StoreUnavailable, UnreadableInput
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.store import findings as codes
from sifund_ledger.store.postgres.database import check_database, check_guards, connect
from sifund_ledger.store.postgres.statements import NEW_ACCOUNTS, NEW_POSTINGS, NEW_RECORDS, STATEMENTS
from sifund_ledger.store.row_store import RowStore
from sifund_ledger.store.rows import require_whole


class PostgresStore(RowStore):
    """A journal in a database, by an address such as ``postgresql://ekonomi@server/bok?book=Ale``.

    A transaction is durable when :meth:`writing` ends, as far as the server is set to make it so. Writers of a book
    queue for its lock, up to ``timeout`` seconds; those of others are not hindered.
    """

    statements: ClassVar = STATEMENTS

    def __init__(
        self, address: str, *, read_only: bool = False, timeout: float = 5.0, whole: bool = True
    ) -> None:  # fmt: skip
        """Open a book. Raises :class:`~sifund_ledger.errors.UnreadableInput` where there is none that one may see, or
        the database's guards have been altered; :class:`~sifund_ledger.errors.StoreUnavailable` where it does not
        answer. Without ``whole`` its accounts are not gone through."""
        super().__init__(read_only=read_only)
        self.address = Address.parse(address)
        self._connection = connect(self.address, timeout=timeout, read_only=read_only)
        try:
            with self._translated():
                check_database(self._connection, self.address)
                self._of = self._number()
            if whole:
                require_whole(self._rows, self.statements, self._damaged)
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def open(
        cls, address: str, *, read_only: bool = False, timeout: float = 5.0, whole: bool = True
    ) -> PostgresStore:  # fmt: skip
        """Open a book that exists; the same as calling the class."""
        return cls(address, read_only=read_only, timeout=timeout, whole=whole)

    @classmethod
    def create(cls, address: str, *, timeout: float = 5.0, rows: Iterable[StoredRecord] = ()) -> PostgresStore:
        """Make a book with its first records, owned by the role that one is, and open it: whole, or not at all.

        Raises :class:`~sifund_ledger.errors.UnreadableInput` where the role has a book of that name, and
        :class:`~sifund_ledger.Refused` for records that cannot be kept.
        """
        from psycopg.errors import UniqueViolation

        store = cls.__new__(cls)
        RowStore.__init__(store, read_only=False)
        store.address = Address.parse(address)
        store._connection = connect(store.address, timeout=timeout)
        try:
            with store._translated():
                check_database(store._connection, store.address)
                store._connection.execute("BEGIN")
                try:
                    made = "INSERT INTO sifund.book (name) VALUES (%s) RETURNING id"
                    ((store._of,),) = store._connection.execute(made, (store.address.book,)).fetchall()
                except UniqueViolation:
                    raise UnreadableInput([codes.BOOK_EXISTS.at(store.address.shown)]) from None
            with store.writing():
                store.append(tuple(rows))
        except BaseException:
            store.close()
            raise
        return store

    def _number(self) -> int:
        """The number of the book that is meant: one's own, where others that one may see have its name too."""
        named = "SELECT id, owner, current_user FROM sifund.book WHERE name = %s ORDER BY owner <> current_user, owner"
        found = self._connection.execute(named, (self.address.book,)).fetchall()
        if not found:
            ((role,),) = self._connection.execute("SELECT current_user").fetchall()
            found_none = codes.BOOK_NOT_IN_DATABASE.at(self.address.shown, book=self.address.book, role=role)
            raise UnreadableInput([found_none])
        number, owner, role = found[0]
        if len(found) > 1 and owner != role:
            owners = tuple(each for _, each, _ in found)
            raise UnreadableInput(
                [codes.BOOK_AMBIGUOUS.at(self.address.shown, book=self.address.book, role=role, owners=owners)]
            )
        return int(number)

    def _require_same(self) -> None:
        """A book keeps its number in its database; what was read of it before is compared by the journal."""

    def _begin(self) -> None:
        if not self._writes:  # a book that is being made has begun
            self._execute("BEGIN")
        self._rows("SELECT sifund.queue(ARRAY[%b::int])")
        with self._translated():
            check_guards(self._connection, self.address)

    def _commit(self) -> None:
        self._execute("COMMIT")

    def _undo(self) -> None:
        if self._writes:
            with suppress(Exception):  # what went wrong before is said; the server undoes it when the connection ends
                self._connection.execute("ROLLBACK")

    @property
    def _writes(self) -> bool:
        return not self._connection.closed and bool(self._connection.info.transaction_status)

    def close(self) -> None:
        """Let go of the connection; what was not kept by the end of :meth:`writing` is undone."""
        self._connection.close()

    def _put_accounts(self, rows: Sequence[tuple[Any, ...]]) -> int:
        return self._put(NEW_ACCOUNTS, rows)

    def _put_postings(self, rows: Iterable[tuple[Any, ...]]) -> int:
        return self._put(NEW_POSTINGS, rows)

    def _put_records(self, rows: Sequence[StoredRecord]) -> int:
        return self._put(
            NEW_RECORDS,
            ((r[0], r[2], r[3], r[4], r[1], r[5], None if r[6] is None else r[6].encode("utf-8")) for r in rows),
        )

    def _blot(self, seq: int) -> int:
        """The server takes away the old row when it is vacuumed; its log may keep it longer."""
        ((taken,),) = self._rows("SELECT sifund.blot(%b::int, %b::bigint)", seq)
        return int(taken)

    def _put(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> int:
        """Rows column by column, in one statement: no COPY goes into tables whose rows are each seen by their own."""
        columns = [list(column) for column in zip(*rows, strict=True)]
        with self._translated():
            return self._connection.execute(statement, (self._of, *columns)).rowcount

    def _damaged(self, reason: Bilingual) -> UnreadableInput:
        from sifund_ledger.store.postgres.faults import damaged

        return damaged(self.address.shown, reason)

    def _unavailable(self, why: Bilingual, do: Bilingual) -> StoreUnavailable:
        from sifund_ledger.store.postgres.faults import unavailable

        return unavailable(self.address.shown, why, do=do)

    def _execute(self, statement: str) -> None:
        with self._translated():
            self._connection.execute(statement)

    def _rows(self, statement: str, *values: object) -> list[Any]:
        """The rows that a statement gives; the book's number stands first, in every place that the values leave."""
        number = statement.count("%b") - len(values)
        with self._translated(), self._connection.cursor(binary=True) as cursor:
            return cursor.execute(statement, (*[self._of] * number, *values)).fetchall()

    def _translated(self) -> Any:
        from sifund_ledger.store.postgres.faults import translated

        return translated(self.address.shown)
