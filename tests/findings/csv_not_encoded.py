"""A file in Windows-1252 is read as UTF-8.

sv: En fil i Windows-1252 läses som UTF-8.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows("Year;Result\n2013;Malmö\n".encode("cp1252"), parse_csv_mapping(MAPPING))
