"""The rows of a book in an engine's tables as records and postings (tabellrader).

Text is read as bytes, so that what is not UTF-8 can be shown rather than end the reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical.reading import PostingTexts
from sifund_ledger.ledger.journal.store import ProjectedPosting, StoredRecord

NOWHERE: Final = Account("", "")
_STRAY: Final = ProjectedPosting(NOWHERE, 0, 0)
# A NamedTuple from a tuple of its fields, in half the time of calling its class with them.
_stored_record = partial(tuple.__new__, StoredRecord)

Columns = tuple[list[Any], list[Any], list[Any], list[Any], list[Any], list[Any], list[Any]]
"""The columns of records in Python's types: seq, bytes, hash, kind, target, salt, note."""


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
        """Keep rows of accounts: number, then the fields of an :class:`Account`."""
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
    """Rows of records, at least one, column by column."""
    seqs, datas, digests, kinds, targets, salts, notes = map(list, zip(*rows, strict=True))
    names = {kind: text_of(kind) for kind in {*kinds}}
    if {*salts, *notes} != {None} or {*map(type, datas), *map(type, digests)} != {bytes}:
        datas, digests = [*map(bytes_of, datas)], [*map(bytes_of, digests)]
        noted = [salt is not None or note is not None for salt, note in zip(salts, notes, strict=True)]
        salts = [bytes_of(salt) if there else None for salt, there in zip(salts, noted, strict=True)]
        notes = [text_of(note) if there else None for note, there in zip(notes, noted, strict=True)]
    return seqs, datas, digests, [*map(names.__getitem__, kinds)], targets, salts, notes


def posting_columns(texts: PostingTexts, ids: Mapping[Account, int]) -> tuple[str, ...] | None:
    """Columns of postings as texts, where the rows are those of the records; ``None`` for an unknown account."""
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


class Statements(NamedTuple):
    """What an engine is asked, in its own SQL: each takes the values named, in that order, and gives those columns."""

    last: str
    """→ seq, hash of the last record."""
    records: str
    """after, until, how many → seq, data, hash, kind, target, note_salt, note; text as bytes."""
    postings: str
    """after, until → seq, line, account, year, ore, in order."""
    posting_columns: str
    """after, until → the same columns, each as one text: ``[1,1,2]``."""
    accounts: str
    """after → id, book, code, fund, subfund, project, board, year; text as bytes."""
    sums: str
    """→ account, sum that is not zero."""
    targeted: str
    """target, kind → 1 where there is such a record."""
    ends: str
    """→ first and last record; first and last record of the postings; first and last account, and their number."""
    unused: str
    """→ the first account that no posting is on, or nothing."""


def require_ends(
    read: Callable[[str], list[Any]], statements: Statements, damaged: Callable[[Bilingual], UnreadableInput]
) -> None:
    """Refuse a book with rows that no reading of its records comes upon: before the first or after the last.

    Raises :class:`~sifund_ledger.errors.UnreadableInput`.
    """
    ((first, last, first_posted, last_posted, first_id, last_id, accounts),) = read(statements.ends)
    if first is not None and first < 1:
        raise damaged(Bilingual(f"det finns en post {first}", f"there is a record {first}"))
    if last_posted is not None and not 1 <= first_posted <= last_posted <= last:
        raise damaged(Bilingual("det finns konteringar utan post", "there are postings that belong to no record"))
    if accounts and (first_id, last_id) != (1, accounts):
        raise damaged(Bilingual("kontona är inte numrerade i följd", "its accounts are not numbered in order"))


def require_whole(
    read: Callable[[str], list[Any]], statements: Statements, damaged: Callable[[Bilingual], UnreadableInput]
) -> None:
    """The same, and refuse an account that no posting is on: it came with none, and stands in the way of the next."""
    require_ends(read, statements, damaged)
    for (unused,) in read(statements.unused):
        if unused is not None:
            raise damaged(Bilingual(f"konto {unused} har ingen kontering", f"account {unused} has no posting"))
