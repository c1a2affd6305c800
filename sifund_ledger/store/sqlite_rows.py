"""The rows of a book in SQLite as records and postings (tabellrader), and the statements that read and write them.

Text is read as bytes, so that what is not UTF-8 can be shown rather than end the reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.reading import PostingTexts
from sifund_ledger.ledger.journal.store import ProjectedPosting, StoredRecord

RECORDS: Final = (
    "SELECT seq, data, hash, CAST(kind AS BLOB), target, note_salt, CAST(note AS BLOB) FROM record "
    "WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
)
POSTINGS: Final = "SELECT seq, line, account, year, ore FROM posting WHERE seq > ? AND seq <= ? ORDER BY seq, line"
POSTING_COLUMNS: Final = (
    "SELECT json_group_array(seq), json_group_array(line), json_group_array(account), json_group_array(year), "
    "json_group_array(ore) FROM posting WHERE seq > ? AND seq <= ?"
)
ACCOUNTS: Final = (
    "SELECT id, CAST(book AS BLOB), CAST(code AS BLOB), CAST(fund AS BLOB), CAST(subfund AS BLOB), "
    "CAST(project AS BLOB), CAST(board AS BLOB), year FROM account WHERE id > ? ORDER BY id"
)
LAST: Final = "SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1"
SUMS: Final = "SELECT account, sum(ore) FROM posting GROUP BY account HAVING sum(ore) <> 0"
TARGETED: Final = "SELECT 1 FROM record WHERE target = ? AND kind = ? LIMIT 1"
NEW_ACCOUNT: Final = "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
NEW_POSTING: Final = "INSERT INTO posting VALUES (?, ?, ?, ?, ?)"
NEW_RECORD: Final = "INSERT INTO record (seq, hash, kind, target, data, note_salt, note) VALUES (?, ?, ?, ?, ?, ?, ?)"
BLOT: Final = "UPDATE record SET note = NULL, note_salt = NULL WHERE seq = ?"

NOWHERE: Final = Account("", "")
_STRAY: Final = ProjectedPosting(NOWHERE, 0, 0)
# A NamedTuple from a tuple of its fields, in half the time of calling its class with them.
_stored_record = partial(tuple.__new__, StoredRecord)

Columns = tuple[list[Any], list[Any], list[Any], list[Any], list[Any], list[Any], list[Any]]
"""The columns of :data:`RECORDS` in Python's types: seq, bytes, hash, kind, target, salt, note."""


def text_of(value: Any) -> str:
    """Text read as bytes; what is not UTF-8 is made visible rather than fatal, for the chain to find."""
    return value.decode("utf-8", "replace") if type(value) is bytes else repr(value)


def bytes_of(value: Any) -> bytes:
    """Bytes, or none where there is something else."""
    return value if type(value) is bytes else b""


class KnownAccounts(dict[int, Account]):
    """The accounts of a file that have been read or written, by their numbers there; ``ids`` is the other way."""

    def __init__(self) -> None:
        self.ids: dict[Account, int] = {}

    def take(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Keep the rows of :data:`ACCOUNTS`."""
        for account_id, book, code, fund, subfund, project, board, year in rows:
            if account_id in self:  # out of order, and so read again: it may be another account by now
                self.ids.pop(self[account_id], None)
            self[account_id] = account = Account(
                text_of(book), text_of(code), text_of(fund), text_of(subfund), text_of(project), text_of(board), year
            )
            self.ids[account] = account_id

    def begun(self, used: Iterable[Account]) -> list[tuple[Any, ...]]:
        """Number those accounts that are new, and give their rows to be written."""
        new = [account for account in used if account not in self.ids]
        for account_id, account in enumerate(new, len(self) + 1):
            self[account_id] = account
            self.ids[account] = account_id
        return [(self.ids[account], *account) for account in new]

    def forget_after(self, known: int) -> None:
        """Forget the accounts with higher numbers."""
        for account_id in [each for each in self if each > known]:
            self.ids.pop(self.pop(account_id), None)


def record_columns(rows: Sequence[Any]) -> Columns:
    """The rows of :data:`RECORDS`, at least one, column by column."""
    seqs, datas, digests, kinds, targets, salts, notes = map(list, zip(*rows, strict=True))
    names = {kind: text_of(kind) for kind in {*kinds}}
    if {*salts, *notes} != {None} or {*map(type, datas), *map(type, digests)} != {bytes}:
        datas, digests = [*map(bytes_of, datas)], [*map(bytes_of, digests)]
        noted = [salt is not None or note is not None for salt, note in zip(salts, notes, strict=True)]
        salts = [bytes_of(salt) if there else None for salt, there in zip(salts, noted, strict=True)]
        notes = [text_of(note) if there else None for note, there in zip(notes, noted, strict=True)]
    return seqs, datas, digests, [*map(names.__getitem__, kinds)], targets, salts, notes


def posting_columns(texts: PostingTexts, ids: Mapping[Account, int]) -> tuple[str, ...] | None:
    """What :data:`POSTING_COLUMNS` gives where the rows are those of the records; ``None`` for an unknown account."""
    seqs, lines, accounts, years, amounts, known = texts
    if not ids.keys() >= {*known.values()}:
        return None
    id_of = {text: str(ids[account]) for text, account in known.items()}
    columns = (seqs, lines, map(id_of.__getitem__, accounts), years, amounts)
    return tuple([f"[{','.join(column)}]" for column in columns])


def merged(columns: Columns, lines: list[Any], accounts: Mapping[Any, Account]) -> Iterator[StoredRecord]:
    """Records with their postings; a row that does not belong where it stands makes its record differ."""
    return map(_stored_record, zip(*columns, _postings(lines, accounts, columns[0]).values(), strict=True))


def _postings(
    lines: list[Any], accounts: Mapping[Any, Account], seqs: Iterable[Any]
) -> dict[Any, tuple[ProjectedPosting, ...]]:
    """The postings of each record; where a row does not belong where it stands, a stray one beside it."""
    postings: defaultdict[Any, list[ProjectedPosting]] = defaultdict(list)
    for seq, line, account, year, ore in lines:
        of_record = postings[seq]
        of_record.append(ProjectedPosting(accounts.get(account, NOWHERE), year, ore))
        if len(of_record) != line:
            of_record.append(_STRAY)
    strays = postings.keys() - {*seqs}
    return {seq: (*postings.get(seq, ()), _STRAY) if strays else tuple(postings.get(seq, ())) for seq in seqs}
