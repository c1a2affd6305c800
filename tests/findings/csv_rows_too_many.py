"""A file has more rows than are read.

sv: En fil har fler rader än som läses.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Result\n" + b"2013;5\n" * 50_001, parse_csv_mapping(MAPPING))
