"""What a file of its type should hold, and what it should not (kontroller)."""

from __future__ import annotations

from collections.abc import Collection

from sifund_ledger.exchange.sie.assembling import Assembly
from sifund_ledger.exchange.sie.document import SieType
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import (
    SIE_ALREADY_READ,
    SIE_GROUP_ORDER,
    SIE_RECORD_MISSING,
    SIE_RECORD_NOT_IN_TYPE,
    SIE_TYPE_UNKNOWN,
)
from sifund_ledger.exchange.sie.labels import BALANCES, RULES, mark


def settle_type(assembly: Assembly) -> None:
    """The type of the file: #SIETYP, none being 1; of type 4 those with balances are 4E, the others 4I (§1)."""
    stated, seen = assembly.stated_type, assembly.seen
    balances = any(label in seen for label in BALANCES)
    kind: SieType = "1"
    if stated in ("1", "2", "3"):
        kind = "1" if stated == "1" else "2" if stated == "2" else "3"
    elif stated or "VER" in seen:
        kind = "4E" if balances else "4I"
    assembly.document.type = kind
    if stated not in ("", "1", "2", "3", "4") or (not stated and kind != "1"):
        assembly.found.add(SIE_TYPE_UNKNOWN, value=shown(stated) or "–", read=kind)


def check_records(assembly: Assembly, *, opening_taken: bool = False) -> None:
    """Report what is missing, and what should not be there."""
    document, found, seen = assembly.document, assembly.found, assembly.seen
    if document.flag not in ("", "0"):
        found.add(SIE_ALREADY_READ, value=shown(document.flag))
    report_marks(document.type, seen, found, excused="IB" if opening_taken else "")
    if assembly.disordered:
        found.add(SIE_GROUP_ORDER)


def report_marks(kind: SieType, labels: Collection[str], found: FileFindings, *, excused: str = "") -> None:
    """Report the records that a file of a type must have and has not, and those that it has and must not."""
    for label in RULES:
        marked = mark(label, kind)
        if marked == "M" and label not in labels and label != excused:
            found.add(SIE_RECORD_MISSING, type=kind, label=label)
        elif marked == "-" and label in labels:
            found.add(SIE_RECORD_NOT_IN_TYPE, type=kind, label=label)
