"""A program gives a year as text where the library asks for a whole number.

sv: Ett program ger ett år som text där biblioteket vill ha ett heltal.
"""

from sifund_ledger.law import calendar


def reproduce():
    calendar("2025")
