"""What a file of its type should hold, and what it should not (kontroller)."""

from __future__ import annotations

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.assembling import Assembly
from sifund_ledger.exchange.sie.document import SieType
from sifund_ledger.exchange.sie.records.labels import BALANCES, RULES, TYPES
from sifund_ledger.findings import printable


def settle_format(assembly: Assembly) -> None:
    """What the file says of its format; of type 4 those with balances are 4E, the others 4I (§1), and none is 1."""
    document, frame, seen = assembly.document, assembly.frame, assembly.seen
    document.flag = frame.get("FLAGGA", document.flag)
    document.format = frame.get("FORMAT", document.format)
    stated = frame.get("SIETYP", "")
    kind: SieType = "1"
    if stated in ("2", "3"):
        kind = "2" if stated == "2" else "3"
    elif stated not in ("", "1") or (not stated and "VER" in seen):
        kind = "4I" if seen.isdisjoint(BALANCES) else "4E"
    document.type = kind
    if stated not in ("", "1", "2", "3", "4") or (not stated and kind != "1"):
        assembly.found.add(codes.SIE_TYPE_UNKNOWN, value=printable(stated) or "–", read=kind)


def check_records(assembly: Assembly, *, opening_taken: bool) -> None:
    """Report the records that a file of its type must have and has not, and those that it has and must not."""
    document, found, seen = assembly.document, assembly.found, assembly.seen
    if document.flag not in ("", "0"):
        found.add(codes.SIE_ALREADY_READ, value=printable(document.flag))
    excused = "IB" if opening_taken else ""
    column = TYPES.index(document.type)
    for label, rule in RULES.items():
        mark = rule.marks[column]
        if mark == "M" and label not in seen and label != excused:
            found.add(codes.SIE_RECORD_MISSING, type=document.type, label=label)
        elif mark == "-" and label in seen:
            found.add(codes.SIE_RECORD_NOT_IN_TYPE, type=document.type, label=label)
    if assembly.disordered:
        found.add(codes.SIE_GROUP_ORDER)
