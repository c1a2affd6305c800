"""An amount has a decimal point where the mapping states a comma.

sv: Ett belopp har decimalpunkt där kolumnmallen anger komma.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
decimal_mark = ','
columns = { year = "Year", amount = "Result" }
fixed = { do = "record_result" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Year;Result\n2013;5.50\n", parse_csv_mapping(MAPPING))
