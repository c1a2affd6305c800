"""Values in records (värden i poster): what each kind must be, and the finding where it is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.document import ACCOUNT_KINDS, ELEMENT_TYPES
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.values import date_of, is_period, is_quantity, ore_of, year_number
from sifund_ledger.findings import Bilingual, FindingCode, printable

_KINDS: Final[dict[str, tuple[Callable[[str], object], Bilingual]]] = {
    "amount": (
        lambda text: ore_of(text) is not None,
        Bilingual(
            "ett belopp med högst två decimaler, inom 10^13 kronor",
            "an amount with at most two decimals, within 10^13 kronor",
        ),
    ),
    "date": (date_of, Bilingual("ett datum (ÅÅÅÅMMDD; i SIE 5 ÅÅÅÅ-MM-DD)", "a date (YYYYMMDD; in SIE 5 YYYY-MM-DD)")),
    "period": (is_period, Bilingual("en månad (ÅÅÅÅMM; i SIE 5 ÅÅÅÅ-MM)", "a month (YYYYMM; in SIE 5 YYYY-MM)")),
    "year": (lambda text: year_number(text) is not None, Bilingual("ett årsnummer", "a year number")),
    "quantity": (is_quantity, Bilingual("en kvantitet", "a quantity")),
    "span": (
        lambda text: text[:8] <= text[-8:],
        Bilingual("en tid från en första dag till en senare", "a time from a first day to a later one"),
    ),
    "key": (bool, Bilingual("en beteckning", "an identifier")),
    "type": (
        lambda text: text.strip() in ELEMENT_TYPES,
        Bilingual(*(f"{each}: {', '.join(ELEMENT_TYPES)}" for each in ("en kontotyp", "an account type"))),
    ),
    "kind": (ACCOUNT_KINDS.__contains__, Bilingual("en kontotyp T, S, K eller I", "an account type T, S, K or I")),
}
"""What a value should be: whether a text is that, and what it then is."""


def check_value(
    found: FileFindings, line: int, label: str, kind: str, value: str, *, code: FindingCode = codes.SIE_VALUE_UNREADABLE
) -> bool:
    """Whether a value is of its kind; one that is not is reported, and its record does not count."""
    is_right, what = _KINDS[kind]
    right = bool(is_right(value))
    if not right:
        found.add(code, line, label=label, value=printable(value) or '""', what=what)
    return right


def check_field(found: FileFindings, line: int, label: str, kind: str, value: str) -> bool:
    """Whether a field is of its kind; one that is not is reported, and its record counts all the same."""
    return check_value(found, line, label, kind, value, code=codes.SIE_FIELD_UNREADABLE)
