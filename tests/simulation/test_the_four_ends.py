"""A fund of 20 and four projects of 5.0 end at 0.0, 13.0, 14.5 and 20.0: from a scenario file and from a book. MSEK."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sifund_ledger import Book, open_book, presets, sek
from sifund_ledger.cli.program import run
from sifund_ledger.simulation import compare, model_named, scenario_of_book

EFFECTS = {"A": 5, "B": 3, "C": 0, "D": 7}
MODELS = (
    "budget_textbook", "reversal_textbook", "orebro_strict", "reversal_textbook:loss_bearer=implementing_unit",
)  # fmt: skip
"""The budget model, the textbook's reversal, Örebro's, and one where the implementing unit bears the loss."""
PROJECT = """
[[projekt]]
projekt = "{name}"
nämnd = "Utbildning"
kostnader = {{ 2020 = "5" }}
plan = {{ Skola = {{ 2022 = "5" }} }}
effekter = {{ Skola = {{ 2022 = "{effect}" }} }}
"""
SCENARIO = """organisation = "Exempelkommunen"
enhet = "mkr"
första_år = 2020
till = 2024
kapital = { 2020 = "20" }
resultat = { 2020 = "100" }
"""


def msek(amount: int) -> Any:
    return sek(amount) * 1_000_000


def kf(year: int) -> str:
    return f"KF {year}-04-22 § 1"


def lived(path: Path) -> Book:
    """The same as a book has it: granted, used, closed and measured; the results are after costs and effects."""
    book = open_book(path, create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2025, 6, 30, tzinfo=UTC))
    book.open_equity(2019, msek(400), opening_deficits=[], decision=kf(2020))
    book.create_fund("social", policy=presets.reversal_textbook, decision=kf(2020))
    book.open_fund("social", msek(20), year=2020, decision=kf(2020))
    for name, effect in EFFECTS.items():
        book.grant(
            "social", name, msek(5), board="Utbildning", financing="ur fonden", decision=kf(2020),
            plan={"Skola": {2022: msek(5)}}, start="2020-03-01", end="2020-12-31",
        )  # fmt: skip
        book.report_cost("social", name, msek(5), year=2020, decision=kf(2021))
        book.use("social", msek(5), year=2020, project=name, decision=kf(2021))
        book.close_project(name, year=2020, decision=kf(2021))
        book.measure(name, "Skola", msek(effect), effect_year=2022, decision=kf(2022))
    for year, result in ((2020, 80), (2021, 100), (2022, 115)):
        book.record_result(year, msek(result))
    return book


def asserted(capsys: pytest.CaptureFixture[str], source: Path, *options: str) -> dict[str, Any]:
    """What the command line prints of a source: the four ends, by measure and by year."""
    asked = [part for model in MODELS for part in ("--with", model)]
    assert run(["compare", str(source), *asked, *options, "-O", "json", "--lang", "en"]) == 0
    tables = {each["code"]: each["rows"] for each in json.loads(capsys.readouterr().out)["tables"]}
    models = [f"model{number}" for number in range(1, 5)]
    measures = {row["row"]: [row[model] for model in models] for row in tables["comparison"]}
    assert measures["closing"] == ["0", "13", "14.5", "20"]
    by_year = {row["row"]: [row[model] for model in models] for row in tables["compared_balances"]}
    assert by_year["2021"] == ["0", "0", "0", "0"]
    assert by_year["2022"] == by_year["2024"] == ["0", "13", "14.5", "20"]
    return tables


def test_from_a_scenario_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "scenario.toml"
    projects = (PROJECT.format(name=name, effect=effect) for name, effect in EFFECTS.items())
    path.write_text(SCENARIO + "".join(projects), encoding="utf-8")
    asserted(capsys, path)


def test_from_a_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "bok.sifund"
    with lived(path) as book:
        head = book.head
        scenario, assumed = scenario_of_book(book, "social", to=2024)
    runs = compare(scenario, [model_named(each) for each in MODELS], assumptions=assumed).runs
    assert [each.closing_ore for each in runs] == [0, 1_300_000_000, 1_450_000_000, 2_000_000_000]
    tables = asserted(capsys, path, "--to", "2024", "--unit", "mkr")
    lost = [row["fund"] for row in tables["compared_bearers"] if row["project"] == "C"]
    assert lost == ["5", "5", "3.5", "0"]
    with open_book(path, actor="granskaren") as book:
        assert book.head == head
