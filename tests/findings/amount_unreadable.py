"""An amount is written with its unit or in words.

sv: Ett belopp är skrivet med enhet eller i ord.
"""

from sifund_ledger import sek


def reproduce():
    sek("2,5 mkr")
