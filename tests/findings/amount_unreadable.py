"""An amount is written in words.

sv: Ett belopp är skrivet i ord.
"""

from sifund_ledger import sek


def reproduce():
    sek("två miljoner")
