"""The export has the year's vouchers and no opening balances.

sv: Exporten har årets verifikationer men inga ingående balanser.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#VER A 1 20120301\n{\n#TRANS 2070 {} 0\n}\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[accounts]\nequity = ["20*"]'))
