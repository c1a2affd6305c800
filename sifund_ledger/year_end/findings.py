"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error, warning

YEAR_END_RECORDED = error(
    "Bokslutet för {year} är redan registrerat med just dessa uppgifter.",
    "The year-end of {year} is recorded with these very figures.",
    "Stäng året, eller ange andra uppgifter.",
    "Close the year, or state other figures.",
    cites=LKBR("3:3"),
)
EARMARK_DIFFERS = error(
    "Uppgifterna anger {key} {stated} kr, boken har {recorded} kr för {year}.",
    "The figures state {key} of {stated} kr, the book has {recorded} kr for {year}.",
    "Utelämna uppgiften, så tas bokens belopp, eller registrera först det som saknas.",
    "Leave it out, so that the book's amount is taken, or record what is missing first.",
    cites=LKBR("3:3"),
)
RESULT_DIFFERS = error(
    "Uppgifterna anger resultatet {stated} kr, boken har {recorded} kr för {year}.",
    "The figures state a result of {stated} kr, the book has {recorded} kr for {year}.",
    "Rätta först det registrerade resultatet: book.correct(…), eller ange det registrerade.",
    "Correct the recorded result first: book.correct(…), or state the recorded one.",
    cites=LKBR("4:4"),
)
EQUITY_DIFFERS = warning(
    "Uppgifterna anger eget kapital {stated} kr, boken har {recorded} kr vid utgången av {year}.",
    "The figures state an equity of {stated} kr, the book has {recorded} kr at the close of {year}.",
    "Registrera den justering som saknas: book.adjust_equity(…), eller rätta uppgiften.",
    "Record the adjustment that is missing: book.adjust_equity(…), or correct the figure.",
    cites=LKBR("4:4"),
)
FIGURES_OF_OTHER_YEAR = error(
    "Bokslutet avser {year}, uppgifterna avser {other}.",
    "The year-end is that of {year}, the figures are of {other}.",
    "Ange uppgifterna för {year}, eller utelämna deras år.",
    "Give the figures of {year}, or leave their year out.",
    cites=LKBR("3:3"),
)
GROUND_REPEALED_LATER = warning(
    "{decision} är upphävt: dess synnerliga skäl om {amount} kr för {year} räknas inte längre.",
    "{decision} is repealed: its exceptional ground of {amount} kr for {year} no longer counts.",
    "Låt fullmäktige besluta på nytt, eller återställ underskottet.",
    "Let the council decide anew, or restore the deficit.",
    cites=KL("11:13") + KL("13:5"),
)

CODES = declared(globals())
