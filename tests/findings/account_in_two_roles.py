"""The account of a grant is among the gains too.

sv: Kontot för bidrag står också bland vinsterna.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#RES 0 3810 -500.00\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[accounts]\ntaxes_and_grants = ["38*"]\nrealised_gains = ["3810"]'))
