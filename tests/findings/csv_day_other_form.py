"""A day is written otherwise than the mapping states.

sv: En dag är skriven på annat sätt än kolumnmallen anger.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
date_form = "YYYYMMDD"
columns = { board = "Board", valid_from = "From" }
fixed = { do = "register_board", decision = "KF 2013-11-25 § 9" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Board;From\nSN;2014-01-01\n", parse_csv_mapping(MAPPING))
