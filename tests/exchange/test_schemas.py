"""The schemas that others read are current, our own files fit them, and what is wrong does not."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sifund_ledger.exchange import events_schema, figures_schema, json_schemas

ROOT = Path(__file__).parents[2]
STORIES = sorted((ROOT / "docs" / "examples").glob("*.toml"))
MADE = {"events": events_schema, "figures": figures_schema}


PUBLISHED = json_schemas()


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_schema_is_one_and_is_current(name: str) -> None:
    kept = json.loads((ROOT / "docs" / "schemas" / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(kept)
    assert kept == json.loads(json.dumps(PUBLISHED[name])), "out of date; run: python docs/generate.py"
    assert kept["$id"] == f"urn:sifund:{name}:1"


def test_every_kept_schema_is_published() -> None:
    assert {path.stem for path in (ROOT / "docs" / "schemas").iterdir()} == PUBLISHED.keys()


def test_what_leaves_may_get_more_keys_and_a_closed_schema_none() -> None:
    later = {"findings": [], "more": 1}
    assert Draft202012Validator(PUBLISHED["findings"]).is_valid(later)
    assert not Draft202012Validator(json_schemas(closed=True)["findings"]).is_valid(later)


def faults(name: str, tree: object) -> list[str]:
    return [error.message for error in Draft202012Validator(MADE[name]()).iter_errors(tree)]


def plain(tree: object) -> object:
    """A tree of TOML as JSON has it: its days are texts."""
    if isinstance(tree, dict):
        return {key: plain(each) for key, each in tree.items()}
    if isinstance(tree, list):
        return [plain(each) for each in tree]
    return tree.isoformat() if isinstance(tree, date) else tree


ENGLISH = """
decision = "KF 2014-04-28 § 31"
[[event]]
do = "open_equity"
year = 2012
amount = "100 000 000"
opening_deficits = [{ year = 2011, left = "5 000 000", due_year = 2014 }]
[[event]]
do = "grant"
fund = "social"
project = "Navigator"
amount = "4 000 000"
board = "BUN"
financing = "ur fonden"
start = 2014-08-01
end = 2015-12-31
plan = { BUN = { 2017 = "4 000 000" } }
"""


def test_events_fit_their_schema_and_what_is_wrong_does_not() -> None:
    tree = plain(tomllib.loads(ENGLISH))
    assert faults("events", tree) == []
    for wrong in ({"do": "grnt"}, {"do": "grant"}, {"do": "record_result", "year": "2014", "amount": True}, {}):
        assert faults("events", {"event": [wrong]})
    assert faults("events", {"event": [], "beslut": "x"})


def test_figures_fit_their_schema_and_what_is_wrong_does_not() -> None:
    kept = ROOT / "tests" / "data" / "figures" / "every-key.toml"
    assert faults("figures", plain(tomllib.loads(kept.read_text("utf-8")))) == []
    assert faults("figures", {"year": [{"net_result": "5"}]})
    assert faults("figures", {})
