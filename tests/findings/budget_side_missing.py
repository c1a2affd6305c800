"""A budget states its income and not its cost.

sv: En budget har intäkter men inga kostnader.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    budget = YearFigures(year=2026, kind="budget", net_result=sek("20 000 000"), budget_income=sek("900 000 000"))
    return balance_requirement([budget], opening_deficits=[])
