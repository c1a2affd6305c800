"""The figures of a year are asked for whose file was not read.

sv: Uppgifter begärs för ett år vars fil inte är läst.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#UB 0 2070 -500.00\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[accounts]\nequity = ["20*"]'), 2013)
