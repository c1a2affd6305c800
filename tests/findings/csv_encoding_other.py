"""A file that begins as UTF-8 is declared to be in Windows-1252.

sv: En fil som börjar som UTF-8 anges vara i Windows-1252.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
encoding = "windows-1252"
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows("Year;Result\n2013;5\n".encode("utf-8-sig"), parse_csv_mapping(MAPPING))
