"""A ledger is declared to have no headings.

sv: En huvudbok anges vara utan rubriker.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping

MAPPING = """
rows = "ledger"
heading_line = 0
columns = { account = "1", closing = "2" }
"""


def reproduce(folder: Path):
    parse_csv_mapping(MAPPING)
