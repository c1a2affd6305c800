"""An annual report is put together without last year's column and the budget's.

sv: Årsredovisningen sammanställs utan förra årets och budgetens kolumner.
"""

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance import Comparison


def reproduce():
    statement = balance_requirement([YearFigures(year=2025, net_result=sek("3 000 000"))], opening_deficits=[])
    return Comparison(main=statement.year(2025))
