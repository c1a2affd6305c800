"""The file has no column of a name that the mapping reads.

sv: Filen har ingen kolumn med ett namn som kolumnmallen läser.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Results\n2013;5\n", parse_csv_mapping(MAPPING))
