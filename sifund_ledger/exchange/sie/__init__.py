"""SIE files (SIE-filer): types 1, 2, 3, 4E, 4I and 5 read, types 4I, 4E and 3 written. Stands alone.

>>> document = parse_sie(b'#FLAGGA 0\\n#SIETYP 4\\n#VER A 1 20121231 "Bokslut"\\n{\\n#TRANS 2071 {} 0\\n}\\n')
>>> document.type, document.vouchers[0].text, parse_sie(sie_bytes(document)[0]) == document
('4I', 'Bokslut', True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.exchange.sie.checks.tie_checks import Ties, ties
    from sifund_ledger.exchange.sie.document import (
        FiscalYear,
        SieAccount,
        SieBalance,
        SieDimension,
        SieDocument,
        SieObject,
        SiePeriodBalance,
        SieRow,
        SieVoucher,
    )
    from sifund_ledger.exchange.sie.reading import parse_sie, read_sie
    from sifund_ledger.exchange.sie.records.tokens import SieRecord
    from sifund_ledger.exchange.sie.writing import sie_bytes, write_sie

__all__ = [
    "FiscalYear", "SieAccount", "SieBalance", "SieDimension", "SieDocument", "SieObject", "SiePeriodBalance",
    "SieRecord", "SieRow", "SieVoucher", "Ties", "parse_sie", "read_sie", "sie_bytes", "ties", "write_sie",
]  # fmt: skip
_HOMES: Final = {
    "checks.tie_checks": ("Ties", "ties"),
    "document": (
        "FiscalYear", "SieAccount", "SieBalance", "SieDimension", "SieDocument", "SieObject", "SiePeriodBalance",
        "SieRow", "SieVoucher",
    ),
    "reading": ("parse_sie", "read_sie"),
    "records.tokens": ("SieRecord",),
    "writing": ("sie_bytes", "write_sie"),
}  # fmt: skip

if not TYPE_CHECKING:
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES)
