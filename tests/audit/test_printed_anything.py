"""Whatever is given as a printed table is read or refused, in bounded time, and no amount is made of nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sifund_ledger.audit.printed import audit_printed
from sifund_ledger.audit.printed.rows import USUAL
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.printed_files import parse_printed, read_printed
from sifund_ledger.exchange.printed_json import printed_to_json

_LABELS = st.sampled_from(sorted(USUAL)) | st.text(max_size=30)
_CELLS = st.one_of(
    st.integers(-(10**18), 10**18).map(str),
    st.sampled_from(["–", "", "2015", "1 234", "−12,5", "(3)", "12.000", "1 2 3", "5 %", "563*", "Not", "tkr", "10^9"]),
    st.text(max_size=12),
)
_LINES = st.lists(st.tuples(_LABELS, st.lists(_CELLS, max_size=5)), max_size=12)


@given(_LINES, st.sampled_from(["\t", ";", "   ", " "]), st.sampled_from(["mkr  2015  2014", "Not;2015;2014", ""]))
def test_any_lines_are_read_or_reported(lines, mark: str, head: str):
    text = "\n".join([head, *(mark.join([label, *cells]) for label, cells in lines)])
    page = parse_printed(text, name="x.csv")
    report = audit_printed(page, name="x.csv")
    for row in page.rows:
        assert len(row.ore) == len(page.columns)
        for ore in row.ore:
            # Every amount that was read is printed: its digits stand in the text.
            assert ore is None or str(abs(ore)).rstrip("0")[:1] in {*text, ""}
    assert report.text("sv")
    assert report.text("en")
    assert printed_to_json(report)


@given(st.binary(max_size=400) | st.text(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"PK\x03\x04")
@example("\u2028\u0085\x1b[31m Årets resultat \x00 5")
def test_any_bytes_are_read_or_refused(data):
    try:
        report = audit_printed(parse_printed(data, name="x"), name="x")
    except UnreadableInput:
        return  # what begins as a workbook does, and is none
    assert "\x1b" not in report.text()


def test_a_file_that_is_too_large_or_no_workbook_is_refused(tmp_path: Path):
    large = tmp_path / "large.txt"
    large.write_bytes(b"a" * 5_000_001)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    bomb = tmp_path / "bomb.xlsx"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 100_000_001)
    bomb.write_bytes(out.getvalue())
    for path, code in ((large, "FILE_TOO_LARGE"), (broken, "FILE_UNREADABLE"), (bomb, "FILE_TOO_LARGE")):
        with pytest.raises(UnreadableInput) as refused:
            read_printed(path)
        assert [each.code for each in refused.value.findings] == [code]
    with pytest.raises(Refused):
        read_printed(tmp_path / "finns-inte.txt")


@pytest.mark.parametrize("year", [1950, 1997, 2061, 2099])
def test_a_year_that_no_law_covers_is_not_known(year: int):
    text = "mkr;{}\nÅrets resultat;5\nRealisationsvinster;-1\nÅrets balanskravsresultat;4\n"
    for page in (parse_printed(text.format(year)), parse_printed(text.format(""), year=year)):
        report = audit_printed(page)
        assert [each.code for each in report.findings] == ["PRINTED_YEAR_UNKNOWN"]
        assert (report.drawn, len(report.added.sums)) == ((), 1)


def test_a_cell_longer_than_any_label_takes_no_time():
    for long in ("x" * 2_000_000, "reserv " * 200_000, "1 " * 500_000, "till " * 100_000 + "fond"):
        page = parse_printed(f"mkr;2015\nÅrets resultat;5\n{long};3\n{long}\n")
        assert audit_printed(page).text()


def test_a_long_page_takes_no_longer_than_its_length():
    years = " ".join(map(str, range(2000, 2030)))
    for numbers in ("1 " * 60, "123 " * 60, "123 " * 59 + "1234"):
        page = parse_printed("\n".join([f"mkr {years}", *[f"Årets resultat {numbers}"] * 20]))
        assert all(row.unread for row in page.rows)
