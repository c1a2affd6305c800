"""Rows that were known by their place get a row key.

sv: Rader som var kända genom sin plats får en radnyckel.
"""

from pathlib import Path

from sifund_ledger import open_book
from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
source = "Boards"
columns = { board = "Board", valid_from = "From" }
fixed = { do = "register_board", decision = "KF 2013-11-25 § 9" }
"""


def reproduce(folder: Path):
    book, data = open_book(create="Ale", actor="ekonomi"), b"Board;From\nSN;2014-01-01\n"
    parse_event_rows(data, parse_csv_mapping(MAPPING)).post(book)
    return parse_event_rows(data, parse_csv_mapping(f'row_key = ["Board"]{MAPPING}')).post(book)
