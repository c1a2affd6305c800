"""The path of the export is mistyped.

sv: Sökvägen till exporten är felskriven.
"""

from pathlib import Path

from sifund_ledger.exchange.sie import read_sie


def reproduce(folder: Path):
    read_sie(folder / "2012.se")
