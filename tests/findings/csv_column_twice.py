"""Two columns have the name that the mapping reads.

sv: Två kolumner har det namn som kolumnmallen läser.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Result;Result\n2013;5;5\n", parse_csv_mapping(MAPPING))
