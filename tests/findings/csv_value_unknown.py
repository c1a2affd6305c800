"""A code of the file is not among the mapping's values.

sv: En kod i filen finns inte bland kolumnmallens värden.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
values.year = { 12 = 2012 }
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Result\n13;5\n", parse_csv_mapping(MAPPING))
