"""Whatever is wrong with a TOML or JSON text, it is told in both languages, and where."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
