"""A mapping of figures is used for events.

sv: En kolumnmall för uppgifter används för händelser.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "figures"
columns = { year = "Year", net_result = "Result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Result\n2013;5\n", parse_csv_mapping(MAPPING))
