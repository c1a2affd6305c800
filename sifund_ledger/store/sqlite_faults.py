"""What can be wrong with a book as a file (fel på en bokfil), and what the engine's errors mean to its user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sifund_ledger.book.findings import BOOK_CLOSED, BOOK_OF_ANOTHER_THREAD, BOOK_REPLACED
from sifund_ledger.errors import Refused, SifundError, StoreUnavailable, UnreadableInput, reason_of
from sifund_ledger.findings import Bilingual
from sifund_ledger.store import findings as codes

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
_CLOSE_IT = Bilingual(
    "Stäng det andra programmet, eller försök igen om en stund.",
    "Close the other program, or try again in a while.",
)
_OPEN_IT = Bilingual(
    "Kör sifund recover BOK, eller öppna boken för skrivning; då ångras det som inte hann bli klart.",
    "Run sifund recover BOOK, or open the book for writing; that undoes what was not finished.",
)
_CHECK_IT = Bilingual(
    "Kontrollera att disken finns och har plats, och att boken och dess katalog får läsas och skrivas.",
    "Check that the disk is there and has room, and that you may read and write the book and its folder.",
)


FAULTS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What the engine raises; also where its own message quotes a damaged file and cannot be decoded."""
_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_MISSING: Final = ("no such table", "no such column", "unsupported file format", "could not decode")
"""How the engine begins where its own tables are altered, and Python where a text is none; neither has a code."""
_MOVED: Final = Bilingual("den har flyttats eller tagits bort", "it was moved or removed")


def error_of(path: Path, fault: Exception) -> SifundError:
    """What an error of the engine means to the user of a book: out of reach, refused by a guard, misused, or damaged.

    Damage is said of damage alone, for its remedy is to put the file aside as evidence.
    """
    extended = getattr(fault, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code in _BUSY:
        why = Bilingual("Ett annat program använder boken", "Another program is using the book")
        return unavailable(path, why, detail=f" ({fault})", do=_CLOSE_IT)
    if extended == sqlite3.SQLITE_READONLY_ROLLBACK:
        why = Bilingual("Ett program avbröts medan det skrev", "A program died while it wrote")
        return unavailable(path, why, detail="; recover the book, or open it for writing, to undo that", do=_OPEN_IT)
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return replaced(path, _MOVED)
    if code in _OUT_OF_REACH:
        return unavailable(path, _unreachable(_OUT_OF_REACH[code], str(fault)))
    if code == sqlite3.SQLITE_CONSTRAINT:
        return Refused([codes.GUARD_REFUSED.at(str(path), reason=str(fault))])
    if code in _DAMAGE or isinstance(fault, UnicodeDecodeError) or str(fault).lower().startswith(_MISSING):
        return damaged(path, Bilingual("databasmotorn kan inte läsa den", str(fault)))
    if isinstance(fault, sqlite3.ProgrammingError) and "closed database" in str(fault):
        return Refused([BOOK_CLOSED.at(str(path))])
    if isinstance(fault, sqlite3.ProgrammingError) and "thread" in str(fault):
        return Refused([BOOK_OF_ANOTHER_THREAD.at(str(path))])
    return unavailable(path, _unreachable("databasmotorn svarar med ett fel", f"the engine answers: {fault}"))


def _unreachable(why_sv: str, why: str) -> Bilingual:
    return Bilingual(f"Boken går inte att nå: {why_sv}", f"The book is out of reach: {why}")


def unavailable(path: Path, why: Bilingual, *, detail: str = "", do: Bilingual = _CHECK_IT) -> StoreUnavailable:
    """The error that a book out of reach is refused with; ``do`` is the remedy."""
    finding = codes.STORE_UNAVAILABLE.at(str(path), why=why, do=do)
    return StoreUnavailable(f"{path}: {why.en[:1].lower()}{why.en[1:]}{detail}", [finding])


def out_of_reach(path: Path, fault: OSError | ValueError) -> StoreUnavailable:
    """The error for what the operating system would not do with a book."""
    return unavailable(path, _unreachable(*reason_of(fault)), detail=f" ({getattr(fault, 'strerror', fault)})")


def damaged(path: Path, reason: Bilingual) -> UnreadableInput:
    """The error that a damaged book is refused with."""
    return UnreadableInput([codes.BOOK_DAMAGED.at(str(path), reason=reason)])


def replaced(path: Path, reason: Bilingual) -> UnreadableInput:
    """The error where the file at the path is no longer the one that was opened."""
    return UnreadableInput([BOOK_REPLACED.at(str(path), reason=reason)])


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Within it, the engine's errors become those of this library."""
    try:
        yield
    except FAULTS as fault:
        raise error_of(path, fault) from fault
