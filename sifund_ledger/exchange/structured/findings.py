"""What can be wrong with a structured file before anybody asks what it is about."""

from __future__ import annotations

from sifund_ledger.findings import Bilingual, declared, error

FILE_NOT_UTF8 = error(
    "Filen är inte text i UTF-8: byte {byte} står på plats {position}.",
    "The file is not UTF-8 text: byte {byte} is at position {position}.",
    "Spara den på nytt med teckenkodningen UTF-8.",
    "Save it again with the encoding UTF-8.",
)
FILE_EMPTY = error(
    "Filen är tom.",
    "The file is empty.",
    "Kontrollera att det är rätt fil; dokumentationen har ett exempel att börja med.",
    "Check that it is the right file; the documentation has an example to begin with.",
)
FILE_SYNTAX = error(
    "Filen är inte giltig {format}: {why}.",
    "The file is not valid {format}: {why}.",
    "Rätta raden; texter, belopp och kontonummer står inom citattecken.",
    "Correct the line; texts, amounts and account numbers stand within quotation marks.",
)
FILE_TOO_DEEP = error(
    "Listor och tabeller är nästlade djupare än {limit} nivåer.",
    "Lists and tables are nested deeper than {limit} levels.",
    "Kontrollera att det är rätt fil; ingen av våra behöver fler än 6 nivåer.",
    "Check that it is the right file; none of ours needs more than 6 levels.",
)
FILE_FORMAT_UNKNOWN = error(
    "Ändelsen {suffix} är varken .toml eller .json.",
    "The ending {suffix} is neither .toml nor .json.",
    "{instead}",
    "{instead}",
)
NAME_IT = Bilingual(
    "Döp den till .toml eller .json, om den är det. CSV läses med en kolumnmall, SIE som huvudbok.",
    "Name it .toml or .json, if it is one. CSV is read with a mapping, SIE as a general ledger.",
)
"""What to do with a file of another ending."""
FILE_MORE_FAULTS = error(
    "Det finns {count} fel till, av detta eller andra slag.",
    "There are {count} more faults of this kind or others.",
    "Rätta dem som är listade och läs filen på nytt.",
    "Correct those listed, and read the file again.",
)

CODES = declared(globals())
