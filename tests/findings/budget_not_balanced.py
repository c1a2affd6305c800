"""A budget's income does not exceed its cost.

sv: Budgetens intäkter överstiger inte kostnaderna.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    budget = YearFigures(year=2026, kind="budget", net_result=sek("-2 000 000"))
    return balance_requirement([budget], opening_deficits=[])
