"""Shares of a frame do not make the whole of it.

sv: Andelar av en ram blir inte hela ramen.
"""

from sifund_ledger.programme.needs import needs_and_resources


def reproduce():
    needs_and_resources({"Skola": 50, "Social": 30}, frame=60, shares=["0.5", "0.4"])
