"""A printed balanskravsutredning in millions has a last digit that was rounded.

sv: En tryckt balanskravsutredning i miljoner har en sista siffra som är avrundad.
"""

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance import compare_printed


def reproduce():
    figures = YearFigures(year=2014, net_result=sek("10 400 000"), realised_gains=sek("1 800 000"))
    statement = balance_requirement([figures], opening_deficits=[]).year(2014)
    return compare_printed(statement, {"balance_requirement_result": 9_000_000_00}, unit="mkr")
