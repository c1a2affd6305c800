"""The file of account roles says that projects are dimension 7, and they are dimension 6.

sv: Filen med kontoroller säger att projekt är dimension 7, men de är dimension 6.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#RES 0 3010 -500.00\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[dimensions]\nproject = "7"'))
