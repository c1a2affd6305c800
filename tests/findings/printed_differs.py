"""A printed balanskravsutredning is held against its rows, and a row is missing.

sv: En tryckt balanskravsutredning jämförs med sina rader, och en rad saknas.
"""

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.balance import compare_printed


def reproduce():
    figures = YearFigures(year=2014, net_result=sek("10 000 000"), realised_gains=sek("2 000 000"))
    statement = balance_requirement([figures], opening_deficits=[]).year(2014)
    return compare_printed(statement, {"balance_requirement_result": 10_000_000_00})
