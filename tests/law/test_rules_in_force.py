"""For every fiscal year and every rule exactly one version holds, or none at all and the question is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sifund_ledger import law
from sifund_ledger.errors import ConflictingLaw, NoLawInForce
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.law import BALANCE_REQUIREMENT_RESULT, DEFICITS, PERIODS, ROW_NAMES, RULES

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
COVERED = range(law.FIRST_COVERED, law.LAST_COVERED + 1)


@pytest.mark.parametrize("year", YEARS)
def test_never_two_versions_of_a_rule(year: int):
    for table in (*RULES, PERIODS):
        assert sum(law.holds(rule, year) for rule in table) <= 1
    for rule in (rule for table in RULES for rule in table):
        named = [other for table in RULES for other in table if other.name == rule.name]
        assert sum(law.holds(version, year) for version in named) <= 1


@pytest.mark.parametrize("year", COVERED)
def test_every_covered_year_has_one_version_of_each_rule(year: int):
    assert law.holds(law.in_force(PERIODS, year), year)
    rules = law.rules_of(year)
    assert all(law.holds(rule, year) for rule in rules)
    assert len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert law.rule_of(rule.name, year) is rule
    assert set(law.regime_of(year).rules) <= set(rules)


@pytest.mark.parametrize("year", COVERED)
def test_a_name_that_does_not_hold_is_said_to_be_without_law(year: int):
    held = {rule.name for rule in law.rules_of(year)}
    for name in {rule.name for table in RULES for rule in table} - held:
        with pytest.raises(NoLawInForce, match=f"none of {name} holds for the fiscal year {year}"):
            law.rule_of(name, year)


@pytest.mark.parametrize("year", [1990, 1997])
def test_a_year_without_law_is_said_to_be_one(year: int):
    with pytest.raises(NoLawInForce, match=str(year)):
        law.regime_of(year)
    with pytest.raises(NoLawInForce, match="BKR-1"):
        law.in_force(BALANCE_REQUIREMENT_RESULT, year)
    assert law.rules_of(year) == ()


def test_two_versions_for_one_year_are_a_conflict():
    twice = (*DEFICITS, replace(DEFICITS[0], name="DEF-1b"))
    with pytest.raises(ConflictingLaw, match="1998"):
        law.in_force(twice, 1998)


@pytest.mark.parametrize("year", COVERED)
def test_every_row_of_a_formula_has_a_name_that_year(year: int):
    regime = law.regime_of(year)
    for code in (*regime.keys, "net_result", "result_after_adjustments", "balance_requirement_result"):
        assert law.has_row(code, year)
        assert law.row_name(code, year) != law.row_name(code, year, "en")


def test_no_row_has_a_name_in_a_year_whose_law_lacks_it():
    for name in {row.name for row in ROW_NAMES} - {
        "net_result",
        "result_after_adjustments",
        "balance_requirement_result",
        "balance_requirement_result_after_equalisation_reserve",
    }:
        for year in COVERED:
            assert law.has_row(name, year) is (name in law.regime_of(year).keys), (name, year)
    with pytest.raises(NoLawInForce):
        law.row_name("unrealised_gains", 2018)


@pytest.mark.parametrize(
    ("year", "name", "adjustments", "reserves", "deficits"),
    [
        (1998, "KL 1998-2004", "ÅRB-0", "BKR-0", "DEF-1"),
        (2004, "KL 1998-2004", "ÅRB-0", "BKR-0", "DEF-1"),
        (2005, "KL 2005-2012", "ÅRB-0", "BKR-0", "DEF-2"),
        (2012, "KL 2005-2012", "ÅRB-0", "BKR-0", "DEF-2"),
        (2013, "KRL 2013-2018", "ÅRB-1", "BKR-1", "DEF-3"),
        (2018, "KRL 2013-2018", "ÅRB-1", "BKR-1", "DEF-3"),
        (2019, "LKBR 2019-2023", "ÅRB-2", "BKR-1", "DEF-3"),
        (2023, "LKBR 2019-2023", "ÅRB-2", "BKR-1", "DEF-3"),
        (2024, "LKBR 2024-2033", "ÅRB-2", "BKR-2", "DEF-3"),
        (2033, "LKBR 2024-2033", "ÅRB-2", "BKR-2", "DEF-3"),
        (2034, "LKBR 2034-", "ÅRB-2", "BKR-3", "DEF-3"),
        (2060, "LKBR 2034-", "ÅRB-2", "BKR-3", "DEF-3"),
    ],
)
def test_the_periods_change_where_the_statutes_do(year, name, adjustments, reserves, deficits):
    regime = law.regime_of(year)
    assert (regime.name, regime.adjustments.name, regime.reserves.name, regime.deficits.name) == (
        name,
        adjustments,
        reserves,
        deficits,
    )
    assert regime.has_formula is (year >= 2013)


@pytest.mark.parametrize(
    ("year", "citations"),
    [
        (2004, ("KL (1991:900) 8:4-5", "KL (1991:900) 8:5", "KL (1991:900) 8:5")),
        (2012, ("KL (1991:900) 8:4-5", "KL (1991:900) 8:5 b", "KL (1991:900) 8:5 a")),
        (2017, ("KRL (1997:614) 4:3 a", "KL (1991:900) 8:5 b", "KL (1991:900) 8:5 a")),
        (2018, ("KRL (1997:614) 4:3 a", "KL (2017:725) 11:13", "KL (2017:725) 11:12")),
        (2019, ("LKBR (2018:597) 11:10", "KL (2017:725) 11:13", "KL (2017:725) 11:12")),
    ],
)
def test_the_paragraphs_are_cited_by_act_and_year(year, citations):
    regime = law.regime_of(year)
    assert (regime.reserves.cited, regime.grounds.cited, regime.deficits.cited) == citations


@pytest.mark.parametrize(
    ("arisen", "due", "decide_by"),
    [
        (1998, 2000, None),
        (2004, 2006, None),
        (2005, 2008, None),
        (2012, 2015, None),
        (2013, 2016, date(2015, 12, 31)),
        (2018, 2021, date(2020, 12, 31)),
        (2023, 2026, date(2025, 12, 31)),
    ],
)
def test_a_deficit_is_due_after_two_years_and_from_2005_after_three(arisen, due, decide_by):
    rule = law.in_force(DEFICITS, arisen)
    assert rule.due_year(arisen) == due
    assert rule.decide_by(arisen) == decide_by
    assert rule.plan is (arisen >= 2005)


UNCITED = {("EM-2", 1998), ("EQ-0", 1998)}
FROM_MEMORY = {("EQ-0", 1998), ("DEF-RESULT", 2024)}


def test_every_rule_says_where_it_stands_how_sure_it_is_and_when_it_was_checked():
    for rule in (rule for table in RULES for rule in table):
        key = (rule.name, rule.first_year)
        assert (rule.certainty is law.Certainty.UNVERIFIED) is (key in FROM_MEMORY), key
        assert rule.checked_on == law.CONSOLIDATED_TO
        assert (rule.cited == "") is (key in UNCITED), key
        assert (rule.in_force_from is None) is (rule.citation is None)
        assert (rule.sfs == "") is (rule.citation is None)
        assert rule.words("sv") != rule.words("en")
        assert rule.words("sv").endswith(".") or rule.name.startswith("DATE")


def test_no_rule_holds_before_its_act_but_for_what_the_act_says_of_earlier_years():
    early = {
        (rule.name, rule.first_year)
        for table in RULES
        for rule in table
        if rule.in_force_from and rule.in_force_from.year > rule.first_year
    }
    # 2012:800 reaches back to 2010; a report for 1999 is handed over in 2000, that for 2017 in 2018.
    assert early == {("CAP-1", 2010), ("DATE-REPORT", 1999), ("DATE-REPORT", 2017)}


def test_shares_are_exact_fractions():
    for year in COVERED:
        regime = law.regime_of(year)
        if regime.flow_ceiling:
            assert (regime.flow_ceiling.share, regime.flow_ceiling.share_if_negative) == (
                Fraction(1, 100),
                Fraction(1, 50),
            )
        assert (regime.stock_ceiling is not None) is (year >= 2024)
        assert regime.stock_ceiling is None or regime.stock_ceiling.share == Fraction(1, 20)


@pytest.mark.parametrize(
    ("year", "opened", "used", "budget", "layout"),
    [
        (2009, None, set(), "BUD-2", "EQ-0"),
        (2010, "equalisation_reserve", set(), "BUD-2", "EQ-0"),
        (2013, "equalisation_reserve", {"USE-RUR"}, "BUD-3", "EQ-2"),
        (2023, "equalisation_reserve", {"USE-RUR"}, "BUD-3", "EQ-2"),
        (2024, "result_reserve", {"USE-RUR", "USE-RER"}, "BUD-4", "EQ-3"),
        (2033, "result_reserve", {"USE-RUR", "USE-RER", "DIS-1"}, "BUD-4", "EQ-3"),
        (2034, "result_reserve", {"USE-RER"}, "BUD-4", "EQ-3"),
    ],
)
def test_the_reserves_open_and_end_where_the_statutes_say(year, opened, used, budget, layout):
    assert law.regime_of(year).open_reserve == opened
    names = {rule.name for rule in law.rules_of(year)}
    assert names & {"USE-RUR", "USE-RER", "DIS-1"} == used
    assert {budget, layout} <= names


@pytest.mark.parametrize(
    ("year", "terms", "grounds"),
    [
        (2004, (), False),
        (2005, (), True),
        (2013, ("reserve_used",), True),
        (2024, ("reserve_used", "equalisation_reserve_used"), True),
        (2034, ("reserve_used",), True),
    ],
)
def test_what_may_cover_a_budget(year, terms, grounds):
    rule = law.regime_of(year).budget
    assert (rule.reserves, rule.grounds) == (terms, grounds)


def test_differences_name_every_rule_that_begins_ends_or_moves():
    assert law.differences(2026, 2027) == ()
    names = [
        (change.before and change.before.name, change.after and change.after.name)
        for change in law.differences(2012, 2013)
    ]
    assert names == [
        ("ÅRB-0", "ÅRB-1"),
        ("BKR-0", "BKR-1"),
        ("CAP-1", "CAP-1"),
        (None, "USE-RUR"),
        ("EM-2", "EM-5"),
        ("DEF-4", "DEF-4"),
        ("DEF-2", "DEF-3"),
        ("DEF-5", "DEF-5"),
        ("BUD-2", "BUD-3"),
        ("EQ-0", "EQ-2"),
        ("REVIEW", "REVIEW"),
    ]
    moved = {change.after.name for change in law.differences(2017, 2018) if change.moved}
    assert moved == {"CAP-1", "USE-RUR", "DEF-4", "DEF-3", "DEF-5", "BUD-3", "BUD-5", "AUTH", "REVIEW"}


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR))
def test_adjacent_years_differ_only_by_rules_that_begin_or_end_between_them(year: int):
    for change in law.differences(year, year + 1):
        assert change.before is None or change.before.last_year == year
        assert change.after is None or change.after.first_year == year + 1


def test_the_calendar_of_a_year_is_in_order_and_names_its_paragraphs():
    days = [(day.date.isoformat(), day.rule.name, day.paragraph) for day in law.calendar(2025)]
    assert days == [
        ("2024-10-31", "DATE-PROPOSAL", "KL (2017:725) 11:8"),
        ("2024-11-30", "DATE-BUDGET", "KL (2017:725) 11:10"),
        ("2024-12-31", "DATE-BUDGET-LATEST", "KL (2017:725) 11:11"),
        ("2025-06-30", "DATE-INTERIM-FIRST", "LKBR (2018:597) 13:1"),
        ("2025-08-31", "DATE-INTERIM-LAST", "LKBR (2018:597) 13:1"),
        ("2025-10-31", "DATE-INTERIM-COUNCIL", "KL (2017:725) 11:16"),
        ("2026-04-15", "DATE-REPORT", "KL (2017:725) 11:20"),
        ("2027-11-30", "DEF-3", "KL (2017:725) 11:12"),
        ("2027-12-31", "DEF-3", "KL (2017:725) 11:12"),
        ("2028-12-31", "DEF-3", "KL (2017:725) 11:12"),
        ("2032-12-31", "BOOK-3", "LKBR (2018:597) 3:13"),
    ]
    assert {day.rule.name for day in law.calendar(2025)} - {
        day.rule.name for day in law.calendar(2025, federation=True)
    } == {"DATE-PROPOSAL", "DATE-BUDGET", "DATE-BUDGET-LATEST"}


@pytest.mark.parametrize("year", COVERED)
def test_every_year_has_a_calendar(year: int):
    days = law.calendar(year)
    assert [day.date for day in days] == sorted(day.date for day in days)
    assert all(day.what("sv") != day.what("en") for day in days)
    assert (date(year + 1, 4, 15) in {day.date for day in days}) is (year >= 1999)
    assert {date(year - 1, 10, 31), date(year - 1, 11, 30), date(year - 1, 12, 31)} <= {day.date for day in days}
    assert {date(year, 6, 30), date(year, 8, 31)} <= {day.date for day in days}


def test_an_interim_report_is_with_the_council_two_months_after_its_period():
    days = {date(2020, 6, 30): date(2020, 8, 30), date(2020, 8, 31): date(2020, 10, 31), date(2020, 12, 31):
            date(2021, 2, 28)}  # fmt: skip
    for period_end, due in days.items():
        assert law.interim_due(period_end) == due


def test_what_is_not_verified_is_told_with_its_paragraph():
    assert law.rule_of("AUTH", 2017).citation.words("en") == "KL (1991:900) 3:9-10"
    assert law.rule_of("DEF-RESULT", 2024).citation.words("en") == "KL (2017:725) 11:12, UNVERIFIED"
    assert law.rule_of("CAP-2", 2024).citation.words("en") == law.rule_of("CAP-2", 2024).cited


def test_accounts_are_kept_ten_years_to_2018_and_seven_from_2019():
    kept = {
        year: (day.date, day.paragraph)
        for year in range(1998, 2061)
        for day in law.calendar(year)
        if day.rule.name == "BOOK-3"
    }
    for year in range(1998, 2061):
        paragraph = (
            "KRL (1997:614)" if year < 2001 else "KRL (1997:614) 2:11" if year < 2019 else "LKBR (2018:597) 3:13"
        )
        assert kept[year] == (date(year + (10 if year < 2019 else 7), 12, 31), paragraph)


def test_the_reserve_has_days_of_its_own():
    assert (date(2013, 12, 31), "KL (1991:900), 2012:800 p. 2") in [
        (day.date, day.paragraph) for day in law.calendar(2011)
    ]
    assert (date(2033, 12, 31), "KL (2017:725), 2023:642 p. 3") in [
        (day.date, day.paragraph) for day in law.calendar(2033)
    ]


def test_the_rooms_public_names_are_sorted_and_there():
    assert list(law.__all__) == sorted(law.__all__)
    assert all(hasattr(law, name) for name in law.__all__)
