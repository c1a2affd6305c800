"""What a person has changed in a workbook of a book (ändrade celler): made anew from the book, and held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Final, NoReturn

from sifund_ledger.amounts import Language
from sifund_ledger.book import Book
from sifund_ledger.book.reading import BookReader
from sifund_ledger.boundary import checked
from sifund_ledger.exchange.template.sheet import Sheet, Value
from sifund_ledger.exchange.template.sheets import read_sheets
from sifund_ledger.exchange.whole_book import findings as codes
from sifund_ledger.exchange.whole_book.writing import book_to_xlsx
from sifund_ledger.files import MOST_FINDINGS
from sifund_ledger.findings import Bilingual, Finding, shown
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.journal.store import Store, StoredRecord
from sifund_ledger.ledger.records import Head
from sifund_ledger.wording import in_words

_POINT: Final = re.compile(r"(Kontrollpunkt|Checkpoint) ([0-9]+:[0-9a-f]{16})")
_QUOTES: Final = re.compile(r"['\s]|_XLFN\.", re.IGNORECASE)
_NOTHING: Final = Bilingual("ingenting", "nothing")
_A_FORMULA: Final = Bilingual("en formel ({formula})", "a formula ({formula})")
_GONE: Final = Bilingual("har tagits bort", "has been deleted")
_ADDED: Final = Bilingual("har lagts till", "has been added")


@checked
def changed_cells(data: bytes, book: BookReader, *, name: str = "bok.xlsx") -> tuple[Finding, ...]:
    """Every cell of a workbook of a book that has something else than the book gives, and sheets added or deleted.

    The book may have grown since: the workbook is held against the records that it says it has. Of a formula what it
    says counts, not what it comes to. At most 500 are listed. Raises ``UnreadableInput`` for what is no
    workbook.
    """
    sheets = {sheet.name: sheet for sheet in read_sheets(data, name)}
    point, language = _checkpoint(sheets.values())
    then = _as_it_was(book, point) if point else None
    if then is None:
        return (codes.WORKBOOK_OF_OTHER_BOOK.at(name, given=str(point or "–")),)
    ours = {sheet.name: sheet for sheet in read_sheets(book_to_xlsx(then, language=language), name)}
    return tuple(islice(_differences(ours, sheets, name), MOST_FINDINGS))


def _checkpoint(sheets: Iterable[Sheet]) -> tuple[Checkpoint | None, Language]:
    """The checkpoint that a workbook says it is of, and its language."""
    for sheet in sheets:
        for value in sheet.cells.values():
            if isinstance(value, str) and (match := _POINT.fullmatch(value)):
                return Checkpoint.parse(match[2]), "sv" if match[1] == "Kontrollpunkt" else "en"
    return None, "sv"


def _as_it_was(book: BookReader, point: Checkpoint) -> BookReader | None:
    """A book as it was at a checkpoint, to be read; ``None`` where it has never been there."""
    if book.checkpoint == point:
        return book
    last = next(iter(book.store.scan(point.seq - 1, point.seq)), None) if point.seq > 0 else None
    if last is None or not point.matches(last.seq, last.hash):
        return None
    then = _Until(book.store, Head(last.seq, last.hash))
    return Book(then, actor="", clock=lambda: datetime(1980, 1, 1, tzinfo=UTC), salt=lambda: bytes(16))


class _Until:
    """A store as far as it had come at a head, for reading alone."""

    def __init__(self, store: Store, head: Head) -> None:
        self._store, self._head = store, head

    def head(self) -> Head:
        """How far it had come."""
        return self._head

    def scan(self, after: int = 0, until: int | None = None) -> Iterator[StoredRecord]:
        """The records from ``after + 1`` to ``until``, and none after the head."""
        return self._store.scan(after, self._head.seq if until is None else min(until, self._head.seq))

    def balances(self) -> dict[Account, int]:
        """Every account's balance then, in öre, debit positive; accounts at zero left out."""
        sums: dict[Account, int] = {}
        for row in self.scan():
            for account, _, ore in row.postings:
                sums[account] = sums.get(account, 0) + ore
        return {account: ore for account, ore in sums.items() if ore}

    def writing(self) -> NoReturn:
        """Nothing is written to what was."""
        raise RuntimeError("a book as it was is not written to")

    def append(self, rows: Sequence[StoredRecord]) -> NoReturn:
        """As :meth:`writing`."""
        self.writing()

    def blot(self, seq: int) -> NoReturn:
        """As :meth:`writing`."""
        self.writing()

    def close(self) -> None:
        """The store is another's to close."""


def _differences(ours: Mapping[str, Sheet], theirs: Mapping[str, Sheet], name: str) -> Iterator[Finding]:
    for title, sheet in ours.items():
        if title not in theirs:
            yield codes.SHEET_CHANGED.at(name, sheet=title, how=_GONE)
            continue
        given = theirs[title]
        for at in sorted(sheet.cells.keys() | given.cells.keys()):
            was, now = _in_cell(sheet, at), _in_cell(given, at)
            if not _same(was, now):
                yield codes.CELL_CHANGED.at(f"{name}:{sheet.place(*at)}", was=_shown(was), now=_shown(now))
    for title in theirs:
        if title not in ours:
            yield codes.SHEET_CHANGED.at(name, sheet=title, how=_ADDED)


class _Formula(str):
    """What a formula says, as programs write it in more than one way; what it comes to follows from other cells."""

    __slots__ = ()


def _in_cell(sheet: Sheet, at: tuple[int, int]) -> Value | None:
    """What a person writes in a cell: its formula, or its value."""
    if at in sheet.formulas:
        return _Formula(_QUOTES.sub("", sheet.formulas[at]).upper())
    return sheet.cells.get(at)


def _same(was: Value | None, now: Value | None) -> bool:
    """Whether two cells are alike; line ends and blanks at the ends are not what a person changes."""
    if isinstance(was, _Formula) and isinstance(now, _Formula):
        return was == now or not was or not now
    if isinstance(was, str) and isinstance(now, str):
        return type(was) is type(now) and was.split() == now.split()
    return was == now and isinstance(was, bool) == isinstance(now, bool)


def _shown(value: Value | None) -> Bilingual:
    if value is None:
        return _NOTHING
    if isinstance(value, _Formula):
        return _A_FORMULA.filled(formula=shown(f"={value}"))
    text = shown(value) if isinstance(value, str) else str(value)
    return Bilingual(in_words(text, "sv"), in_words(text, "en"))
