"""Rows of another account do not count.

sv: Rader på ett annat konto gäller inte.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
only = { Account = "2071" }
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Result;Account\n2013;5;2071\n2013;6;2072\n", parse_csv_mapping(MAPPING))
