"""Models side by side: the same projects, costs and effects under each policy, by the library's own commands.

Amounts are MSEK, constructed: a fund of 20, four projects of 5.0 with plans of 5.0, fully used, effects 5, 3, 0 and 7.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Refused, open_book, presets, sek
from sifund_ledger.cli.program import run
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.funds.fund.policies import PRESETS
from sifund_ledger.simulation import (
    Comparison,
    PlannedProject,
    Scenario,
    compare,
    model_named,
    parse_scenario,
    run_model,
    scenario_of_book,
)
from sifund_ledger.simulation.outcomes import ModelRun
from sifund_ledger.simulation.ranges import draws_of
from sifund_ledger.testing import sound_book

IMPLEMENTER = "reversal_textbook:loss_bearer=implementing_unit"
MKR = 100_000_000


def project(name: str, effect: Any, **more: Any) -> PlannedProject:
    return PlannedProject.of(
        project=name, board="Utb", costs={2020: "5000000"}, plan={"Skola": {2022: "5000000"}},
        effects={"Skola": {2022: effect}}, **more,
    )  # fmt: skip


def scenario(*projects: PlannedProject, **more: Any) -> Scenario:
    about = {"first_year": 2020, "to": 2024, "capital": {2020: "20000000"}, "results": {2020: "100000000"}}
    own = projects or tuple(project(*each) for each in zip("ABCD", ("5000000", "3000000", "0", "7000000"), strict=True))
    return Scenario.of(**{**about, "project": own, **more})


def compared(*models: str, of: Scenario | None = None) -> Comparison:
    return compare(of or scenario(), [model_named(each) for each in models], unit="mkr")


def test_the_four_ends():
    names = ("budget_textbook", "reversal_textbook", "orebro_strict", IMPLEMENTER)
    runs = compared(*names).runs
    assert [run.closing_ore / MKR for run in runs] == [0.0, 13.0, 14.5, 20.0]
    assert [run.fund_loss_ore / MKR for run in runs] == [20.0, 7.0, 5.5, 0.0]
    assert [run.kept_ore / MKR for run in runs] == [15.0, 2.0, 0.5, -5.0]
    assert [run.harm_ore / MKR for run in runs] == [0.0, 0.0, 1.5, 7.0]
    assert [run.years_until_empty for run in runs] == [1, None, None, None]
    assert not any(run.refusals for run in runs)
    implementer = {each.project: each.implementing_ore / MKR for each in runs[3].projects}
    assert implementer == {"A": 0.0, "B": 2.0, "C": 5.0, "D": 0.0}


def test_a_result_without_room_carries_the_renewal_forward():
    poor = scenario(results={2020: "25000000", 2022: "-13000000"})
    run = compared("reversal_textbook", of=poor).runs[0]
    assert [each.renewed_ore / MKR for each in run.years] == [0.0, 0.0, 2.0, 0.0, 0.0]
    assert [each.decisive_ore / MKR for each in run.years] == [5.0, 25.0, 2.0, -13.0, -13.0]
    assert (run.left_ore / MKR, run.years[-1].due, run.deficit_years) == (26.0, 2026, 2)


def test_boards_that_spend_their_frames_leave_what_was_taken_in_the_result():
    kept = compared("budget_textbook", "orebro_strict", of=scenario(spent_share="1")).runs
    assert [each.years[2].result_ore / MKR for each in kept] == [100.0, 114.5]
    half = compared("budget_textbook", of=scenario(spent_share="0.5")).runs[0]
    assert half.years[2].result_ore / MKR == 107.5


def test_an_effect_lowers_the_frame_after_the_lag():
    run = compared("reversal_textbook", of=scenario(lag=2)).runs[0]
    assert [each.repaid_ore / MKR for each in run.years] == [0.0, 0.0, 0.0, 0.0, 13.0]


def test_without_a_fund_the_implementing_board_bears_the_cost():
    run = compared("plain_budget").runs[0]
    assert (run.put_in_ore, run.carried_out) == (0, 4)
    assert {each.implementing_ore for each in run.projects} == {5 * MKR}


def test_what_a_model_refuses_is_told_and_not_carried_out():
    run = compared("lulea").runs[0]
    assert {(each.codes, each.about) for each in run.refusals} == {("ANNUAL_FRAME_EXCEEDED", name) for name in "ABCD"}
    assert (run.carried_out, run.closing_ore) == (0, 20 * MKR)
    early = compared("result_reserve_2024").runs[0]
    assert early.refusals[0].codes == "RESERVE_CLOSED"


def test_a_rule_of_the_policy_sets_aside():
    ruled = scenario(by_rule=True, budgets=dict.fromkeys(range(2020, 2025), "1500000000"))
    run = compared("orebro_strict", of=ruled).runs[0]
    assert run.years[0].put_in_ore == 20 * MKR + 30 * MKR


def test_sub_funds_never_stand_in_for_each_other():
    projects = (project("B-projekt", "5000000"), PlannedProject.of(project="A-projekt", board="Utb", costs={2020: 5}))
    run = compared("ale_double_2017", of=scenario(*projects, capital={2020: "5000005"})).runs[0]
    assert (run.carried_out, run.closing_ore) == (2, 5 * MKR)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_run_and_nothing_is_lost_on_the_way(name):
    run = compared(name, of=scenario(first_year=2025, to=2029, capital={2025: "20000000"}, results={2025: "100000000"},
                                     project=[later(each) for each in scenario().project])).runs[0]  # fmt: skip
    assert_consistent(run)
    assert len(run.years) == 5


def later(each: PlannedProject) -> PlannedProject:
    moved = {board: {year + 5: list(of) for year, of in by_year.items()} for board, by_year in each.effects.items()}
    return PlannedProject(
        project=each.project, board=each.board, costs={2025: each.costs[2020]}, plan={"Skola": {2027: 5 * MKR}},
        effects={board: {year: tuple(of) for year, of in by.items()} for board, by in moved.items()},
    )  # fmt: skip


def assert_consistent(run: ModelRun) -> None:
    """The fund rolls forward, and the parts of what was lost make the whole."""
    balance = 0
    for year in run.years:
        balance += year.put_in_ore + year.renewed_ore - year.used_ore - year.ended_ore
        if run.policy.legal_form == "earmarked_equity":
            assert balance == year.closing_ore
    for each in run.projects:
        assert each.lost_ore == each.fund_ore + each.implementing_ore + each.others_ore
    mandates = [*run.periods()]
    assert sum(each.used_ore for each in mandates) == sum(each.used_ore for each in run.years)


effects = st.integers(0, 8).map(lambda mkr: str(mkr * 1_000_000))


@settings(max_examples=6, deadline=None)
@given(saved=st.tuples(effects, effects), lag=st.integers(0, 2), result=st.integers(-10, 40))
@pytest.mark.slow
@pytest.mark.parametrize("name", ["budget_textbook", "reversal_textbook", "orebro_strict", IMPLEMENTER])
def test_any_effects_are_borne_by_somebody(name, saved, lag, result):
    of = scenario(
        project("A", saved[0]), project("B", saved[1]), lag=lag, results={2020: str(result * 1_000_000)}, to=2025
    )
    assert_consistent(run_model(of, model_named(name)))


def test_draws_are_the_same_for_the_same_seed_and_every_model():
    ranged = scenario(project("A", ["0", "5000000", "7000000"]), draws=3, seed=7)
    first, again = compared("reversal_textbook", "orebro_strict", of=ranged), [*draws_of(ranged)]
    assert [*draws_of(ranged)] == again
    assert len({run.saved_ore for run in first.drawn[0]}) == 3
    assert [run.saved_ore for run in first.drawn[0]] == [run.saved_ore for run in first.drawn[1]]
    other = [*draws_of(scenario(project("A", ["0", "5000000", "7000000"]), draws=3, seed=8))]
    assert other != [*draws_of(ranged)]
    titles = [table.code for table in first.tables()]
    assert {"compared_ranges", "compared_chances"} <= {*titles}


def test_a_book_under_its_own_policy_comes_to_what_it_came_to():
    """The sound book: 10.0 set aside of 2013, Navigator of 6.6 repaid 2.9 and renewed, so much as was measured."""
    book = sound_book()
    scenario_, assumed = scenario_of_book(book, "social")
    run = compare(scenario_, [model_named("orebro_strict")], assumptions=assumed).runs[0]
    (navigator,) = run.projects
    assert navigator.used_ore == book.project("Navigator").used_ore
    assert run.years[-1].put_in_ore == 0
    assert sum(each.put_in_ore for each in run.years) == 10 * MKR
    assert {year: ore for year, ore in scenario_.results.items() if year == 2016} == {2016: 12 * MKR + 0 - 290_000_000}
    budget = compare(scenario_, [model_named("budget_textbook")]).runs[0]
    assert budget.closing_ore == 10 * MKR - navigator.used_ore


def test_a_model_is_typed_with_its_choices():
    assert model_named("reversal_textbook").title == "reversal_textbook"
    assert str(model_named("ale_double_2017:B.loss_bearer=implementing_unit").chosen.of("B").loss_bearer) == (
        "implementing_unit"
    )
    for wrong in (
        "okänd",
        "orebro_strict:okänd=1",
        "orebro_strict:repayment_floor_share=3",
        "orebro_strict:A.revolving=ja",
    ):
        with pytest.raises(Refused):
            model_named(wrong)
    with pytest.raises(Refused, match="NO_MODELS"):
        compare(scenario())


FILE = """
organisation = "Exempelkommunen"
enhet = "mkr"
första_år = 2020
till = 2024
kapital = { 2020 = "20" }
resultat = { 2020 = "100" }
[[modell]]
riktlinje = "orebro_strict"
namn = "Örebro"
[[projekt]]
projekt = "A"
nämnd = "Utb"
kostnader = { 2020 = "5" }
plan = { Skola = { 2022 = "5" } }
effekter = { Skola = { 2022 = ["0", "0", "4"] } }
"""


OTHER = 'projekt = "A"\nnämnd = "B"\nkostnader = { 2020 = "1" }\n'


def test_a_scenario_as_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "scenario.toml"
    path.write_text(FILE, encoding="utf-8")
    assert run(["compare", str(path), "--with", "budget_textbook", "--lang", "en", "-O", "json"]) == 0
    tables = {table["code"]: table for table in json.loads(capsys.readouterr().out)["tables"]}
    assert {"comparison", "compared_balances", "compared_bearers", "compared_assumptions"} <= {*tables}
    assert run(["compare", str(path), "--with", "budget_textbook"]) == 0
    printed = capsys.readouterr().out
    assert "Kvar i fonden sista året" in printed
    assert "budget_textbook: källan lämnar window öppet; 2020–2024 är antaget." in printed
    assert run(["compare", str(path), "--with", "fel"]) == 3
    assert "FIELD_UNREADABLE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('2022 = ["0", "0", "4"]', '2022 = ["5", "4"]', "RANGE_UNSOUND"),
        ("till = 2024", "till = 2019", "SCENARIO_BACKWARDS"),
        ("kostnader = { 2020", "kostnader = { 2027", "PROJECT_OUTSIDE_YEARS"),
        ('kostnader = { 2020 = "5" }', "kostnader = {}", "PROJECT_WITHOUT_COST"),
        ('riktlinje = "orebro_strict"', 'riktlinje = "okänd"', "FIELD_UNREADABLE"),
        ("[[projekt]]", f'[[projekt]]\n{OTHER}[[projekt]]', "PROJECT_TWICE"),
        ('enhet = "mkr"', 'enhet = "euro"', "FIELD_WORD_UNKNOWN"),
        ('namn = "Örebro"', 'namm = "Örebro"', "FIELD_UNKNOWN"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_scenario_is_told_with_its_place(old, new, code):
    assert old in FILE
    with pytest.raises(UnreadableInput) as caught:
        parse_scenario(FILE.replace(old, new))
    assert code in {each.code for each in caught.value.findings}


def test_a_book_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "bok.sifund"
    from sifund_ledger import open_book

    with open_book(path, create="Tom", actor="ekonomi") as book:
        book.open_equity(2013, 1000, opening_deficits=[], decision="KF 2014-01-01 § 1")
        book.create_fund("social", policy="tomelilla_earmark", decision="KF 2014-01-01 § 1")
    assert run(["compare", str(path), "--with", "budget_textbook"]) == 2
    assert "NOTHING_TO_COMPARE_WITH" in capsys.readouterr().err
    with open_book(path, actor="ekonomi") as book:
        book.open_fund("social", 10, year=2014, decision="KF 2014-01-01 § 2")
        book.grant("social", "Nytt", 4, board="BUN", financing="f", decision="KF 2014-02-01 § 2", end="2015-12-31")
    assert run(["compare", str(path), "--with", "reversal_textbook", "--to", "2018", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Nytt: there is no plan; a model that repays is taken to repay the grant where and when it saved." in out


def test_a_running_project_costs_no_more_than_its_grant():
    """What is reported and not used yet is not counted a second time; amounts are printed as exactly as known."""
    book = open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, tzinfo=UTC))
    book.open_equity(2017, sek(1000), opening_deficits=[], decision="KF 2018-01-01 § 1")
    book.create_fund("social", policy=presets.reversal_textbook, decision="KF 2018-01-01 § 1")
    book.open_fund("social", sek(20), year=2018, decision="KF 2018-01-01 § 2")
    book.grant(
        "social", "Pågår", sek(8), board="BUN", financing="f", decision="KF 2018-02-01 § 2", start="2018-03-01",
        end="2021-12-31", plan={"SN": {2020: sek(4), 2022: sek(4)}},
    )  # fmt: skip
    book.report_cost("social", "Pågår", sek(3), year=2018, decision="KF 2019-02-01 § 2")
    book.use("social", sek(2), year=2018, project="Pågår", decision="KF 2019-02-01 § 2")
    told, _ = scenario_of_book(book, "social")
    assert sum(told.project[0].costs.values()) == 800
    assert told.project[0].costs[2018] == 300
    tables = compare(told, [model_named("reversal_textbook")], unit="mkr").tables()
    assert max(len(cell.partition(",")[2]) for table in tables for row in table.printed() for cell in row[1:]) <= 2
