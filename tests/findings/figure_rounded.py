"""A figures file states the result in thousands of kronor, the general ledger has it to the öre.

sv: En uppgiftsfil anger resultatet i tusental kronor, huvudboken har det på öret.
"""

from pathlib import Path

import figure_differs_from_ledger


def reproduce(folder: Path):
    return figure_differs_from_ledger.reproduce(folder, "tkr")
