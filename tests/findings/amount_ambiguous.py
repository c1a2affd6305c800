"""Thousands are written with a point, as a spreadsheet may show them.

sv: Tusental är skrivna med punkt, som ett kalkylblad kan visa dem.
"""

from sifund_ledger import sek


def reproduce():
    sek("12.000")
