"""Where a book in a database is (adress): ``postgresql://host/database?book=NAME``, and how that is printed."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual, declared, error
from sifund_ledger.written import visible

ADDRESS_UNREADABLE = error(
    "Adressen går inte att använda: {reason}.",
    "The address cannot be used: {reason}.",
    "Skriv den så: postgresql://ROLL@SERVER/DATABAS?book=NAMN.",
    "Write it so: postgresql://ROLE@SERVER/DATABASE?book=NAME.",
)
CODES = declared(globals())

_SCHEMES: Final = ("postgresql", "postgres")
_BOOK: Final = "book"
_NO_BOOK: Final = Bilingual("den anger ingen bok", "it names no book")
_TWO_BOOKS: Final = Bilingual("den anger två böcker", "it names two books")
_UNREADABLE: Final = Bilingual("den går inte att tolka", "it cannot be read")
_PASSWORD: Final = r"(?i)(?<=://)([^/?#@]*?):[^/?#]*@|(?<=[?&])(?:ssl)?password=[^&#]*&?"


def without_password(place: object) -> str:
    """A file's name as it is, or the address of a book in a database without its password, as it may be printed.

    >>> without_password("postgresql://ekonomi:hemligt@server/bok?book=Ale")
    'postgresql://ekonomi@server/bok?book=Ale'
    """
    text = str(place)
    if "://" not in text:
        return text
    return re.sub(_PASSWORD, lambda found: f"{found[1]}@" if found[1] is not None else "", text)


def is_address(place: object) -> bool:
    """Whether a place is an address in a database, and no path.

    >>> is_address("postgresql://localhost/ekonomi?book=Ale"), is_address("ale.sifund")
    (True, False)
    """
    return isinstance(place, str) and "://" in place and place.partition("://")[0].lower() in _SCHEMES


class Address(NamedTuple):
    """A book in a database: what the client library is given, and the book's name there ("" for the database alone).

    ``shown`` is the address without its password, for findings and reports.
    """

    connection: str
    book: str
    shown: str

    @classmethod
    def parse(cls, text: str, *, of_book: bool = True) -> Address:
        """Read an address; ``book`` is taken out of it, the rest is the client library's.

        Raises :class:`~sifund_ledger.errors.UnreadableInput` for one without a book, unless ``of_book`` is false.

        >>> address = Address.parse("postgresql://ekonomi:hemligt@db.kommun.example/bok?book=%C3%85m%C3%A5l&sslmode=require")
        >>> address.book, address.shown
        ('Åmål', 'postgresql://ekonomi@db.kommun.example/bok?book=%C3%85m%C3%A5l&sslmode=require')
        """
        if not is_address(text) or not text.isprintable():  # half pairs among what is not
            raise _unreadable(without_password(visible(text)), _UNREADABLE)
        try:
            parts = urlsplit(text)
            given = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
        except ValueError:
            raise _unreadable("postgresql://…", _UNREADABLE) from None
        books = [value for key, value in given if key == _BOOK]
        kept = [(key, value) for key, value in given if key != _BOOK]
        shown = without_password(text)
        if of_book and len(books) != 1:
            raise _unreadable(shown, _TWO_BOOKS if books else _NO_BOOK)
        if of_book and not books[0].strip():
            raise _unreadable(shown, _NO_BOOK)
        connection = urlunsplit(parts._replace(query=urlencode(kept, quote_via=quote)))
        return cls(connection, books[0].strip() if of_book else "", shown)


def _unreadable(shown: str, reason: Bilingual) -> UnreadableInput:
    return UnreadableInput([ADDRESS_UNREADABLE.at(shown, reason=reason)])
