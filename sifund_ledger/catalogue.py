"""Every kind of finding that the library makes (katalog över iakttagelser), room by room, in one tuple."""

from __future__ import annotations

from typing import Final

from sifund_ledger import (
    authority,
    balance,
    book,
    decisions,
    exchange,
    funds,
    general,
    law,
    ledger,
    money,
    store,
    year_end,
)
from sifund_ledger.cli import demo, streams, usage_faults
from sifund_ledger.findings import FindingCode

CODES: Final[tuple[FindingCode, ...]] = (
    *money.CODES,
    *decisions.CODES,
    *authority.CODES,
    *ledger.CODES,
    *law.CODES,
    *general.CODES,
    *balance.CODES,
    *funds.CODES,
    *year_end.CODES,
    *book.CODES,
    *store.CODES,
    *exchange.CODES,
    *streams.CODES,
    *usage_faults.CODES,
    *demo.CODES,
)
"""The codes in the order of the rooms; their names are unique, and stable once released."""
