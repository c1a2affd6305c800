"""What can be wrong with a book as a file (fel på en bokfil), and what the engine's errors mean to its user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sifund_ledger.errors import Refused, SifundError, StoreUnavailable, UnreadableInput
from sifund_ledger.findings import FindingCode, Severity

_RESTORE = "Take out the latest copy of the book that verifies. Leave this file as it is: it is evidence."
_RESTORE_SV = "Ta fram den senaste kopian av boken som går att verifiera. Låt filen vara som den är: den är bevis."
BOOK_NOT_FOUND = FindingCode(
    "BOOK_NOT_FOUND",
    Severity.ERROR,
    en="There is no such file.",
    sv="Filen finns inte.",
    remedy_en='Check the path, or make a new book by naming whose it is: create="...".',
    remedy_sv='Kontrollera sökvägen, eller skapa en ny bok genom att ange vems den är: create="...".',
)
BOOK_EXISTS = FindingCode(
    "BOOK_EXISTS",
    Severity.ERROR,
    en="There is already something there; a book is never written over.",
    sv="Där finns redan något; en bok skrivs aldrig över.",
    remedy_en="Open it without create=, or choose another name.",
    remedy_sv="Öppna den utan create=, eller välj ett annat namn.",
    citation="LKBR 3:12",
)
BOOK_FOREIGN = FindingCode(
    "BOOK_FOREIGN",
    Severity.ERROR,
    en="This is no book of sifund_ledger: {reason}.",
    sv="Detta är ingen bok från sifund_ledger: {reason_sv}.",
    remedy_en="Check the path. The file has not been touched.",
    remedy_sv="Kontrollera sökvägen. Filen har inte rörts.",
)
BOOK_NEWER = FindingCode(
    "BOOK_NEWER",
    Severity.ERROR,
    en="The book has schema {found}; this version of sifund_ledger knows schema {known} at most.",
    sv="Boken har schema {found}; den här versionen av sifund_ledger känner högst schema {known}.",
    remedy_en="Install a newer version of sifund_ledger.",
    remedy_sv="Installera en nyare version av sifund_ledger.",
    citation="LKBR 3:12",
)
BOOK_DAMAGED = FindingCode(
    "BOOK_DAMAGED",
    Severity.ERROR,
    en="The book is damaged: {reason}.",
    sv="Boken är skadad: {reason}.",
    remedy_en=_RESTORE,
    remedy_sv=_RESTORE_SV,
    citation="LKBR 3:12",
)
BOOK_GUARD_MISSING = FindingCode(
    "BOOK_GUARD_MISSING",
    Severity.ERROR,
    en="The book's guards against change have been changed themselves: {objects}.",
    sv="Bokens spärrar mot ändring har själva ändrats: {objects}.",
    remedy_en=_RESTORE,
    remedy_sv=_RESTORE_SV,
    citation="LKBR 3:12",
)
BOOK_NOT_ONE_FILE = FindingCode(
    "BOOK_NOT_ONE_FILE",
    Severity.ERROR,
    en="Another program has put the book in write-ahead mode, in which a part of it lies in a file beside it.",
    sv="Ett annat program har satt boken i läget write-ahead, där en del av den ligger i en fil bredvid.",
    remedy_en="Close that program, and run: sqlite3 BOOK 'PRAGMA journal_mode=DELETE'.",
    remedy_sv="Stäng det programmet och kör: sqlite3 BOK 'PRAGMA journal_mode=DELETE'.",
)
GUARD_REFUSED = FindingCode(
    "GUARD_REFUSED",
    Severity.ERROR,
    en="The book's own guard refuses it: {reason}.",
    sv="Bokens egen spärr avvisar det: {reason}.",
    remedy_en="Verify the book: another program may have written to it.",
    remedy_sv="Verifiera boken: ett annat program kan ha skrivit i den.",
    citation="LKBR 3:3",
)
CODES = (
    BOOK_NOT_FOUND,
    BOOK_EXISTS,
    BOOK_FOREIGN,
    BOOK_NEWER,
    BOOK_DAMAGED,
    BOOK_GUARD_MISSING,
    BOOK_NOT_ONE_FILE,
    GUARD_REFUSED,
)

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_OUT_OF_REACH = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)


FAULTS: Final = (sqlite3.Error, UnicodeError)
"""What the engine raises; also where its own message quotes a damaged file and is no text any more."""


def error_of(path: Path, fault: Exception) -> SifundError:
    """What an error of the engine means to the user of a book: out of reach, refused by a guard, or damaged."""
    extended = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    code = extended & 0xFF
    if code in _BUSY:
        return StoreUnavailable(f"{path}: another program is using the book ({fault})")
    if extended == sqlite3.SQLITE_READONLY_ROLLBACK:
        return StoreUnavailable(f"{path}: a program died while it wrote; open the book for writing once to undo that")
    if code in _OUT_OF_REACH:
        return StoreUnavailable(f"{path}: {fault}")
    if code == sqlite3.SQLITE_CONSTRAINT:
        return Refused([GUARD_REFUSED.at(str(path), reason=fault)])
    return UnreadableInput([BOOK_DAMAGED.at(str(path), reason=fault)])


def damaged(path: Path, reason: str) -> UnreadableInput:
    """The error that a damaged book is refused with."""
    return UnreadableInput([BOOK_DAMAGED.at(str(path), reason=reason)])


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Within it, the engine's errors become those of this library."""
    try:
        yield
    except FAULTS as fault:
        raise error_of(path, fault) from fault
