"""Rows are to be recorded, and the mapping does not state their source.

sv: Rader ska registreras, och kolumnmallen anger inte källan.
"""

from pathlib import Path

from sifund_ledger import open_book
from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
columns = { board = "Board", valid_from = "From" }
fixed = { do = "register_board", decision = "KF 2013-11-25 § 9" }
"""


def reproduce(folder: Path):
    rows = parse_event_rows(b"Board;From\nSN;2014-01-01\n", parse_csv_mapping(MAPPING))
    return rows.post(open_book(create="Ale", actor="ekonomi"))
