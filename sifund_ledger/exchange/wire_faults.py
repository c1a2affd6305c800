"""What is wrong with a figures file, each fault with its place, its paragraph and its remedy."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sifund_ledger.balance.figures.findings import GROUND_INCOMPLETE, NO_YEARS, OPENING_DEFICIT_TWICE, YEAR_TWICE
from sifund_ledger.exchange import findings as codes
from sifund_ledger.exchange.document import Document, show
from sifund_ledger.exchange.positions import Path
from sifund_ledger.findings import Finding

_EXPECTED: Final = {
    "string_type": ("text", "text", '"…"'),
    "string_unicode": ("text", "text", '"…"'),
    "int_type": ("a year without quotation marks", "ett år utan citattecken", "2014"),
    "list_type": ("a list", "en lista", "[…]"),
    "model_type": ("a table", "en tabell", "{ key = … }"),
}
_EXAMPLES: Final = {
    "year": "year = 2014",
    "net_result": 'net_result = "-149"',
    "amount": 'amount = "10"',
    "left": 'left = "5"',
    "deficit_year": "deficit_year = 2014",
    "label": 'label = "…"',
}
_GROUND_KEYS: Final = {"reason": ("reason", "skäl"), "decision": ("decision", "beslut")}
_GROUND_LISTS: Final = ("exceptional_grounds", "grounds")


def hints(word: object, known: Sequence[str]) -> dict[str, Any]:
    """The template values ``hint`` and ``hint_sv``: the nearest known word, or all of them where none is near.

    >>> hints("net_reslt", ["net_result", "year"])["hint"], hints("x", ["net_result", "year"])["hint"]
    ('Did you mean net_result?', 'Known here: net_result, year.')
    """
    near = difflib.get_close_matches(word[:80], known, 1, 0.7) if isinstance(word, str) else []
    if near:
        return {"hint": f"Did you mean {near[0]}?", "hint_sv": f"Menades {near[0]}?"}
    listed = ", ".join(known)
    return {"hint": f"Known here: {listed}.", "hint_sv": f"Här finns: {listed}."}


def finding_of(document: Document, error: Mapping[str, Any], keys: Mapping[str, Sequence[str]]) -> Finding:
    """One of pydantic's errors as a finding; ``keys`` are those known below each list or table."""
    path: Path = tuple(error["loc"])
    place = document.place(path, shown_path(document.tree, path))
    kind, value = error["type"], error["input"]
    key = path[-1] if path else ""
    container = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
    if kind == "finding":
        carried: Finding = error["ctx"]["finding"]
        return carried._replace(place=place)
    if kind == "extra_forbidden":
        return codes.FIGURES_KEY_UNKNOWN.at(place, key=show(key), **hints(key, keys[container]))
    if kind == "missing" and container in _GROUND_LISTS and key in _GROUND_KEYS:
        missing, missing_sv = _GROUND_KEYS[str(key)]
        return GROUND_INCOMPLETE.at(place, missing=missing, missing_sv=missing_sv)
    if (kind == "missing" and path == ("year",)) or kind == "too_short":
        return NO_YEARS.at(document.name)
    if kind == "too_long":
        return codes.FIGURES_TOO_MANY.at(place, limit=error["ctx"]["max_length"])
    if kind == "missing":
        return codes.FIGURES_KEY_MISSING.at(place, key=key, example=_EXAMPLES.get(str(key), f'{key} = "…"'))
    if kind in _EXPECTED:
        expected, expected_sv, example = _EXPECTED[kind]
        shown = "null" if value is None else show(value)
        return codes.FIGURES_TYPE.at(place, value=shown, expected=expected, expected_sv=expected_sv, example=example)
    return codes.FIGURES_INVALID.at(place, value=show(value), why=show(error["msg"], 200))


def across(document: Document) -> Iterator[Finding]:
    """What only shows when keys are compared: a year given twice, an extended ground without its due year.

    It looks at the tree as it stands, so that these are told together with faults in single values.
    """
    tree = document.tree
    if not isinstance(tree, dict):
        return
    for group, twice in (("year", YEAR_TWICE), ("opening_deficits", OPENING_DEFICIT_TWICE)):
        tables = list(_tables(tree, group))
        given = Counter(item["year"] for _, item in tables if type(item.get("year")) is int)
        seen: set[int] = set()
        for index, item in tables:
            path: Path = (group, index, "year")
            year = item.get("year")
            if type(year) is not int:
                continue
            if year in seen:
                place = document.place(path, shown_path(tree, path))
                yield twice.at(place, year=show(year), count=given[year])
            seen.add(year)
        for index, item in tables:
            for name in _GROUND_LISTS:
                yield from _grounds(document, item, (group, index, name))


def _grounds(document: Document, item: dict[str, Any], path: Path) -> Iterator[Finding]:
    for index, ground in _tables(item, str(path[-1])):
        if ground.get("effect") == "extend" and ground.get("due_year") is None:
            at: Path = (*path, index, "due_year")
            place = document.place(at, shown_path(document.tree, at))
            yield GROUND_INCOMPLETE.at(place, missing="due year", missing_sv="slutår")


def _tables(owner: dict[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    items = owner.get(key)
    for index, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict):
            yield index, item


def shown_path(tree: object, path: Path) -> str:
    """A path as people read it: ``year[2014].realised_gains``; ``[#2]`` for the second where no year tells it.

    >>> shown_path({"year": [{"year": 2014}, {}]}, ("year", 0, "equity"))
    'year[2014].equity'
    >>> shown_path({"year": [{"year": 2014}, {}]}, ("year", 1, "other_adjustments", 0, "label"))
    'year[#2].other_adjustments[#1].label'
    """
    text, node = "", tree
    for part in path:
        node = _below(node, part)
        if isinstance(part, int):
            year = node.get("year") if isinstance(node, dict) else None
            named = type(year) is int and year.bit_length() < 32
            text += f"[{year}]" if named else f"[#{part + 1}]"
        else:
            text += f".{_safe(part)}" if text else _safe(part)
    return text


def _below(node: object, part: str | int) -> object:
    if isinstance(node, dict):
        return node.get(part)
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return node[part]
    return None


def _safe(key: str) -> str:
    return key if key.isprintable() and key.isascii() and len(key) <= 40 else show(key, 40)
