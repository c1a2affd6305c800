"""What can be wrong with the fields of a command or of a file."""

from __future__ import annotations

from sifund_ledger.citations import KL_1991, LKBR
from sifund_ledger.findings import declared, error
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR

FIELD_UNKNOWN = error(
    "{what} har inget fält {key!r}.{meant}",
    "{what} has no field {key!r}.{meant}",
    "Ta bort det, eller använd ett av: {known}.",
    "Leave it out, or use one of: {known}.",
)
FIELD_MISSING = error(
    "{what} saknar fältet {key!r}.",
    "{what} lacks the field {key!r}.",
    "Ange det, till exempel {example}.",
    "Give it, for example {example}.",
)
FIELD_UNREADABLE = error(
    "{value} kan inte läsas som {kind}.",
    "{value} cannot be read as {kind}.",
    "Skriv till exempel {example}.",
    "Write for example {example}.",
)
YEAR_OUT_OF_RANGE = error(
    f"{{year}} ligger utanför {FIRST_YEAR}–{LAST_YEAR}.",
    f"{{year}} is outside {FIRST_YEAR}–{LAST_YEAR}.",
    f"Ange ett år från {FIRST_YEAR} till {LAST_YEAR}.",
    f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.",
    cites=KL_1991("8:4-5"),
)
NAME_EMPTY = error(
    "{what} saknar namn.",
    "{what} has no name.",
    "Ange ett: verifikationerna hänvisar till det.",
    "Give it one: the entries refer to it.",
    cites=LKBR("3:9"),
)

CODES = declared(globals())
