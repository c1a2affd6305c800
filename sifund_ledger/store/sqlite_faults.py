"""What can be wrong with a book as a file (fel på en bokfil), and what the engine's errors mean to its user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sifund_ledger.errors import Refused, SifundError, StoreUnavailable, UnreadableInput, reason_of
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
        return Refused([codes.GUARD_REFUSED.at(str(path), reason=fault)])
    return UnreadableInput([codes.BOOK_DAMAGED.at(str(path), reason=fault)])


def unavailable(
    path: Path, why: str, why_sv: str, *, detail: str = "", do: tuple[str, str] = _CHECK_IT
) -> StoreUnavailable:
    """The error that a book out of reach is refused with; ``do`` is the remedy in English and Swedish."""
    told, told_sv = (f"{text[:1].upper()}{text[1:]}" for text in (why, why_sv))
    finding = codes.STORE_UNAVAILABLE.at(str(path), why=told, why_sv=told_sv, do=do[0], do_sv=do[1])
    return StoreUnavailable(f"{path}: {why}{detail}", [finding])


def out_of_reach(path: Path, fault: OSError) -> StoreUnavailable:
    """The error for what the operating system would not do with a book."""
    why_sv, why = reason_of(fault)
    detail = f" ({fault.strerror})"
    return unavailable(path, f"the book is out of reach: {why}", f"boken går inte att nå: {why_sv}", detail=detail)


def damaged(path: Path, reason: str) -> UnreadableInput:
    """The error that a damaged book is refused with."""
    return UnreadableInput([codes.BOOK_DAMAGED.at(str(path), reason=reason)])


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Within it, the engine's errors become those of this library."""
    try:
        yield
    except FAULTS as fault:
        raise error_of(path, fault) from fault
