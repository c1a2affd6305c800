"""Any bytes as a workbook give figures or findings, in bounded time and memory, and never another exception."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO

import pytest
from exchange.template.filling import events_template, faults, figures_template
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from sifund_ledger.exchange.template import archive
from sifund_ledger.exchange.template.sheets import read_sheets
from sifund_ledger.files import WORKBOOK

_PIECES = (
    b"<c r='A1' t='s'><v>99999</v></c>", b"<c r='ZZZZ9'/>", b"<v>1e999</v>", b"<v>nan</v>", b"<f/>", b"</row>", b"&lt;",
    b"&#0;", b'"', b"<", b">", b"\xff", b"-", b"9" * 40, b't="e"', b't="d"', b't="b"', b'r="0"', b'min="0"', b'ref="A"',
    b"_xD800_", b"2023-02-30",
)  # fmt: skip


@cache
def parts(*, events: bool) -> dict[str, bytes]:
    """The parts of a filled-in template."""
    with zipfile.ZipFile(BytesIO(events_template() if events else figures_template())) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as whole:
        for name, data in parts.items():
            whole.writestr(name, data)
    return out.getvalue()


@st.composite
def damaged(draw: st.DrawFn, whole: bytes, most: int = 4) -> bytes:
    for _ in range(draw(st.integers(1, most))):
        start = draw(st.integers(0, len(whole)))
        end = draw(st.integers(start, min(len(whole), start + 30)))
        whole = whole[:start] + draw(st.sampled_from(_PIECES) | st.binary(max_size=4)) + whole[end:]
    return whole


def told(data: bytes, events: bool) -> None:
    for finding in faults(data, events=events):
        finding.text("sv").encode()
        finding.text("en").encode()


@given(st.data(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_damaged_part(data: st.DataObject, events: bool) -> None:
    whole = parts(events=events)
    name = data.draw(st.sampled_from(sorted(name for name in whole if not name.startswith("docProps"))))
    told(zipped({**whole, name: data.draw(damaged(whole[name]))}, zipfile.ZIP_STORED), events)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_archive(data: st.DataObject) -> None:
    told(data.draw(damaged(figures_template())), events=False)


@given(st.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data) | st.binary(max_size=200))
@settings(deadline=None)
def test_arbitrary_bytes(data: bytes) -> None:
    assert faults(data)


def test_entities_are_never_expanded() -> None:
    sheet = next(name for name in parts(events=False) if name.endswith("sharedStrings.xml"))
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    laughs += b"".join(b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(98, 108))
    found = faults(zipped({**parts(events=False), sheet: laughs + b"]><sst><si><t>&k;</t></si></sst>"}))
    assert [each.code for each in found] == ["WORKBOOK_UNREADABLE"]


def _bomb(monkeypatch: pytest.MonkeyPatch, sheet: bytes, **limits: int) -> str:
    for name, limit in limits.items():
        monkeypatch.setattr(archive, name, limit)
    found = faults(zipped({**parts(events=False), "xl/worksheets/sheet3.xml": sheet}))
    return found[0].code


def test_what_unpacks_to_too_much_is_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    blanks = b"<worksheet>" + b" " * 3_000_000 + b"</worksheet>"
    assert _bomb(monkeypatch, blanks, MOST_MEGABYTES=2) == "WORKBOOK_TOO_LARGE"


def test_more_cells_than_any_template_has(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = b"<worksheet>" + b"<row/>" * 40_000 + b"</worksheet>"
    monkeypatch.setitem(read_sheets.__kwdefaults__, "most_elements", 30_000)
    assert _bomb(monkeypatch, cells) == "WORKBOOK_TOO_LARGE"


def test_more_text_than_any_template_has(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'<worksheet><row r="1"><c t="inlineStr"><is><t>' + b"a" * 200_000 + b"</t></is></c></row></worksheet>"
    assert _bomb(monkeypatch, text, MOST_CHARACTERS=100_000) == "WORKBOOK_TOO_LARGE"


def test_one_element_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _bomb(monkeypatch, b"<worksheet a='" + b"x" * 3_000_000 + b"'/>") == "WORKBOOK_UNREADABLE"


def test_columns_hidden_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = b"<worksheet>" + b'<col min="1" max="16384" hidden="1"/>' * 10_000 + b"</worksheet>"
    assert _bomb(monkeypatch, columns) == "WORKBOOK_UNREADABLE"


def test_deep_nesting() -> None:
    deep = b"<worksheet>" + b"<x>" * 50_000 + b"</x>" * 50_000 + b"</worksheet>"
    found = faults(zipped({**parts(events=False), "xl/worksheets/sheet3.xml": deep}))
    assert [each.code for each in found] == ["SHEET_WITHOUT_HEADING"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "password"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}), "ods"),
        (zipped({"hej.txt": b"hej"}), "damaged"),
        (b"", "no such file"),
    ],
)
def test_other_formats_are_named(data: bytes, says: str) -> None:
    assert says in faults(data)[0].text()


@pytest.mark.slow
def test_a_million_empty_formatted_rows_are_passed_over() -> None:
    row = b'<row r="%d" s="1" customFormat="1" ht="15"><c r="A%d" s="1"/></row>'
    rows = b"".join(row % (number, number) for number in range(60, 1_000_060))
    name = "xl/worksheets/sheet3.xml"
    whole = parts(events=False)[name].replace(b"</sheetData>", rows + b"</sheetData>")
    assert not faults(zipped({**parts(events=False), name: whole}))


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_cells_are_those_that_openpyxl_finds(data: st.DataObject) -> None:
    texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
    values = texts.filter(lambda text: text.strip() and not text.startswith("=")) | st.integers(-(10**14), 10**14)
    values |= st.booleans() | st.dates().filter(lambda day: day.year > 1900)
    values |= st.floats(-1e12, 1e12).map(lambda number: round(number, 2))
    table = data.draw(st.lists(st.lists(values | st.none(), max_size=5), max_size=5))
    book = Workbook()
    for row in table:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    [sheet] = read_sheets(out.getvalue(), "f.xlsx")
    again = load_workbook(BytesIO(out.getvalue())).active
    for row in again.iter_rows():
        for cell in row:
            ours, theirs = sheet.cells.get((cell.row, cell.column)), cell.value
            theirs = theirs.date() if cell.is_date and theirs is not None else theirs
            assert ours == theirs or (isinstance(theirs, float) and float(ours) == theirs)  # type: ignore[arg-type]


def test_a_file_that_is_too_large_is_not_opened() -> None:
    assert [each.code for each in faults(b"PK" + b"\0" * WORKBOOK.size)] == ["FILE_TOO_LARGE"]
