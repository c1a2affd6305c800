"""Values in records (värden i poster): what each kind must be, and the finding where it is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sifund_ledger.exchange.sie.document import ACCOUNT_KINDS
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.findings import SIE_FIELD_UNREADABLE, SIE_VALUE_UNREADABLE
from sifund_ledger.exchange.sie.values import date_of, is_period, is_quantity, ore_of, year_number
from sifund_ledger.findings import FindingCode, printable

_KINDS: Final[dict[str, tuple[Callable[[str], object], str, str]]] = {
    "amount": (
        lambda text: ore_of(text) is not None,
        "amount with at most two decimals, within 10^13 kronor",
        "inget belopp med högst två decimaler, inom 10^13 kronor",
    ),
    "date": (date_of, "date YYYYMMDD", "inget datum ÅÅÅÅMMDD"),
    "period": (is_period, "month YYYYMM", "ingen månad ÅÅÅÅMM"),
    "year": (lambda text: year_number(text) is not None, "year number", "inget årsnummer"),
    "quantity": (is_quantity, "quantity", "ingen kvantitet"),
    "span": (
        lambda text: text[:8] <= text[-8:],
        "time from a first day to a later one",
        "ingen tid från en första dag till en senare",
    ),
    "kind": (ACCOUNT_KINDS.__contains__, "account type T, S, K or I", "ingen kontotyp T, S, K eller I"),
}
"""What a value should be: whether a text is that, and what it otherwise is not."""


def check_value(
    found: FileFindings, line: int, label: str, kind: str, value: str, *, code: FindingCode = SIE_VALUE_UNREADABLE
) -> bool:
    """Whether a value is of its kind; one that is not is reported, and its record does not count."""
    is_right, what, what_sv = _KINDS[kind]
    right = bool(is_right(value))
    if not right:
        found.add(code, line, label=label, value=printable(value) or '""', what=what, what_sv=what_sv)
    return right


def check_field(found: FileFindings, line: int, label: str, kind: str, value: str) -> None:
    """Report a field that is not of its kind; its record counts all the same."""
    check_value(found, line, label, kind, value, code=SIE_FIELD_UNREADABLE)
