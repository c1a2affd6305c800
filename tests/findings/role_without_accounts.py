"""The chart of accounts was renumbered and the file of roles was not.

sv: Kontoplanen har numrerats om, men inte filen med roller.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#UB 0 2070 -500.00\n#RES 0 3010 -500.00\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[accounts]\nequity = ["60*"]'))
