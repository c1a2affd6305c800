"""What can be wrong with a record and its fields (fel i poster): the findings that say so."""

from __future__ import annotations

from typing import Final

from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import SIE_AMOUNT_DECIMALS, SIE_VALUE_UNREADABLE
from sifund_ledger.findings import FindingCode
from sifund_ledger.money import format_amount

KINDS: Final[dict[str, tuple[str, str]]] = {
    "amount": (
        "amount with at most two decimals, within 10^13 kronor",
        "inget belopp med högst två decimaler, inom 10^13 kronor",
    ),
    "date": ("date YYYYMMDD", "inget datum ÅÅÅÅMMDD"),
    "period": ("month YYYYMM", "ingen månad ÅÅÅÅMM"),
    "year": ("year number", "inget årsnummer"),
    "quantity": ("quantity", "ingen kvantitet"),
    "end": ("last day after the first", "ingen sista dag efter den första"),
    "kind": ("account type T, S, K or I", "ingen kontotyp T, S, K eller I"),
}


def report_unreadable(
    found: FileFindings, line: int, label: str, value: str, kind: str, *, code: FindingCode = SIE_VALUE_UNREADABLE
) -> None:
    """Report a value that is not what it should be; ``kind`` is a key of :data:`KINDS`."""
    what, what_sv = KINDS[kind]
    found.add(code, line, label=label, value=shown(value) or '""', what=what, what_sv=what_sv)


def report_decimals(found: FileFindings, line: int, label: str, value: str, ore: int) -> None:
    """Report an amount that was read although it has more than two decimals."""
    if len(value) - value.find(".") > 3 and "." in value:
        found.add(SIE_AMOUNT_DECIMALS, line, label=label, value=shown(value), ore=format_amount(ore))
