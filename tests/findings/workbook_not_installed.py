"""A workbook where XlsxWriter is not installed: ``pip install sifund-ledger`` without the extra ``excel``.

sv: En arbetsbok där XlsxWriter inte är installerat: ``pip install sifund-ledger`` utan tillägget ``excel``.
"""

import sys
from unittest import mock

from sifund_ledger.workbook import Workbook


def reproduce():
    with mock.patch.dict(sys.modules, {"xlsxwriter": None}):
        Workbook("Fonden", "Örebro kommun")
