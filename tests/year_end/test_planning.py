"""The planner: its rows are the statements that come, both roads, the end of RUR, refills, and every assumption."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Decision, YearFigures, open_book, presets, sek
from sifund_ledger.year_end.planning.plan import _row
from sifund_ledger.year_end.planning.words import BASIS

KF = Decision.parse("KF 2024-04-29 § 20")


def book_of(fund: bool = True, rur: int = 0):
    book = open_book(create="Exempelby", actor="ekonomi", clock=lambda: datetime(2045, 6, 30, 12, tzinfo=UTC))
    book.open_equity(2023, sek(500_000), opening_deficits=[], equalisation_reserve=sek(rur), decision=KF)
    if fund:
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    return book


def budget(year, result, **more):
    more = {key: value if isinstance(value, str) else sek(value) for key, value in more.items()}
    return YearFigures(year=year, kind="budget", net_result=sek(result), **more)


def rows(plan, road="earmark"):
    return {row.year: row for row in plan.years[road]}


_YEAR = st.tuples(st.integers(-500, 900), st.integers(0, 200), st.integers(0, 60), st.integers(0, 60))


@settings(max_examples=25, deadline=None)
@given(st.lists(_YEAR, min_size=1, max_size=5))
def test_where_the_expected_comes_true_the_rows_are_the_statements_made_year_by_year(drawn):
    book = book_of(fund=False, rur=300)
    expected = []
    for year, (result, gains, rur, reserve) in enumerate(drawn, start=2024):
        adjusted = result - gains
        base = 10_000  # a ceiling of 1 % lies at 100
        room = max(0, min(result, adjusted) - 100)
        balance = book.equity_note(year - 1)
        allocated = min(room, reserve, max(0, 500 - balance.result_reserve_ore // 100))
        used = min(rur, balance.equalisation_reserve_ore // 100, max(0, -adjusted))
        figures = {"realised_gains": gains, "taxes_and_grants": base, "reserve_allocated": allocated}
        expected.append(budget(year, result, equalisation_reserve_used=used, **figures))
        decided = Decision.parse(f"KF {year + 1}-04-28 § 1")
        outcome = YearFigures(
            year=year, net_result=sek(result), realised_gains=sek(gains), taxes_and_grants=sek(base),
            reserve_allocated=sek(allocated), equalisation_reserve_used=sek(used), reserve_decision=decided,
        )  # fmt: skip
        book.year_end(year, outcome).post()
    plan = book_of(fund=False, rur=300).plan(expected, to=2023 + len(drawn))
    made = book.statement(2023 + len(drawn))
    budgeted = BASIS["budget"]
    assert plan.years["earmark"] == tuple(_row(each, budgeted, 0) for each in made.years)
    assert plan.statements["earmark"].years[-1].deficits == made.years[-1].deficits


def test_what_projects_cost_needs_grounds_on_one_road_and_none_on_the_other():
    years = [budget(2024, 3_000, earmark_set_aside=1_000, taxes_and_grants=100_000)]
    years += [budget(2025, -150, earmark_used=250)]
    plan = book_of().plan(years, to=2025)
    earmark, reserve = rows(plan), rows(plan, "reserve")
    assert (earmark[2025].decisive_ore, earmark[2025].grounds_needed_ore) == (-15_000, 15_000)
    assert (earmark[2025].left_ore, earmark[2025].due) == (15_000, "2028")
    assert (reserve[2024].allocated_ore, reserve[2025].reserve_used_ore) == (100_000, 15_000)
    assert (reserve[2025].decisive_ore, reserve[2025].left_ore, reserve[2025].rer_ore) == (0, 0, 85_000)
    fund = plan.funds["social"]
    assert [each.closing_ore for each in fund] == [100_000, 75_000]


def test_rur_ends_with_2033_and_a_year_that_is_not_stated_is_told():
    plan = book_of(rur=40).plan([budget(2024, 5)], to=2034)
    earmark = rows(plan)
    assert (earmark[2032].rur_ore, earmark[2033].rur_ore, earmark[2033].rur_dissolved_ore) == (4_000, 0, 4_000)
    assert (earmark[2034].rur_ore, earmark[2025].basis.sv) == (0, "antaget")
    text = plan.text()
    assert "2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034: inget resultat är angivet." in text
    assert "2024: resultatet är budget." in text
    assert "RUR används till och med 2033" in text
    assert "no result is stated" in plan.text("en")


def test_repayments_lower_frames_and_refill_the_fund_as_far_as_the_result_has_room():
    book = book_of(fund=False)
    policy = {"namn": "Egen", "källa": "KF", "återföring": True}
    book.do_all(book.commands_of({"decision": KF, "event": [
        {"do": "record_result", "year": 2024, "amount": "10000"},
        {"do": "create_fund", "fund": "social", "policy": policy},
        {"do": "set_aside", "fund": "social", "amount": "4000", "result_year": 2024},
        {"do": "grant", "fund": "social", "project": "Navigator", "amount": "3000", "board": "BUN",
         "financing": "ur fonden", "start": date(2024, 8, 1), "end": date(2026, 12, 31),
         "plan": {"BUN": {2027: "2000", 2028: "1000"}}},
    ]}))  # fmt: skip
    years = [budget(2025, 10), budget(2026, 10), budget(2027, 1_500), budget(2028, 9_000)]
    plan = book.plan(years, to=2028)
    fund = {each.year: each for each in plan.funds["social"]}
    assert [fund[year].used_ore for year in (2025, 2026, 2027)] == [150_000, 150_000, 0]
    assert (fund[2027].repaid_ore, fund[2027].renewed_ore, fund[2027].carried_ore) == (200_000, 150_000, 50_000)
    assert (fund[2028].repaid_ore, fund[2028].renewed_ore, fund[2028].closing_ore) == (100_000, 150_000, 400_000)
    assert [(each.board, each.year, each.expected_ore) for each in plan.frames["social"]] == [("BUN", 2027, 200_000)]
    assert fund[2025].committed_ore == 150_000


def test_a_fund_met_by_the_reserve_shows_what_can_be_granted_of_it_and_is_moved_to_no_other_road():
    book = book_of(fund=False)
    rule = replace(presets.tomelilla_earmark, legal_form="result_reserve")
    book.create_fund("social", policy=rule, decision=KF)
    stated = YearFigures(net_result=sek(4_000), taxes_and_grants=sek(100_000), equity=sek(504_000))
    book.year_end(2024, stated).post()
    book.set_aside("social", sek(1_000), result_year=2024, decision=Decision.parse("KF 2025-04-28 § 3"))
    plan = book.plan([budget(2025, 1_200)], to=2026)
    assert [(each.closing_ore, each.available_ore) for each in plan.funds["social"]] == [(100_000, 100_000)] * 2
    assert plan.years["earmark"] == plan.years["reserve"]
    assert rows(plan)[2025].rer_ore == 100_000
