"""The economic plan has two years of budget figures instead of three.

sv: Den ekonomiska planen har två år med budget i stället för tre.
"""

from sifund_ledger import YearFigures, sek
from sifund_ledger.balance import check_plan


def reproduce():
    plan = [YearFigures(year=year, kind="budget", net_result=sek("9 000 000")) for year in (2026, 2027)]
    return check_plan(plan, 2026)
