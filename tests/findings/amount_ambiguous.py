"""Thousands are written with a point, as a spreadsheet may show them."""

from sifund_ledger import sek


def reproduce():
    sek("12.000")
