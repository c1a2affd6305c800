"""The ledger has realised losses, and the law lets some of them be added back.

sv: Huvudboken har realisationsförluster, och lagen låter en del av dem läggas tillbaka.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#RES 0 7810 500.00\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[accounts]\nrealised_losses = ["78*"]'))
