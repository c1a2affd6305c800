"""A year has a sign rule.

sv: Ett år har en teckenregel.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping

MAPPING = """
rows = "events"
fixed = { do = "record_result" }
[columns]
amount = "Result"
year = { column = "Year", sign = "reversed" }
"""


def reproduce(folder: Path):
    parse_csv_mapping(MAPPING)
