"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

DEMO_FOLDER_IN_THE_WAY = error(
    "{path} är ingen mapp som går att skriva i.",
    "{path} is not a folder to write in.",
    "Ange en mapp som finns, eller som kan skapas.",
    "Name a folder that exists, or one that can be made.",
)
OUTPUT_UNWRITABLE = error(
    "Utdata kan inte skrivas: {why_sv}.",
    "The output cannot be written: {why}.",
    "Ange med {option} en sökväg i en katalog som finns och som får skrivas i.",
    "Give {option} a path in a directory that exists and that you may write to.",
)
OUTPUT_IS_INPUT = error(
    "Utdata skulle skriva över indata.",
    "The output would overwrite the input.",
    "Ange en annan sökväg med {option}.",
    "Give {option} another path.",
)
OUTPUT_EXISTS = error(
    "Det finns redan en fil med det namnet; den kan vara oinläst.",
    "There is a file of that name already; it may not have been imported yet.",
    "Ange ett nytt filnamn med -o.",
    "Give a new file name with -o.",
    "R29",
)
REGISTER_CHANGED = error(
    "Registret har ändrats medan exporten gjordes; inget har skrivits.",
    "The register has been changed while the export was made; nothing was written.",
    "Exportera igen: någon annan har exporterat samtidigt.",
    "Export again: somebody else has exported at the same time.",
    "R29",
)
REGISTER_LOCKED = error(
    "En annan export skriver i registret; inget har skrivits.",
    "Another export is writing the register; nothing was written.",
    "Exportera igen; om ingen annan export pågår, ta först bort den här filen.",
    "Export again; if no other export is under way, remove this file first.",
    "R29",
)
OUTPUT_MISSING = error(
    "Det anges inte vilken fil det ska till; det som går ut en gång skrivs aldrig på skärmen.",
    "It is not said which file it goes to; what goes out once is never printed.",
    "Ange ett nytt filnamn med -o.",
    "Give a new file name with -o.",
    "R29",
)
OPTION_WITHOUT_USE = error(
    "{option} ändrar inget i formatet {format}.",
    "{option} changes nothing in the format {format}.",
    "Ta bort det, eller välj {formats_sv}.",
    "Leave it out, or choose {formats}.",
)
IMPORT_NOT_CSV = error(
    "Namnet slutar inte på .csv, och import csv läser inga andra filer.",
    "The name does not end in .csv, and import csv reads no other files.",
    "Döp om filen om den är CSV; SIE-filer läses med import sie.",
    "Rename the file if it is CSV; SIE files are read with import sie.",
)

CODES = declared(globals())
