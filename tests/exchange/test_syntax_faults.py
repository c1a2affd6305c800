"""Whatever is wrong with a TOML or JSON text, it is told in both languages, and where."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import read_figures, read_general_ledger
from sifund_ledger.exchange.structured.documents import Format, parse_document
from sifund_ledger.exchange.structured.syntax_faults import syntax_fault

_PARTS = st.sampled_from(
    ["a", "b.c", "=", "[", "]", "[[", "]]", "{", "}", '"', '"""', "'", "\\", "\\u12", "\\ud800", ",", ":", ".", "1",
     "0x", "1979-13-45", "true", "nan", "-", "#", "\n", "\r", "\t", "\x00", "\x7f", " ", "ö", '"x"', "a = 1\n", "[a]\n"]
)  # fmt: skip


@pytest.mark.parametrize("parse", [tomllib.loads, json.loads])
@given(st.lists(_PARTS, max_size=12).map("".join))
def test_a_fault_is_told_in_swedish_too(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except ValueError as error:
        fault = syntax_fault(error, text)

        assert fault.why.sv != fault.why.en
        assert fault.why.en.isprintable()
        assert 1 <= fault.line <= text.count("\n") + 2


@pytest.mark.parametrize(
    ("text", "format", "quoted"),
    [
        ("equity = 71,500", "toml", "71,500"),
        ("equity = -1 000", "toml", "-1 000"),
        ("a = { equity = 71,5 }", "toml", "71,5"),
        ('{"year": [{"equity": 71,5}]}', "json", "71,5"),
        ('{"equity": 1 000 000}', "json", "1 000 000"),
    ],
)
def test_an_amount_without_quotation_marks_is_told_as_what_it_is(text: str, format: Format, quoted: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        parse_document(text, format=format, name="f")
    [finding] = refusal.value.findings

    assert finding.code == "FILE_SYNTAX"
    assert f'står inom citattecken: "{quoted}"' in finding.message_sv
    assert f'stands within quotation marks: "{quoted}"' in finding.message


@pytest.mark.parametrize("text", ["a = [1, 2", "a = 'x", "b = 2014-01-01 12:00:00 x", "a = {b = 1, c = }"])
def test_other_faults_keep_their_words(text: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        parse_document(text, format="toml", name="f")
    assert "inom citattecken: " not in refusal.value.findings[0].message_sv


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04....[Content_Types].xml",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    ],
)
def test_a_workbook_is_told_as_one_whatever_it_is_called(tmp_path: Path, data: bytes) -> None:
    for name, read in (("f.toml", read_figures), ("f.csv", read_general_ledger), ("f.se", read_general_ledger)):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UnreadableInput) as refusal:
            read(tmp_path / name)
        assert [finding.code for finding in refusal.value.findings] == ["FILE_IS_WORKBOOK"]
