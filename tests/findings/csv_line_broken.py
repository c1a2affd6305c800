"""A row has more cells than the table has columns.

sv: En rad har fler celler än tabellen har kolumner.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Result\n2013;5;6\n", parse_csv_mapping(MAPPING))
