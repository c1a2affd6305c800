"""Whatever is read gives figures or findings, never another exception."""

from __future__ import annotations

import contextlib
import json
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sifund_ledger.balance.figures.figure_items import GROUND_FIELDS, OpeningDeficit, OwnRow
from sifund_ledger.balance.figures.year_figures import year_fields
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange import FiguresFile, parse_figures
from sifund_ledger.exchange.statements.figures_file import file_fields
from sifund_ledger.exchange.structured.positions import Path as KeyPath
from sifund_ledger.exchange.structured.positions import find_positions
from sifund_ledger.fields.declared import fields_of

EVERY_KEY = (Path(__file__).parents[1] / "data" / "figures" / "every-key.toml").read_bytes()


def read(data: bytes | str, format: str) -> FiguresFile | None:
    try:
        return parse_figures(data, format="json" if format == "json" else "toml")
    except UnreadableInput as caught:
        refusal = caught
    assert refusal.findings
    for finding in refusal.findings:
        finding.text("sv").encode()
        finding.text("en").encode()
    return None


formats = st.sampled_from(["toml", "json"])
TOP = [key for field in file_fields() for key in (field.name, field.words.sv)]
IN_YEAR = [key for field in year_fields() for key in (field.name, field.words.sv)]
inner = (*GROUND_FIELDS, *fields_of(OwnRow), *fields_of(OpeningDeficit))
known = st.sampled_from(sorted({*TOP, *IN_YEAR, *(field.name for field in inner)}))
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["12.5", "1e3", "outcome", "extend", "mkr", "2014-12-31", "KF 2015-04-30 § 50", "", "\ud800"])
    | st.integers(1998, 2060)
)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(known | st.text(max_size=5), inner, max_size=5),
    max_leaves=30,
)
near_misses = st.fixed_dictionaries(
    {"year": st.lists(st.dictionaries(st.sampled_from(IN_YEAR), trees, max_size=6), max_size=3) | trees},
    optional={key: trees for key in TOP if key != "year"} | {"\udfff": trees},
)


@given(st.binary(max_size=200), formats)
def test_arbitrary_bytes(data: bytes, format: str) -> None:
    read(data, format)


@given(st.text(st.sampled_from("[]{}=.,:#\"'\\\n\t -+0123456789eyarnt_ul\ud800å"), max_size=60), formats)
def test_arbitrary_text_of_the_formats_own_characters(text: str, format: str) -> None:
    read(text, format)


@given(st.data())
def test_a_damaged_file(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(EVERY_KEY)))
    end = data.draw(st.integers(start, min(len(EVERY_KEY), start + 30)))
    read(EVERY_KEY[:start] + data.draw(st.binary(max_size=5)) + EVERY_KEY[end:], "toml")


@given(trees | near_misses)
def test_arbitrary_json_values(tree: Any) -> None:
    read(json.dumps(tree), "json")
    with contextlib.suppress(UnicodeEncodeError):
        read(json.dumps(tree, ensure_ascii=False), "json")


def paths(tree: object, path: KeyPath = ()) -> set[KeyPath]:
    found = {path} if path else set()
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, child in children:
        found |= paths(child, (*path, key))
    return found


@given(trees)
def test_the_line_of_every_key_of_json_is_known(tree: Any) -> None:
    text = json.dumps(tree, indent=1)
    assert set(find_positions(text, is_json=True).lines) == paths(json.loads(text))


def test_the_lines_of_toml_with_everything_in_it() -> None:
    text = '''# a remark with [brackets] and "quotes
a = 1 # "
b."c d".'e' = """
x = 1
[not a table] "" """""
f = [ # [
  1, { g = 2, h.i = \'\'\'
y = 2 \'\'\'\'\' },
  "]", # ]
]
"\\U0001F600" = 2014-12-31 07:32:00
"\\u0061b" = 'C:\\'
[t.u]
v = 1.5
[[w]]
[w.x]
y = []
[[w.z]]
k = { }
[[w]]
[[w.z]]
l = true
'''
    tree = tomllib.loads(text)
    lines = find_positions(text, is_json=False).lines
    assert set(lines) == paths(tree)
    assert lines["a",] == 2
    assert lines["b", "c d", "e"] == 3
    assert lines["f", 1, "h", "i"] == 7
    assert lines["f", 2] == 9
    assert lines["\U0001f600",] == 11
    assert lines["ab",] == 12
    assert lines["t", "u", "v"] == 14
    assert lines["w", 0, "x", "y"] == 17
    assert lines["w", 0, "z", 0, "k"] == 19
    assert lines["w", 1, "z", 0, "l"] == 22


@given(st.text(st.sampled_from("[]{}=.,:#\"'\\\n ab1"), max_size=40), st.booleans())
def test_the_scanner_ends_with_lines_or_without_whatever_it_is_given(text: str, is_json: bool) -> None:
    assert all(line >= 1 for line in find_positions(text, is_json=is_json).lines.values())
