"""The result was booked against a result account that the roles do not name.

sv: Resultatet bokfördes mot ett resultatkonto som rollerna inte anger.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_roles, read_general_ledger
from sifund_ledger.general_ledger import propose_figures


def reproduce(folder: Path):
    (folder / "2012.se").write_text(
        "#RAR 0 20120101 20121231\n#UB 0 1930 500.00\n#UB 0 2090 -500.00\n#RES 0 3010 -500.00\n#RES 0 8990 500.00\n"
    )
    ledger = read_general_ledger(folder / "2012.se")
    return propose_figures(ledger, parse_roles('[accounts]\nresult_of_year = ["2090"]'))
