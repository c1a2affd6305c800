"""A row that was recorded has been taken out of the file.

sv: En rad som är registrerad har tagits bort ur filen.
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
    book, mapping = open_book(create="Ale", actor="ekonomi"), parse_csv_mapping(MAPPING)
    parse_event_rows(b"Board;From\nSN;2014-01-01\nBUN;2014-01-01\n", mapping).post(book)
    return parse_event_rows(b"Board;From\nSN;2014-01-01\n", mapping).post(book)
