"""A broken fiscal year and the short one after it end in the same calendar year.

sv: Ett brutet räkenskapsår och det korta året därefter slutar samma kalenderår.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "0.se").write_text("#RAR 0 20120701 20130630\n", "cp437")
    (folder / "1.se").write_text("#RAR 0 20130701 20131231\n", "cp437")
    return read_general_ledger(folder / "0.se", folder / "1.se")
