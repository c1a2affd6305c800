"""A JSON file of another kind is read, nested far deeper than figures are."""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures("[" * 40 + "]" * 40, format="json")
