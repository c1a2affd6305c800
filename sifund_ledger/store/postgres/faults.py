"""What the errors of PostgreSQL mean to the user of a book (fel från databasen)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psycopg
from psycopg import errors

from sifund_ledger.book.findings import BOOK_CLOSED
from sifund_ledger.errors import Refused, SifundError, StoreUnavailable, UnreadableInput
from sifund_ledger.findings import Bilingual
from sifund_ledger.store import findings as codes

_BUSY: Final = (errors.LockNotAvailable, errors.QueryCanceled, errors.DeadlockDetected)
_REFUSED: Final = (errors.IntegrityError, errors.RaiseException, errors.DataError)
_FORBIDDEN: Final = (errors.InsufficientPrivilege, errors.InvalidAuthorizationSpecification, errors.InvalidPassword)
_FOREIGN: Final = (errors.UndefinedTable, errors.UndefinedColumn, errors.UndefinedFunction, errors.InvalidSchemaName)
_USED: Final = Bilingual("Ett annat program skriver i boken", "Another program is writing to the book")
_LATER: Final = Bilingual("Försök igen om en stund.", "Try again in a while.")
_NOT_ALLOWED: Final = Bilingual("Rollen får inte göra det i databasen", "The role may not do that in the database")
_ASK: Final = Bilingual(
    "Be databasens administratör köra: sifund database ADRESS --role ROLL.",
    "Ask the administrator of the database to run: sifund database ADDRESS --role ROLE.",
)
_NO_ROLE: Final = Bilingual("En roll som anges finns inte i databasen", "A role that is given is not in the database")
_MAKE: Final = Bilingual(
    "Kontrollera stavningen, eller skapa rollen först: CREATE ROLE namn LOGIN.",
    "Check the spelling, or make the role first: CREATE ROLE name LOGIN.",
)
_SILENT: Final = Bilingual("Databasen svarar inte", "The database does not answer")
_ANSWERS: Final = Bilingual("Databasen svarar med ett fel", "The database answers with an error")
_CHECK: Final = Bilingual(
    "Kontrollera adressen, att servern är igång och att rollen får logga in. Bröts förbindelsen medan något "
    "registrerades: se efter i boken om det finns där innan det registreras igen.",
    "Check the address, that the server is running, and that the role may log in. If the connection broke while "
    "something was recorded, look in the book whether it is there before it is recorded again.",
)
_ALTERED: Final = Bilingual("databasens tabeller för böcker är ändrade", "the database's tables of books are altered")


def error_of(shown: str, fault: psycopg.Error) -> SifundError:
    """What an error of the engine means: out of reach, refused by a guard, forbidden, or another database than ours."""
    said = (fault.diag.message_primary or str(fault)).strip()
    if isinstance(fault, _BUSY):
        return unavailable(shown, _USED, detail=said, do=_LATER)
    if isinstance(fault, _REFUSED):
        return Refused([codes.GUARD_REFUSED.at(shown, reason=said)])
    if isinstance(fault, _FORBIDDEN):
        return not_allowed(shown, said)
    if isinstance(fault, _FOREIGN):
        return damaged(shown, _ALTERED)
    if isinstance(fault, errors.UndefinedObject):
        return unavailable(shown, _NO_ROLE, detail=said, do=_MAKE)
    if "connection is closed" in said:
        return Refused([BOOK_CLOSED.at(shown)])
    why = _SILENT if isinstance(fault, psycopg.OperationalError | psycopg.InterfaceError) else _ANSWERS
    return unavailable(shown, why, detail=said, do=_CHECK)


def not_allowed(shown: str, said: str = "") -> StoreUnavailable:
    """The error for what a role may not do in a database."""
    return unavailable(shown, _NOT_ALLOWED, detail=said, do=_ASK)


def unavailable(shown: str, why: Bilingual, *, do: Bilingual, detail: str = "") -> StoreUnavailable:
    """The error that a book out of reach is refused with; ``do`` is the remedy, ``detail`` what the server says."""
    finding = codes.STORE_UNAVAILABLE.at(shown, why=why, do=do)
    return StoreUnavailable(f"{shown}: {why.en}{detail and f' ({detail})'}", [finding])


def damaged(shown: str, reason: Bilingual) -> UnreadableInput:
    """The error that a damaged book is refused with."""
    return UnreadableInput([codes.BOOK_DAMAGED.at(shown, reason=reason)])


@contextmanager
def translated(shown: str) -> Iterator[None]:
    """Within it, the engine's errors become those of this library."""
    try:
        yield
    except psycopg.Error as fault:
        raise error_of(shown, fault) from fault
