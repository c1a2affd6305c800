"""A SIE file is to be written in a folder that is not there.

sv: En SIE-fil ska skrivas i en katalog som inte finns.
"""

from pathlib import Path

from sifund_ledger.exchange.sie import SieDocument, write_sie


def reproduce(folder: Path):
    write_sie(SieDocument(), folder / "saknas" / "bokslut.se")
