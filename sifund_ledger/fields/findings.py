"""What can be wrong with the fields of a command or of a file."""

from __future__ import annotations

from sifund_ledger.citations import KL_1991, LKBR
from sifund_ledger.findings import declared, error
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR

FIELD_UNKNOWN = error(
    "{what} har inget fält {key!r}.{meant}",
    "{what} has no field {key!r}.{meant}",
    "Rätta namnet, eller ta bort fältet{others}.",
    "Correct the name, or leave the field out{others}.",
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
    "Skriv till exempel {example}.{more}",
    "Write for example {example}.{more}",
)
FIELD_WORD_UNKNOWN = error(
    "{value} är inte ett giltigt val.",
    "{value} is not a valid choice.",
    "Skriv ett av: {known}.{meant}",
    "Write one of: {known}.{meant}",
)
FIELD_TEXT_CONTROL = error(
    "{value} innehåller en radbrytning eller ett styrtecken.",
    "{value} has a line break or a control character in it.",
    "Skriv det på en rad, med utskrivbara tecken.",
    "Write it on one line, in printable characters.",
)
FIELD_TOO_MANY = error(
    "Listan har fler än {limit} poster.",
    "The list has more than {limit} items.",
    "Kontrollera att det är rätt fil.",
    "Check that it is the right file.",
)
KEY_TWICE = error(
    "Nyckeln {key} anges två gånger.",
    "The key {key} is given twice.",
    "Behåll en av dem.",
    "Keep one of them.",
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
NAME_TOO_LONG = error(
    "Namnet {value} har {length} tecken.",
    "The name {value} has {length} characters.",
    "Ge det ett kortare, på högst {most} tecken.",
    "Give it a shorter one, of at most {most} characters.",
)

CODES = declared(globals())
