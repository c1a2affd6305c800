"""The same file is posted once more.

sv: Samma fil registreras en gång till.
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
    rows = parse_event_rows(b"Board;From\nSN;2014-01-01\n", parse_csv_mapping(MAPPING))
    book = open_book(create="Ale", actor="ekonomi")
    rows.post(book)
    return rows.post(book)
