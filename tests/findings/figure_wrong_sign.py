"""Gains and losses on disposals stand on the same account, and the losses are greater.

sv: Realisationsvinster och realisationsförluster står på samma konto, och förlusterna är större.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#RES 0 3810 500.00\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[accounts]\nrealised_gains = ["3810"]'))
