"""What is no table is refused soon, with a few of its faults: however many lines, cells, quotes or letters it has."""

from __future__ import annotations

import pytest

from sifund_ledger import Refused
from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows
from sifund_ledger.exchange.mapped_csv.proposing import propose_mapping
from sifund_ledger.files import MOST_FINDINGS

MAPPING = parse_csv_mapping("""
rows = "events"
columns = { fund = "Fond", amount = "Belopp" }
fixed = { do = "set_aside", result_year = 2013, decision = "KF 2014-04-28 § 31" }
""")
HEAD = b"Fond;Belopp\n"
TABLES = {
    "nothing": (b"", "CSV_COLUMN_MISSING"),
    "blank lines": (HEAD + b"\n" * 1_000_100, "CSV_ROWS_TOO_MANY"),
    "rows": (HEAD + b"a;1\n" * 50_001, "CSV_ROWS_TOO_MANY"),
    "cells that cannot be read": (HEAD + b"a;x\n" * 20_000, "AMOUNT_UNREADABLE"),
    "broken lines": (HEAD + b'"a"b\n' * 20_000, "CSV_LINE_BROKEN"),
    "cells beyond the table": (HEAD + b"a;1;2\n" * 20_000, "CSV_LINE_BROKEN"),
    "one long line": (HEAD + b"a" * 1_000_000, "CSV_LINE_BROKEN"),
    "delimiters": (b";" * 1_000_000, "CSV_LINE_BROKEN"),
    "quotes": (HEAD + b'"' * 100_001, "CSV_LINE_BROKEN"),
    "nul": (b"\0" * 1_000_000, "CSV_LINE_BROKEN"),
    "too large": (b"a" * 10_000_001, "FILE_TOO_LARGE"),
}


@pytest.mark.parametrize(("data", "code"), TABLES.values(), ids=TABLES)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_event_rows(data, MAPPING)
    assert refused.value.findings[0].code == code
    assert len(refused.value.findings) <= MOST_FINDINGS + 1


@pytest.mark.parametrize("data", [data for data, _ in TABLES.values()], ids=TABLES)
def test_a_proposal_looks_at_the_head_alone(data: bytes) -> None:
    try:
        proposed = propose_mapping(data)
    except Refused as refusal:
        proposed = refusal.findings[0].code
    assert proposed.startswith(("#", "CSV_NO_ROWS", "FILE_TOO_LARGE"))
