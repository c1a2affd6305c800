"""Two rows of a file have the same voucher, which is their row key.

sv: Två rader i en fil har samma verifikation, som är deras radnyckel.
"""

from pathlib import Path

from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows

MAPPING = """
rows = "events"
source = "Uses 2014"
row_key = ["Ver"]
columns = { fund = "Fund", amount = "Amount" }
fixed = { do = "use", year = 2014, decision = "KF 2014-04-28 § 31" }
"""


def reproduce(folder: Path):
    return parse_event_rows(b"Ver;Fund;Amount\nA 1;social;5\nA 1;social;7\n", parse_csv_mapping(MAPPING))
