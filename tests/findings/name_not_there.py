"""A program asks for an amount under a name that there is not.

sv: Ett program frågar efter ett belopp under ett namn som inte finns.
"""

from sifund_ledger.balance import OpeningExcluded


def reproduce():
    OpeningExcluded().ore("gains")
