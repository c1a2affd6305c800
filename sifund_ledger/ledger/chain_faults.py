"""What can be wrong with a chain of records (fel i en hashkedja), and with a checkpoint of it."""

from __future__ import annotations

from sifund_ledger.findings import FindingCode, Severity

_RESTORE = "Take out the latest copy of the book that verifies, and compare."
_RESTORE_SV = "Ta fram den senaste kopian av boken som går att verifiera, och jämför."


def _code(name: str, en: str, sv: str, severity: Severity = Severity.ERROR) -> FindingCode:
    return FindingCode(
        name, severity, en=en, sv=sv, remedy_en=_RESTORE, remedy_sv=_RESTORE_SV, citation="LKBR 3:3, 3:12"
    )


CHAIN_HASH = _code("CHAIN_HASH", "The record's bytes do not have its hash.", "Postens byte har inte dess hash.")
CHAIN_LINK = _code(
    "CHAIN_LINK",
    "The record does not follow the one before it.",
    "Posten följer inte på den föregående.",
)
CHAIN_GAP = _code("CHAIN_GAP", "Record {expected} is missing.", "Post {expected} saknas.")
RECORD_UNDECODABLE = _code(
    "RECORD_UNDECODABLE",
    "The record cannot be read: {fault}.",
    "Posten går inte att läsa: {fault}.",
)
PROJECTION_DIFFERS = _code(
    "PROJECTION_DIFFERS",
    "The stored table rows differ from the record.",
    "De lagrade tabellraderna skiljer sig från posten.",
)
NOTE_DIFFERS = _code(
    "NOTE_DIFFERS",
    "The free text beside the record is not the one that was recorded.",
    "Fritexten vid posten är inte den som registrerades.",
)
NOTE_GONE = _code(
    "NOTE_GONE",
    "The free text beside the record is gone, and no record says that it was blotted out.",
    "Fritexten vid posten är borta, och ingen post anger att den har gallrats.",
)
CHECKPOINT_NOT_FOUND = _code(
    "CHECKPOINT_NOT_FOUND",
    "The journal, {count} records long, does not contain the checkpoint {checkpoint}: "
    "its tail is cut, or it was rewritten.",
    "Journalen, {count} poster, innehåller inte kontrollpunkten {checkpoint}: slutet är avklippt eller omskrivet.",
)
CHECKPOINT_UNREADABLE = FindingCode(
    "CHECKPOINT_UNREADABLE",
    Severity.ERROR,
    en="{text!r} is no checkpoint.",
    sv="{text!r} är ingen kontrollpunkt.",
    remedy_en="Write the 16 hexadecimal digits of the report, with the number of records before them if known: "
    "12:0123456789abcdef.",
    remedy_sv="Skriv rapportens 16 hexadecimala siffror, med antalet poster före om det är känt: 12:0123456789abcdef.",
)
CODES = (
    CHAIN_HASH,
    CHAIN_LINK,
    CHAIN_GAP,
    RECORD_UNDECODABLE,
    PROJECTION_DIFFERS,
    NOTE_DIFFERS,
    NOTE_GONE,
    CHECKPOINT_NOT_FOUND,
    CHECKPOINT_UNREADABLE,
)
