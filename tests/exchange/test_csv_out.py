"""Whatever is written as CSV, no name or text becomes a formula in a spreadsheet program: one place writes it all."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sifund_ledger
from sifund_ledger.exchange.csv_forms import csv_text

PACKAGE = Path(sifund_ledger.__file__).parent
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
HARMFUL = st.tuples(st.sampled_from(["", " ", "\n ", "\u200b"]), st.sampled_from(STARTS), st.text(max_size=5)).map(
    "".join
)
DELIMITERS = {"sv": ";", "international": ",", "canonical": ","}
INNER = "exchange/mapped_csv/ledger_rows.py"
"""Writes CSV that only our own reader of ledgers reads."""


@pytest.mark.parametrize("form", DELIMITERS)
@given(heads=st.lists(HARMFUL, min_size=2, max_size=2), cells=st.lists(HARMFUL, min_size=2, max_size=2))
def test_no_cell_begins_as_a_formula(form: Any, heads: list[str], cells: list[str]) -> None:
    rows = csv.reader(io.StringIO(csv_text(form, heads, [cells]), newline=""), delimiter=DELIMITERS[form])
    for row in rows:
        assert len(row) == 2
        assert not any(cell.lstrip(" ").startswith(STARTS) for cell in row)


def test_all_csv_is_written_in_one_place() -> None:
    writing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bcsv\.writer\b|\bDictWriter\b", path.read_text(encoding="utf-8"))
    }
    assert writing == {"exchange/csv_forms.py", INNER}
