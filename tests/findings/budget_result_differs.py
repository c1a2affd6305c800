"""A budget's result is not its income less its cost.

sv: Budgetens resultat är inte intäkterna minus kostnaderna.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    budget = YearFigures(
        year=2026,
        kind="budget",
        net_result=sek("20 000 000"),
        budget_income=sek("900 000 000"),
        budget_cost=sek("890 000 000"),
    )
    return balance_requirement([budget], opening_deficits=[])
