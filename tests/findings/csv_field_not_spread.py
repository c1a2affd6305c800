"""A result has columns by year.

sv: Ett resultat har kolumner per år.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping

MAPPING = """
rows = "events"
fixed = { do = "record_result" }
[columns]
year = "Year"
amount = { 2013 = "Result" }
"""


def reproduce(folder: Path):
    parse_csv_mapping(MAPPING)
