"""A figures file states another result than the general ledger has.

sv: En uppgiftsfil anger ett annat resultat än huvudboken har.
"""

from pathlib import Path

from sifund_ledger import YearFigures, sek
from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.general_ledger import Roles, propose_figures
from sifund_ledger.year_end.against_ledger import stated_against


def reproduce(folder: Path, unit="kr"):
    (folder / "2013.se").write_text("#RAR 0 20130101 20131231\n#RES 0 5010 1500.50\n#RES 0 8010 -2000.00\n")
    proposed = propose_figures(read_general_ledger(folder / "2013.se"), Roles())
    return tuple(stated_against(YearFigures(year=2013, net_result=sek(400)), proposed, unit))
