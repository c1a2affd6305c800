"""A heading in UTF-8 is read as Windows-1252.

sv: En rubrik i UTF-8 läses som Windows-1252.
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
    return parse_event_rows("Year;Result;Anmärkning\n2013;5;Inköp\n".encode(), parse_csv_mapping(MAPPING))
