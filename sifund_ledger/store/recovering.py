"""A book with the journal of a program that died (återställning): undone by the engine, unless it is another's.

A journal beside a book is hot where nobody writes: then the engine puts back what stands in it before anything is read.
Where a good copy has been restored over a book whose journal was left there, that would destroy the copy.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from secrets import token_hex
from typing import Final

from sifund_ledger.errors import SifundError, UnreadableInput
from sifund_ledger.files import discard, name_beside, sync_folder
from sifund_ledger.ledger.records import GENESIS
from sifund_ledger.store import findings as codes
from sifund_ledger.store.guards import chained
from sifund_ledger.store.sqlite_faults import FAULTS, out_of_reach, translated
from sifund_ledger.store.sqlite_file import check_file, connect, journal_of, open_file, require_journal_place

_CHAIN: Final = "SELECT seq, data, hash FROM record ORDER BY seq"
_COUNTER: Final = slice(24, 28)
"""Where the header of a database counts the transactions."""


def is_hot(path: Path) -> bool:
    """Whether a journal lies beside a book that the engine would put back, by its own judgement."""
    try:
        if not os.path.exists(journal_of(path)):
            return False
        with closing(connect(path, "mode=ro", 0)) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except (*FAULTS, ValueError) as fault:  # whatever else it is, is reported when the book is opened
        return getattr(fault, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_ROLLBACK
    return False


def refuse_stray_journal(path: Path) -> None:
    """Refuse to let a hot journal destroy a book that is in order as it lies.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` where it is, and putting the journal back would take away more
    than the one transaction that was under way, or leave no book.
    """
    require_journal_place(path)
    if not is_hot(path) or not _in_order(path, "mode=ro&immutable=1"):
        return
    draft = name_beside(path, "draft")
    journal = journal_of(draft)
    try:
        shutil.copyfile(path, draft)
        shutil.copyfile(journal_of(path), journal)
        now = _transactions(draft)
        if not _in_order(draft, "mode=rw") or now - _transactions(draft) > 1:
            raise UnreadableInput([codes.BOOK_JOURNAL_STRAY.at(str(path))])
    except OSError as fault:
        raise out_of_reach(path, fault) from fault
    finally:
        discard(draft, journal)


def _in_order(path: Path, parameters: str) -> bool:
    """Whether a file is a book with every guard, row and link of its chain, as a connection sees it."""
    try:
        with closing(connect(path, parameters, 0)) as connection:
            check_file(connection, path)
            return chained(GENESIS, connection.execute(_CHAIN))
    except (SifundError, *FAULTS):
        return False


def _transactions(path: Path) -> int:
    with path.open("rb") as file:
        return int.from_bytes(file.read(_COUNTER.stop)[_COUNTER], "big")


def recover(path: Path, *, timeout: float = 5.0) -> Path | None:
    """Bring a book in order whose journal was left by a program that died; say where a stray one was put.

    The engine puts the journal back. Where that would destroy a book that is in order, the journal is not the book's:
    it gets another name, and nothing of it is lost. Every other program must have closed the book.

    Raises as :func:`~sifund_ledger.store.sqlite_file.open_file`.
    """
    aside = None
    try:
        refuse_stray_journal(path)
    except UnreadableInput:
        journal = journal_of(path)
        aside = journal.with_name(f"{journal.name}-{token_hex(4)}")
        try:
            journal.rename(aside)
            sync_folder(journal.parent)
        except OSError as fault:
            raise out_of_reach(path, fault) from fault
    with translated(path):
        open_file(path, read_only=False, timeout=timeout).close()
    return aside
