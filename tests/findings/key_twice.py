"""A JSON file gives the same key twice.

sv: En JSON-fil har samma nyckel två gånger.
"""

from sifund_ledger.exchange import parse_figures


def reproduce():
    parse_figures('{"year": [{"year": 2014, "net_result": "-149", "net_result": "149"}]}', format="json")
