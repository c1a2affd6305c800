"""A program writes the chart of accounts before the company.

sv: Ett program skriver kontoplanen före företaget.
"""

from sifund_ledger.exchange.sie import parse_sie


def reproduce():
    return parse_sie(b'#KONTO 1930 "Bank"\n#FNAMN "Malm"\n')
