"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

WORKBOOK_NOT_INSTALLED = error(
    "Arbetsböcker behöver XlsxWriter, som inte är installerat.",
    "Workbooks need XlsxWriter, which is not installed.",
    "Installera det: pip install 'sifund-ledger[excel]'",
    "Install it: pip install 'sifund-ledger[excel]'",
)

CODES = declared(globals())
