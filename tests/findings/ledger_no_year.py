"""A list of accounts is given where the ledger should be.

sv: En kontolista anges där huvudboken borde stå.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger


def reproduce(folder: Path):
    (folder / "kontoplan.se").write_text('#KONTO 1930 "Bank"\n', "cp437")
    return read_general_ledger(folder / "kontoplan.se")
