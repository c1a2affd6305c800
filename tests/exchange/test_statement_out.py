"""The statement as other systems get it: JSON in the shape they rely on, and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from sifund_ledger.balance import BalanceRequirementStatement, balance_requirement
from sifund_ledger.balance.figures.year_figures import ExceptionalGround, OwnRow, Presentation, YearFigures
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.exchange import findings_to_json, parse_figures, read_figures, statement_to_csv, statement_to_json
from sifund_ledger.exchange.csv_forms import guarded
from sifund_ledger.exchange.examples import MALMO
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.law import VERSION
from sifund_ledger.money import sek

GOLDEN = Path(__file__).parents[1] / "data" / "figures" / "malmo-2013-2015.json"


def malmo() -> BalanceRequirementStatement:
    file = read_figures(MALMO)
    return balance_requirement(file.years, entity=file.entity, unit=file.unit, opening_deficits=file.opening_deficits)


def told(statement: BalanceRequirementStatement) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(statement_to_json(statement))
    return tree


def test_malmo_2013_to_2015_has_the_published_numbers() -> None:
    tree = told(malmo())
    assert (tree["entity"], tree["unit"], tree["law"]) == ("Malmö", "mkr", {"version": VERSION})
    first, second, third = tree["years"]
    assert first["result_after_adjustments"] == first["balance_requirement_result"] == "121"
    assert (first["presentation"], first["presented_result"]) == ("inside", "227")
    assert (second["result_after_adjustments"], second["balance_requirement_result"]) == ("-205", "-193")
    assert (second["to_restore"], second["remaining_result"]) == ("193", "0")
    assert (third["result_after_adjustments"], third["balance_requirement_result"]) == ("540", "355")
    assert (third["presented_result_after_adjustments"], third["presented_result"]) == ("540", "355")
    assert third["deficits"] == [
        {
            "year": 2014,
            "arisen": "193",
            "restored": "193",
            "waived": "0",
            "extended": "0",
            "left": "0",
            "due_year": 2017,
            "overdue": False,
            "parts": [{"amount": "0", "due_year": 2017}],
        }
    ]
    assert (third["to_restore"], third["remaining_result"]) == ("0", "162")


def test_the_keys_and_their_order_are_the_contracts() -> None:
    tree = told(malmo())
    assert list(tree) == ["entity", "unit", "law", "years"]
    year = tree["years"][2]
    assert list(year) == [
        "year",
        "kind",
        "regime",
        "presentation",
        "lines",
        "result_after_adjustments",
        "balance_requirement_result",
        "balance_requirement_result_after_equalisation_reserve",
        "presented_result_after_adjustments",
        "presented_result",
        "decisive_result",
        "deficits",
        "to_restore",
        "remaining_result",
        "ceilings",
        "findings",
        # beyond the contract, after its keys
        "reserves",
        "budget",
        "foreseen",
        "reserve_largest",
    ]
    assert list(year["lines"][0]) == ["code", "label", "amount", "citation"]
    assert year["lines"][0]["label"] == "Årets resultat enligt resultaträkningen"
    assert list(year["ceilings"]) == ["reserve_flow", "reserve_stock", "reserve_proposed"]
    assert year["balance_requirement_result_after_equalisation_reserve"] is None
    assert year["decisive_result"] == "balance_requirement_result"
    finding = tree["years"][0]["findings"][0]
    assert list(finding) == ["code", "severity", "message", "place", "citation", "remedy"]
    assert finding["severity"] == "warning"


def test_malmo_is_told_as_in_the_golden_file() -> None:
    tree = told(malmo())
    golden = json.loads(GOLDEN.read_text("utf-8"))
    # The wording of findings and citations, and the day the law was last read, are free to change.
    for statement in (tree, golden):
        del statement["law"]
        for year in statement["years"]:
            year["findings"] = [finding["code"] for finding in year["findings"]]
            year["lines"] = [(line["code"], line["label"], line["amount"]) for line in year["lines"]]
    assert tree == golden


def test_language_changes_labels_and_messages_and_nothing_else() -> None:
    swedish, english = told(malmo()), json.loads(statement_to_json(malmo(), language="en"))
    assert english["years"][2]["lines"][0]["label"] == "Net result by the income statement"
    for tree in (swedish, english):
        for year in tree["years"]:
            year["findings"] = [finding["code"] for finding in year["findings"]]
            year["lines"] = [(line["code"], line["amount"], line["citation"]) for line in year["lines"]]
    assert swedish == english


def test_amounts_are_canonical_and_grounds_are_in_the_deficits() -> None:
    ground = ExceptionalGround(
        amount=sek("0.50"), deficit_year=2013, reason="Sparade medel", decision=Decision.parse("KF 2014-04-28 § 32")
    )
    figures = YearFigures(year=2013, net_result=sek("-1.50"), exceptional_grounds=[ground])  # type: ignore[arg-type]
    text = statement_to_json(balance_requirement([figures], opening_deficits=[]))
    year = json.loads(text, parse_float=lambda _: (_ for _ in ()).throw(AssertionError))["years"][0]
    assert (year["balance_requirement_result"], year["to_restore"]) == ("-1.5", "1")
    assert (year["deficits"][0]["waived"], year["deficits"][0]["arisen"]) == ("0.5", "1.5")
    assert '"-0"' not in text


def test_findings_as_data_are_utf8_whatever_path_they_name() -> None:
    finding = FindingCode("X", Severity.ERROR, en="en", sv="åäö", remedy_en="r", remedy_sv="å").at("f\udcff.toml")
    text = findings_to_json([finding])
    text.encode()
    assert json.loads(text)["findings"][0]["place"] == "f\udcff.toml"
    assert json.loads(text)["findings"][0]["message"] == "åäö"
    assert json.loads(findings_to_json([finding], language="en"))["findings"][0]["remedy"] == "r"
    assert json.loads(findings_to_json([])) == {"findings": []}


def test_csv_has_a_row_for_each_line_of_each_year() -> None:
    statement = malmo()
    rows = list(csv.DictReader(io.StringIO(statement_to_csv(statement))))
    lines = {line.code for year in statement.years for line in year.lines}
    assert sum(row["code"] in lines for row in rows) == sum(len(year.lines) for year in statement.years)
    found = {(row["year"], row["code"]): row["amount"] for row in rows}
    assert found["2014", "net_result"] == "-149"
    assert found["2015", "balance_requirement_result"] == "355"
    assert {(row["entity"], row["unit"]) for row in rows} == {("Malmö", "mkr")}


def test_csv_has_the_reserves_their_room_and_the_deficits() -> None:
    figures = [
        YearFigures(year=2025, net_result=sek(80), taxes_and_grants=sek(1000), reserve_before=sek(40),
                    reserve_allocated=10, equity=sek(500), pension_contingency=sek(0)),
        YearFigures(year=2026, net_result=sek("-1.50")),
    ]  # fmt: skip
    statement = balance_requirement(figures, opening_deficits=[])
    rows = list(csv.DictReader(io.StringIO(statement_to_csv(statement, language="en"))))
    found = {(row["year"], row["code"]): row["amount"] for row in rows}
    labels = {row["code"]: row["label"] for row in rows}

    assert (found["2025", "result_reserve.opening"], found["2025", "result_reserve.closing"]) == ("40", "50")
    assert (found["2025", "reserve_room.flow"], found["2025", "reserve_room.stock"]) == ("70", "10")
    assert (found["2026", "deficit.2026.arisen"], found["2026", "deficit.2026.left"]) == ("1.5", "1.5")
    assert labels["result_reserve.closing"] == "Result reserve: Closing balance"
    assert labels["deficit.2026.left"] == "Deficit of 2026: Left"


def test_csv_in_the_swedish_form_has_semicolons_decimal_commas_and_swedish_headings() -> None:
    figures = YearFigures(year=2014, net_result=sek("-1500000"))
    text = statement_to_csv(balance_requirement([figures], unit="mkr", opening_deficits=[]), form="sv")
    [first, *_] = csv.DictReader(io.StringIO(text), delimiter=";")

    assert list(first) == ["organisation", "år", "kod", "benämning", "belopp", "enhet", "lagrum"]
    assert (first["kod"], first["belopp"], first["enhet"]) == ("net_result", "-1,5", "mkr")


def test_text_in_csv_is_never_run_as_a_formula() -> None:
    row = OwnRow(label='=HYPERLINK("http://x";"y")', amount=sek(-1), citation="@x")
    figures = YearFigures(year=2014, net_result=sek(1), presentation=Presentation.INSIDE, other_adjustments=(row,))
    text = statement_to_csv(balance_requirement([figures], entity="+Malmö", opening_deficits=[]), language="en")
    (own,) = [each for each in csv.DictReader(io.StringIO(text)) if each["code"] == "other"]
    assert own["entity"] == "'+Malmö"
    assert own["label"] == '\'=HYPERLINK("http://x";"y")'
    assert own["citation"] == "'@x"
    assert own["amount"] == "-1"
    for start in ("-", "\t=", " =", "＝1"):
        assert guarded(start).startswith("'")


def test_reserves_ceilings_and_budget_are_told_as_amounts_and_what_is_unknown_as_null() -> None:
    figures = [
        YearFigures(year=2025, net_result=sek(80), taxes_and_grants=sek(1000), reserve_before=sek(40),
                    reserve_allocated=10, equity=sek(500), pension_contingency=sek(0)),
        YearFigures(year=2026, kind="budget", net_result=sek(-5), reserve_used=sek(5), reserve_purpose="skola"),
    ]  # fmt: skip
    first, second = told(balance_requirement(figures, opening_deficits=[]))["years"]
    assert first["ceilings"] == {"reserve_flow": "70", "reserve_stock": "10", "reserve_proposed": "10"}
    assert first["reserves"] == [
        {
            "reserve": "equalisation_reserve",
            "opening": None,
            "allocated": "0",
            "used": "0",
            "dissolved": "0",
            "closing": None,
        },
        {
            "reserve": "result_reserve",
            "opening": "40",
            "allocated": "10",
            "used": "0",
            "dissolved": "0",
            "closing": "50",
        },
    ]
    assert first["budget"] is None
    assert second["budget"] == {"result": "-5", "reserves": "5", "grounds": "0", "shortfall": "0", "balanced": True}
    assert second["reserves"][1]["closing"] == "45"


def test_a_file_draws_up_its_own_statement_with_what_was_excluded_before() -> None:
    text = """
opening_deficits = []
opening_excluded = { unrealised_gains = "3" }
[[year]]
year = 2025
net_result = "10"
unrealised_gains_reversed = "4"
"""
    (finding,) = parse_figures(text).statement().findings
    assert (finding.code, finding.place) == ("REVERSAL_ABOVE_EXCLUDED", "2025.unrealised_gains_reversed")
    assert parse_figures(text.replace('"4"', '"3"')).statement().findings == ()
    with pytest.raises(Refused) as refusal:
        parse_figures(text + 'reserve_used = "1"').statement()
    assert [finding.place for finding in refusal.value.findings] == ["figures.toml:4: year[2025].reserve_purpose"]
