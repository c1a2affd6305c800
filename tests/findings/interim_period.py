"""An interim report covers only the first four months.

sv: En delårsrapport omfattar bara de fyra första månaderna.
"""

from datetime import date

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance import Comparison


def reproduce():
    figures = YearFigures(year=2025, kind="interim", as_of=date(2025, 4, 30), net_result=sek("3 000 000"))
    return Comparison(main=balance_requirement([figures], opening_deficits=[]).year(2025))
