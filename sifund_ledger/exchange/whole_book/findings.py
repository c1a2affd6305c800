"""What can differ between a workbook of a whole book and the book that it was made of."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

CELL_CHANGED = error(
    "Cellen har {now}; i boken står {was}.",
    "The cell has {now}; the book has {was}.",
    "Läs det som boken har, eller skriv ut arbetsboken på nytt: {do.write_book}.",
    "Read what the book has, or write the workbook anew: {do.write_book}.",
)
SHEET_CHANGED = error(
    "Bladet {sheet!r} {how}.",
    "The sheet {sheet!r} {how}.",
    "Skriv ut arbetsboken på nytt: {do.write_book}.",
    "Write the workbook anew: {do.write_book}.",
)
WORKBOOK_OF_OTHER_BOOK = error(
    "Arbetsboken har kontrollpunkten {given}, som inte finns i boken.",
    "The workbook has the checkpoint {given}, which is not in the book.",
    "Kontrollera att det är rätt bok och rätt arbetsbok; en arbetsbok av boken skrivs så här: {do.write_book}.",
    "Check that it is the right book and the right workbook; one of the book is written like this: {do.write_book}.",
)

CODES = declared(globals())
