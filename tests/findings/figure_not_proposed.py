"""The file of account roles does not say which accounts are taxes and grants.

sv: Filen med kontoroller säger inte vilka konton som är skatteintäkter och bidrag.
"""

from pathlib import Path

from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.general_ledger import Roles, propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text("#RAR 0 20120101 20121231\n#UB 0 2070 -500.00\n#RES 0 3010 -500.00\n")
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, Roles())
