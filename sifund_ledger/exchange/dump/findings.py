"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import LKBR
from sifund_ledger.findings import declared, error

DUMP_UNREADABLE = error(
    "Filen är ingen hel dump av en bok: {why}.",
    "The file is no whole dump of a book: {why}.",
    "Ange en fil som sifund dump har skrivit, oförändrad; ta en ny om den är avbruten.",
    "Give a file that sifund dump has written, as it was written; take a new one if it was cut.",
)
DUMP_DIFFERS = error(
    "Det som står i klartext om post {seq} stämmer inte med postens egna byte: {key}.",
    "What stands in plain text of record {seq} differs from the record's own bytes: {key}.",
    "Någon har ändrat filen. Ta en ny dump av boken.",
    "Somebody has changed the file. Take a new dump of the book.",
    cites=LKBR("3:12"),
)
DUMP_WITHOUT_NOTES = error(
    "Dumpen är gjord utan fritexter, och en bok utan dem kan inte göras av den.",
    "The dump was made without free texts, and a book cannot be made of it without them.",
    "Använd en dump med fritexterna. Den här går att läsa och att verifiera.",
    "Use a dump with them. This one can be read, and verified.",
    cites=LKBR("3:12"),
)

CODES = declared(globals())
