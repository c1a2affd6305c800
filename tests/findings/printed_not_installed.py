"""A printed table in a workbook where openpyxl is not installed: ``pip install sifund-ledger`` without ``excel``.

sv: En tryckt tabell i en arbetsbok där openpyxl inte är installerat: ``pip install sifund-ledger`` utan ``excel``.
"""

import sys
from pathlib import Path
from unittest import mock

from sifund_ledger.exchange.printed_files import read_printed


def reproduce(folder: Path):
    workbook = folder / "tabell.xlsx"
    workbook.write_bytes(b"PK\x03\x04 and the rest of a workbook")
    with mock.patch.dict(sys.modules, {"openpyxl": None}):
        read_printed(workbook)
