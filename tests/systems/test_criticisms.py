"""K1 to K14: each is answered by a table, which the documentation names with the command that prints it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest
from lived_books import over_two_mandates
from two_roads import Printed

import sifund_ledger
from sifund_ledger.forms import Form
from sifund_ledger.programme.tables.pages import OF_PROJECT, PAGES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "programme.md"
NAMES = {"FUND": "social", "PROJECT": "Navigator", "YEAR": "2018"}


def criticisms() -> dict[str, tuple[str, str]]:
    """What the documentation says of each: the tables that answer it, and the command."""
    text = PAGE.read_text(encoding="utf-8")
    part = text.partition("<!-- criticisms -->")[2].partition("<!-- end criticisms -->")[0]
    lines = (re.split(r"\s*\|\s*", line.strip("| ")) for line in part.splitlines() if line.startswith("| K"))
    return {number: (table, command.strip("`")) for number, _, table, command in ((*line, "")[:4] for line in lines)}


def test_every_criticism_is_listed_and_only_governance_has_no_table():
    listed = criticisms()
    assert [*listed] == [f"K{number}" for number in range(1, 15)]
    assert [number for number, (table, _) in listed.items() if table.startswith("none")] == ["K13"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book that is read, and not changed."""
    made = tmp_path_factory.mktemp("criticisms") / "bok.sifund"
    over_two_mandates(made).close()
    return made


@pytest.mark.parametrize("number", [number for number in criticisms() if number != "K13"])
def test_the_command_prints_the_table_that_answers_it(number, path, capsys):
    table, command = criticisms()[number]
    words = [NAMES.get(word, str(path) if word == "BOOK" else word) for word in command.split()[1:]]
    printed = Printed(capsys).tables(*words)
    named = [code for code in re.findall(r"`([a-z_]+)`", table) if code in forms()]
    assert named
    assert set(named) & set(printed)


@cache
def forms() -> set[str]:
    """The codes of every table that is declared."""
    found = set()
    for module in pkgutil.walk_packages(sifund_ledger.__path__, "sifund_ledger."):
        values = vars(importlib.import_module(module.name)).values()
        found |= {each.code for each in values if isinstance(each, Form)}
    return found | {"statement"}


def test_every_page_of_the_programme_is_listed_and_printed(path, capsys):
    text = PAGE.read_text(encoding="utf-8")
    for page in (*PAGES, *OF_PROJECT):
        assert f"`{page.replace('_', '-')}`" in text
        asked = ("--project", "Navigator") if page in OF_PROJECT else ()
        assert Printed(capsys).tables("programme", "show", str(path), page.replace("_", "-"), *asked)
