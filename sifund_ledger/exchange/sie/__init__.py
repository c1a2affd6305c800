"""SIE files (SIE-filer): types 1, 2, 3, 4E, 4I and 5 read, types 4I, 4E and 3 written. Stands alone.

>>> document = parse_sie(b'#FLAGGA 0\\n#SIETYP 4\\n#VER A 1 20121231 "Bokslut"\\n{\\n#TRANS 2071 {} 0\\n}\\n')
>>> document.type, document.vouchers[0].text, parse_sie(sie_bytes(document)[0]) == document
('4I', 'Bokslut', True)
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.boundary import checked_names
from sifund_ledger.exchange.sie import findings, sie5
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
from sifund_ledger.exchange.sie.records import findings as of_records
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.writing import sie_bytes, write_sie
from sifund_ledger.findings import FindingCode

CODES: Final[tuple[FindingCode, ...]] = (*of_records.CODES, *findings.CODES, *sie5.CODES)
"""Every kind of finding about SIE files."""

__all__ = [
    "CODES",
    "FiscalYear",
    "SieAccount",
    "SieBalance",
    "SieDimension",
    "SieDocument",
    "SieObject",
    "SiePeriodBalance",
    "SieRecord",
    "SieRow",
    "SieVoucher",
    "Ties",
    "parse_sie",
    "read_sie",
    "sie_bytes",
    "ties",
    "write_sie",
]
checked_names(globals())
