"""What can be wrong with a book as a file (fel på en bokfil), and what the engine's errors mean to its user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sifund_ledger.errors import Refused, SifundError, StoreUnavailable, UnreadableInput, reason_of
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
STORE_UNAVAILABLE = FindingCode(
    "STORE_UNAVAILABLE",
    Severity.ERROR,
    en="{why}.",
    sv="{why_sv}.",
    remedy_en="{do}",
    remedy_sv="{do_sv}",
)
CODES = (
    STORE_UNAVAILABLE,
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
_OUT_OF_REACH = {
    sqlite3.SQLITE_CANTOPEN: "filen går inte att öppna",
    sqlite3.SQLITE_FULL: "disken är full",
    sqlite3.SQLITE_INTERRUPT: "arbetet avbröts",
    sqlite3.SQLITE_IOERR: "disken kunde inte läsas eller skrivas",
    sqlite3.SQLITE_NOMEM: "minnet räcker inte",
    sqlite3.SQLITE_PERM: "behörighet saknas",
    sqlite3.SQLITE_PROTOCOL: "filen går inte att låsa",
    sqlite3.SQLITE_READONLY: "filen är skrivskyddad",
}
_CLOSE_IT = (
    "Close the other program, or try again in a while.",
    "Stäng det andra programmet, eller försök igen om en stund.",
)
_OPEN_IT = "Open the book for writing once, which undoes that.", "Öppna boken för skrivning en gång; då ångras det."
_CHECK_IT = (
    "Check that the disk is there and has room, and that you may read and write the book and its folder.",
    "Kontrollera att disken finns och har plats, och att boken och dess katalog får läsas och skrivas.",
)


FAULTS: Final = (sqlite3.Error, UnicodeError)
"""What the engine raises; also where its own message quotes a damaged file and is no text any more."""


def error_of(path: Path, fault: Exception) -> SifundError:
    """What an error of the engine means to the user of a book: out of reach, refused by a guard, or damaged."""
    extended = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    code = extended & 0xFF
    if code in _BUSY:
        why = "another program is using the book", "ett annat program använder boken"
        return unavailable(path, *why, detail=f" ({fault})", do=_CLOSE_IT)
    if extended == sqlite3.SQLITE_READONLY_ROLLBACK:
        why = "a program died while it wrote", "ett program avbröts medan det skrev"
        return unavailable(path, *why, detail="; open the book for writing once to undo that", do=_OPEN_IT)
    if code in _OUT_OF_REACH:
        return unavailable(path, f"the book is out of reach: {fault}", f"boken går inte att nå: {_OUT_OF_REACH[code]}")
    if code == sqlite3.SQLITE_CONSTRAINT:
        return Refused([GUARD_REFUSED.at(str(path), reason=fault)])
    return UnreadableInput([BOOK_DAMAGED.at(str(path), reason=fault)])


def unavailable(
    path: Path, why: str, why_sv: str, *, detail: str = "", do: tuple[str, str] = _CHECK_IT
) -> StoreUnavailable:
    """The error that a book out of reach is refused with; ``do`` is the remedy in English and Swedish."""
    told, told_sv = (f"{text[:1].upper()}{text[1:]}" for text in (why, why_sv))
    finding = STORE_UNAVAILABLE.at(str(path), why=told, why_sv=told_sv, do=do[0], do_sv=do[1])
    return StoreUnavailable(f"{path}: {why}{detail}", [finding])


def out_of_reach(path: Path, fault: OSError) -> StoreUnavailable:
    """The error for what the operating system would not do with a book."""
    why, why_sv = reason_of(fault)
    detail = f" ({fault.strerror})"
    return unavailable(path, f"the book is out of reach: {why}", f"boken går inte att nå: {why_sv}", detail=detail)


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
