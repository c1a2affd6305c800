"""Whether JSON fits the schema of its kind, closed: with every key that is declared, and no other."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from sifund_ledger.exchange import json_schemas

_CANONICAL = re.compile(r"0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9]")


@cache
def _closed() -> dict[str, Draft202012Validator]:
    return {name: Draft202012Validator(schema) for name, schema in json_schemas(closed=True).items()}


def faults(kind: str, tree: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:300]}" for error in _closed()[kind].iter_errors(tree)]


def exact(text: str) -> Any:
    """The JSON of a text, in which no number has a point or an exponent."""

    def refuse(number: str) -> Any:
        raise AssertionError(f"{number} is no exact number")

    return json.loads(text, parse_float=refuse, parse_constant=refuse)


def assert_fits(text: str, kind: str) -> Any:
    """It does, and the amounts of its tables are canonical; gives the tree."""
    tree = exact(text)
    assert faults(kind, tree) == []
    for table in tree.get("tables", ()):
        amounts = [column["code"] for column in table["columns"] if column["kind"] == "amount"]
        cells = [row[code] for row in table["rows"] for code in amounts]
        assert [cell for cell in cells if cell not in (None, "–") and not _CANONICAL.fullmatch(cell)] == []
        assert [row["row"] for row in table["rows"] if "sv=" in row["row"]] == []
    return tree
