"""A JSON file of another kind is read, nested far deeper than figures are.

sv: En JSON-fil av annat slag läses, med nivåer långt djupare än uppgifter har.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures("[" * 40 + "]" * 40, format="json")
