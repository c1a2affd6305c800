"""Arguments are held against their types at the door, and the library does not go through its own door."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

import sifund_ledger
from sifund_ledger.boundary import checked
from sifund_ledger.errors import ArgumentRefused

_PACKAGE = Path(sifund_ledger.__file__).parent
_DOORS = {f"sifund_ledger.{name}" for name in ("law", "balance", "general_ledger", "exchange", "exchange.sie")}


def test_no_module_of_the_library_calls_what_is_checked_for_others() -> None:
    through_the_door = [
        f"{path.relative_to(_PACKAGE)}: {alias.name}"
        for path in _PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module in _DOORS
        for alias in node.names
        if hasattr(getattr(import_module(node.module), alias.name), "checks_arguments")
    ]

    assert through_the_door == []


def test_every_fault_of_a_call_is_said_at_once() -> None:
    @checked
    def grant(fund: str, *years: int, share: float = 0, names: tuple[str, ...] = ()) -> float:
        return share

    assert grant("social", 2014, 2015, share=1) == 1
    with pytest.raises(ArgumentRefused) as refusal:
        grant(5, 2014, 0.5, share="1", names=["a", 1, 2])
    assert [finding.place for finding in refusal.value.findings] == [
        "grant.fund", "grant.years", "grant.share", "grant.names[2]", "grant.names[3]",
    ]  # fmt: skip


def test_what_can_be_gone_through_once_is_kept_and_the_rest_stays_itself() -> None:
    @checked
    def taken(values: tuple[int, ...]) -> object:
        return values

    listed = [1, 2]
    assert taken(listed) is listed
    assert taken(iter(listed)) == (1, 2)
