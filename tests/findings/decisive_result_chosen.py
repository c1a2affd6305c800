"""What is left of the equalisation reserve is used in 2024 or later, and the law has two results.

sv: Resten av resultatutjämningsreserven används 2024 eller senare, och lagen ger två resultat.
"""

from sifund_ledger import YearFigures, balance_requirement, sek


def reproduce():
    figures = YearFigures(
        year=2024,
        net_result=sek("-5 000 000"),
        equalisation_reserve_used=sek("5 000 000"),
        equalisation_reserve_before=sek("9 000 000"),
    )
    return balance_requirement([figures], opening_deficits=[])
