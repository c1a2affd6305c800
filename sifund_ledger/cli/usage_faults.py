"""What can be wrong with how a command was asked (användningsfel), where the command itself has to find it."""

from __future__ import annotations

from sifund_ledger.findings import Finding, FindingCode, Severity

OUTPUT_MISSING = FindingCode(
    "OUTPUT_MISSING",
    Severity.ERROR,
    en="It is not said which file it goes to; what goes out once is never printed.",
    sv="Det anges inte vilken fil det ska till; det som går ut en gång skrivs aldrig på skärmen.",
    remedy_en="Give a new file name with -o.",
    remedy_sv="Ange ett nytt filnamn med -o.",
    citation="R29",
)
OPTION_WITHOUT_USE = FindingCode(
    "OPTION_WITHOUT_USE",
    Severity.ERROR,
    en="{option} changes nothing in the format {format}.",
    sv="{option} ändrar inget i formatet {format}.",
    remedy_en="Leave it out, or choose {formats}.",
    remedy_sv="Ta bort det, eller välj {formats_sv}.",
)
IMPORT_NOT_CSV = FindingCode(
    "IMPORT_NOT_CSV",
    Severity.ERROR,
    en="The name does not end in .csv, and import csv reads no other files.",
    sv="Namnet slutar inte på .csv, och import csv läser inga andra filer.",
    remedy_en="Rename the file if it is CSV; SIE files are read with import sie.",
    remedy_sv="Döp om filen om den är CSV; SIE-filer läses med import sie.",
)
CODES = (OUTPUT_MISSING, OPTION_WITHOUT_USE, IMPORT_NOT_CSV)


def without_use(option: str, chosen: str, *formats: str) -> Finding:
    """An option that changes nothing in the format chosen, and the formats in which it does."""
    named = [f"-O {each}" for each in formats]
    told, told_sv = " or ".join(named), " eller ".join(named)
    return OPTION_WITHOUT_USE.at(option, option=option, format=chosen, formats=told, formats_sv=told_sv)
