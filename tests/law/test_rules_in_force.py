"""For every fiscal year and every rule exactly one version holds, or none at all and the question is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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
    for table in (*RULES, PERIODS):
        assert law.holds(law.in_force(table, year), year)
    assert len(law.regime_of(year).rules) == len(RULES)


@pytest.mark.parametrize("year", [1990, 1997, 2024, 2060])
def test_a_year_without_law_is_said_to_be_one(year: int):
    with pytest.raises(NoLawInForce, match=str(year)):
        law.regime_of(year)
    with pytest.raises(NoLawInForce, match="BKR-1"):
        law.in_force(BALANCE_REQUIREMENT_RESULT, year)


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


def test_every_rule_says_how_sure_it_is_and_when_it_was_checked():
    for rule in (rule for table in RULES for rule in table):
        assert rule.certainty is not law.Certainty.UNVERIFIED
        assert rule.checked_on == law.CONSOLIDATED_TO
        assert rule.cited or rule.name == "EM-2"


def test_the_rooms_public_names_are_sorted_and_there():
    assert list(law.__all__) == sorted(law.__all__)
    assert all(hasattr(law, name) for name in law.__all__)
    assert law.CODES == ()
