"""A program asks for an amount under an unknown name.

sv: Ett program frågar efter ett belopp under ett okänt namn.
"""

from sifund_ledger.balance import OpeningExcluded


def reproduce():
    OpeningExcluded().ore("gains")
