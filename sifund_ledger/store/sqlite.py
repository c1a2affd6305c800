"""The book in an SQLite file (bokfil): the default store, from the standard library alone.

The file guards itself: triggers refuse what does not follow, does not balance, or would change what is there. What is
in it is one file, with no other beside it when nobody writes, so it can be copied and mailed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import accumulate, chain
from pathlib import Path
from typing import Any, Final

from sifund_ledger.errors import Refused, StoreUnavailable
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.chain import ProjectedPosting, StoredRecord
from sifund_ledger.ledger.records import GENESIS, Head
from sifund_ledger.store.guards import BLOTTED, CORRECTED, NOTE_NOT_BLOTTED, append_faults
from sifund_ledger.store.sqlite_faults import damaged, translated
from sifund_ledger.store.sqlite_file import check_ends, create_file, open_file

_CHUNK: Final = 1000
_NOWHERE: Final = Account("", "")
_STRAY: Final = ProjectedPosting(_NOWHERE, 0, 0)

_LINES: Final = tuple(tuple(range(1, count + 1)) for count in range(64))
# A NamedTuple from a tuple of its fields, in half the time of calling its class with them.
_projected = partial(tuple.__new__, ProjectedPosting)
_stored_record = partial(tuple.__new__, StoredRecord)

_LAST = "SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1"
_RECORDS = (
    "SELECT seq, data, hash, CAST(kind AS BLOB), target, note_salt, CAST(note AS BLOB) FROM record "
    "WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
)
_POSTINGS = "SELECT seq, line, account, year, ore FROM posting WHERE seq > ? AND seq <= ? ORDER BY seq, line"
_ACCOUNTS = (
    "SELECT id, CAST(book AS BLOB), CAST(code AS BLOB), CAST(fund AS BLOB), CAST(subfund AS BLOB), "
    "CAST(project AS BLOB), CAST(board AS BLOB), year FROM account WHERE id > ? ORDER BY id"
)
_SUMS = "SELECT account, sum(ore) FROM posting GROUP BY account HAVING sum(ore) <> 0"
_TARGETED = "SELECT min(seq) FROM record WHERE target = ? AND kind = ?"
_NEW_ACCOUNT = "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_NEW_POSTING = "INSERT INTO posting VALUES (?, ?, ?, ?, ?)"
_NEW_RECORD = "INSERT INTO record (seq, hash, kind, target, data, note_salt, note) VALUES (?, ?, ?, ?, ?, ?, ?)"
_BLOT = "UPDATE record SET note = NULL, note_salt = NULL WHERE seq = ?"


def _text(value: Any) -> str:
    """Text read as bytes; what is no UTF-8 is made visible rather than fatal, for the chain to find."""
    return value.decode("utf-8", "replace") if type(value) is bytes else repr(value)


def _bytes(value: Any) -> bytes:
    return value if type(value) is bytes else b""


def _whole(lines: list[Any], accounts: Mapping[Any, Account]) -> dict[Any, tuple[ProjectedPosting, ...]] | None:
    """The postings of each record, if the lines of each are 1, 2, 3 … and all accounts known; the quick way to ask."""
    if not lines:
        return {}
    seqs, numbers, ids, years, amounts = zip(*lines, strict=True)
    counts = Counter(seqs)
    expected = (
        chain.from_iterable(map(_LINES.__getitem__, counts.values())) if max(counts.values()) < len(_LINES) else ()
    )
    if numbers != tuple(expected) or not accounts.keys() >= {*ids}:
        return None
    postings = tuple(map(_projected, zip(map(accounts.__getitem__, ids), years, amounts, strict=True)))
    ends = [*accumulate(counts.values())]
    return {seq: postings[a:b] for seq, a, b in zip(counts, [0, *ends], ends, strict=False)}


def _as_they_are(
    lines: list[Any], accounts: Mapping[Any, Account], seqs: Iterable[Any]
) -> dict[Any, tuple[ProjectedPosting, ...]]:
    """The postings of each record in tables that were tampered with: a stray one where a row does not belong."""
    postings: defaultdict[Any, list[ProjectedPosting]] = defaultdict(list)
    for seq, line, account, year, ore in lines:
        of_record = postings[seq]
        of_record.append(ProjectedPosting(accounts.get(account, _NOWHERE), year, ore))
        if len(of_record) != line:
            of_record.append(_STRAY)
    strays = postings.keys() - {*seqs}
    return {seq: (*postings.get(seq, ()), _STRAY) if strays else tuple(postings.get(seq, ())) for seq in seqs}


class SQLiteStore:
    """A journal in a file.

    A transaction is durable when :meth:`writing` ends: journal mode DELETE, synchronous FULL. Writers queue for the
    lock, up to ``timeout`` seconds; readers see whole transactions only, and hold no lock between portions of a scan.

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
        self._accounts: dict[int, Account] = {}
        self._ids: dict[Account, int] = {}
        self._connection = open_file(self.path, read_only=read_only, timeout=timeout)

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, timeout: float = 5.0) -> SQLiteStore:
        """Open a book that exists; the same as calling the class."""
        return cls(path, read_only=read_only, timeout=timeout)

    @classmethod
    def create(cls, path: str | Path, *, timeout: float = 5.0) -> SQLiteStore:
        """Make an empty book and open it. Raises :class:`~sifund_ledger.errors.UnreadableInput` where something is."""
        create_file(Path(path))
        return cls(path, timeout=timeout)

    def head(self) -> Head:
        """The number of records and the hash of the last."""
        if self._head is not None:
            return self._head
        for seq, digest in self._rows(_LAST):
            return Head(seq, _bytes(digest))
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
            raise StoreUnavailable(f"{self.path}: the book was opened for reading only")
        self._execute("BEGIN IMMEDIATE")
        known = 0
        try:
            self._load_accounts()
            known = len(self._accounts)
            self._head = head = self.head()
            yield head
            if not self._connection.in_transaction:
                raise RuntimeError("what was to be recorded has been undone after an error")
            self._execute("COMMIT")
        except BaseException:
            self._undo()
            self._forget_accounts(known)
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
        ids = self._ids
        self._insert(
            _NEW_POSTING,
            (
                (row[0], line, ids[account], year, ore)
                for row in rows
                for line, (account, year, ore) in enumerate(row[7], 1)
            ),
        )
        self._insert(_NEW_RECORD, ((row[0], row[2], row[3], row[4], row[1], row[5], row[6]) for row in rows))
        self._head = Head(rows[-1].seq, rows[-1].hash)

    def blot(self, seq: int) -> None:
        """Blot out the note beside a record, in the file's free space too.

        Raises :class:`~sifund_ledger.Refused` unless a ``note_blotted`` record names it.
        """
        self._writing_head()
        if self._targeted(seq, BLOTTED) is None:
            raise Refused([NOTE_NOT_BLOTTED.at(f"post {seq}", seq=seq)])
        self._insert(_BLOT, [(seq,)])

    def scan(self, after: int = 0, until: int | None = None) -> Iterator[StoredRecord]:
        """The records from ``after + 1`` to ``until`` inclusive, as the journal is when the reading begins.

        Rows that were tampered with come out as they are, for :func:`~sifund_ledger.ledger.chain.verify` to find.
        Raises :class:`~sifund_ledger.errors.UnreadableInput` where the file cannot be read on.
        """
        end = self.head().seq
        if until is not None:
            end = min(end, until)
        with translated(self.path):
            check_ends(self._connection, self.path)
        self._load_accounts()
        after = max(after, 0)
        while after < end:
            rows = self._rows(_RECORDS, after, end, _CHUNK)
            if not rows:
                raise damaged(self.path, f"record {after + 1} and those after it cannot be found")
            last = max(row[0] for row in rows)
            yield from self._merged(rows, self._rows(_POSTINGS, after, last))
            after = last

    def balances(self) -> dict[Account, int]:
        """Every account's balance in öre, debit positive, summed by SQLite; accounts at zero left out."""
        self._load_accounts()
        sums: dict[Account, int] = {}
        for account_id, ore in self._rows(_SUMS):
            account = self._accounts.get(account_id, _NOWHERE)
            sums[account] = sums.get(account, 0) + ore
        return sums

    def correction_of(self, seq: int) -> int | None:
        """The record that corrects a record, if there is one."""
        return self._targeted(seq, CORRECTED)

    def close(self) -> None:
        """Let go of the file; what was not kept by the end of :meth:`writing` is undone."""
        self._connection.close()

    def _merged(self, rows: list[Any], lines: list[Any]) -> Iterator[StoredRecord]:
        """Records with their postings; a row that does not belong where it stands makes its record differ."""
        seqs, datas, digests, kinds, targets, salts, notes = map(list, zip(*rows, strict=True))
        of_record = _whole(lines, self._accounts)
        if of_record is None or not of_record.keys() <= {*seqs}:
            of_record = _as_they_are(lines, self._accounts, seqs)
        names = {kind: _text(kind) for kind in set(kinds)}
        postings = [of_record.get(seq, ()) for seq in seqs]
        if {*salts, *notes} != {None} or {*map(type, datas), *map(type, digests)} != {bytes}:
            datas, digests = [*map(_bytes, datas)], [*map(_bytes, digests)]
            noted = [salt is not None or note is not None for salt, note in zip(salts, notes, strict=True)]
            salts = [_bytes(salt) if there else None for salt, there in zip(salts, noted, strict=True)]
            notes = [_text(note) if there else None for note, there in zip(notes, noted, strict=True)]
        columns = (seqs, datas, digests, map(names.__getitem__, kinds), targets, salts, notes, postings)
        yield from map(_stored_record, zip(*columns, strict=True))

    def _targeted(self, seq: int, kind: str) -> int | None:
        found: int | None = self._rows(_TARGETED, seq, kind)[0][0]
        return found

    def _writing_head(self) -> Head:
        if self._head is None or not self._connection.in_transaction:
            raise RuntimeError("append() and blot() belong within writing()")
        return self._head

    def _load_accounts(self) -> None:
        for account_id, book, code, fund, subfund, project, board, year in self._rows(_ACCOUNTS, len(self._accounts)):
            account = Account(_text(book), _text(code), _text(fund), _text(subfund), _text(project), _text(board), year)
            self._accounts[account_id] = account
            self._ids[account] = account_id

    def _forget_accounts(self, known: int) -> None:
        for account_id in range(len(self._accounts), known, -1):
            self._ids.pop(self._accounts.pop(account_id), None)

    def _insert_accounts(self, rows: Iterable[StoredRecord]) -> None:
        used = dict.fromkeys(posting[0] for row in rows for posting in row[7])
        new = [account for account in used if account not in self._ids]
        for account_id, account in enumerate(new, len(self._accounts) + 1):
            self._accounts[account_id] = account
            self._ids[account] = account_id
        self._insert(_NEW_ACCOUNT, ((self._ids[account], *account) for account in new))

    def _insert(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        with translated(self.path):
            try:
                self._connection.executemany(sql, rows)
            except BaseException:
                self._undo()
                raise

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _execute(self, sql: str) -> None:
        with translated(self.path):
            self._connection.execute(sql)

    def _rows(self, sql: str, *values: object) -> list[Any]:
        with translated(self.path):
            return self._connection.execute(sql, values).fetchall()
