"""The statement from 1998 to 2060: every year has one law, and outcomes change only where a rule begins or ends."""

from __future__ import annotations

from fractions import Fraction

import pytest
from drawing import MKR, drawn, ground, mkr, opening, year
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger.balance import balance_requirement
from sifund_ledger.balance.figures.year_figures import OpeningDeficit, StatementKind, YearFigures
from sifund_ledger.errors import Refused
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR
from sifund_ledger.law import Reserve, differences, regime_of
from sifund_ledger.money import from_ore

unhurried = settings(deadline=None)
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
BASES = {"taxes_and_grants": 1000, "equity": 500, "pension_contingency": 100}
amounts = st.integers(0, 10**9)


@pytest.mark.parametrize("number", YEARS)
@pytest.mark.parametrize("kind", list(StatementKind))
def test_every_year_draws_up_a_surplus_and_a_deficit_of_every_kind(number: int, kind: StatementKind):
    for net_result in (30, -30, 0):
        statement = drawn(year(number, net_result, kind=kind, reserve_before=0, **BASES))
        only = statement.year(number)
        assert only.balance_requirement_result == mkr(net_result)
        assert only.to_restore == mkr(max(0, -net_result))
        deficit = only.deficit(number)
        assert (deficit is None) is (net_result >= 0 or kind is not StatementKind.OUTCOME)  # R42
        assert only.foreseen == mkr(0 if kind is StatementKind.OUTCOME else max(0, -net_result))
        assert deficit is None or deficit.due_year == number + (2 if number <= 2004 else 3)
        assert (only.ceilings.reserve_flow is None) is (number < 2010)
        assert (only.ceilings.reserve_stock is None) is (number < 2024)
        assert (only.budget is None) is (kind is not StatementKind.BUDGET)
        assert statement.text("sv")
        assert statement.text("en")
        for line in only.lines:
            assert str(statement.explain(line.code))


def outcome(number: int):
    """What a year's law makes of the same figures: amounts, and which findings, but for the year itself."""
    statement = drawn(
        year(number, 30, **BASES, reserve_before=0, earmark_set_aside=5),
        opening_deficits=[opening(number - 1, 4)] if number > FIRST_YEAR else [],
    ).year(number)
    deficit = drawn(year(number, -30)).year(number)
    exception = [ground(1, number)]
    budget = drawn(year(number, -1, kind="budget", exceptional_grounds=exception)).year(number).budget
    return (
        [(line.code, line.ore, line.label, line.rule, line.citation) for line in statement.lines],
        statement.ceilings,
        [(account.reserve, account.opening_ore is None) for account in statement.reserves],
        {(finding.code, finding.severity, finding.citation) for finding in statement.findings},
        deficit.deficit(number).due_year - number,
        {finding.citation for finding in deficit.findings},
        budget.balanced,
    )


@pytest.mark.parametrize("number", [number for number in YEARS if number > FIRST_YEAR + 1])
def test_adjacent_years_differ_only_where_a_rule_begins_or_ends(number: int):
    same = outcome(number - 1) == outcome(number)
    assert same or differences(number - 1, number)


@pytest.mark.parametrize("number", [2005, 2010, 2013, 2018, 2019, 2024, 2034])
def test_where_the_statement_changes_its_law_does_too(number: int):
    assert outcome(number - 1) != outcome(number)


@unhurried
@given(st.integers(2013, LAST_YEAR), st.integers(-(10**9), 10**9), amounts, amounts, amounts, st.booleans())
def test_invariant_10_an_allocation_never_exceeds_its_ceilings(number, result, gains, base, before, negative):
    # The result reserve begins with nothing in 2024.
    before = 0 if number == 2024 else before
    figures = {
        "net_result": from_ore(result),
        "realised_gains": from_ore(gains),
        "taxes_and_grants": from_ore(base),
        "equity": from_ore(-1 if negative else 1),
        "pension_contingency": from_ore(0),
        "reserve_before": from_ore(before),
    }
    ceilings = balance_requirement([YearFigures(year=number, **figures)]).year(number).ceilings
    share = Fraction(2 if negative else 1, 100)
    exact = max(Fraction(0), min(result, result - gains) - share * base)
    # The most that may be set aside is a whole öre, and one more is too much.
    assert ceilings.reserve_flow_ore <= exact < ceilings.reserve_flow_ore + 1
    limits = [ceilings.reserve_flow_ore]
    if number >= 2024:
        assert ceilings.reserve_stock_ore <= max(0, Fraction(base, 20) - before) < ceilings.reserve_stock_ore + 1
        limits.append(ceilings.reserve_stock_ore)
    assert 0 <= ceilings.reserve_proposed_ore <= min(limits)
    allowed = YearFigures(year=number, reserve_allocated=from_ore(min(limits)), **figures)
    balance_requirement([allowed])
    with pytest.raises(Refused, match="RESERVE_ABOVE"):
        balance_requirement([YearFigures(year=number, reserve_allocated=from_ore(min(limits) + 1), **figures)])


@unhurried
@given(st.integers(2013, LAST_YEAR), st.integers(0, 10**6), amounts, amounts, st.integers(2, 50))
def test_invariant_8_scaling_every_input_scales_the_ceilings_before_rounding(number, result, base, before, factor):
    before = 0 if number == 2024 else before

    def ceilings(scale: int):
        figures = YearFigures(
            year=number,
            net_result=from_ore(result * scale),
            taxes_and_grants=from_ore(base * 100 * scale),
            reserve_before=from_ore(before * scale),
        )
        return balance_requirement([figures]).year(number).ceilings

    # A base in whole hundreds makes the shares whole, so that nothing is rounded.
    small, large = ceilings(1), ceilings(factor)
    assert small.reserve_flow_ore * factor == large.reserve_flow_ore
    assert (small.reserve_stock_ore or 0) * factor == (large.reserve_stock_ore or 0)
    assert small.reserve_proposed_ore * factor == large.reserve_proposed_ore


@unhurried
@given(st.integers(2013, LAST_YEAR - 1), amounts, amounts, amounts, st.integers(0, 10**9))
def test_a_larger_deficit_or_set_aside_never_raises_the_proposal(number, base, deficit, set_aside, more):
    def proposed(left: int, taken: int) -> int:
        figures = YearFigures(
            year=number,
            net_result=from_ore(10**9),
            taxes_and_grants=from_ore(base),
            reserve_before=from_ore(0),
            earmark_set_aside=from_ore(taken),
        )
        opened = [OpeningDeficit(year=number - 1, left=from_ore(left))]
        ceilings = balance_requirement([figures], opening_deficits=opened).year(number).ceilings
        assert ceilings.reserve_flow_ore == 10**9 - -(-base // 100)
        return ceilings.reserve_proposed_ore

    assert proposed(deficit + more, set_aside) <= proposed(deficit, set_aside)
    assert proposed(deficit, set_aside + more) <= proposed(deficit, set_aside)


@st.composite
def reserve_years(draw: st.DrawFn) -> list[YearFigures]:
    """Years across the change of 2024 and the end of 2033, in which no more is used than is there."""
    first = draw(st.integers(2018, 2030))
    balances = {Reserve.EQUALISATION: draw(amounts), Reserve.RESULT: 0 if first <= 2024 else draw(amounts)}
    years = []
    for number in range(first, first + draw(st.integers(1, 12))):
        opened = regime_of(number).open_reserve
        allocated = draw(st.integers(0, 10**6))
        balances[opened] += allocated
        used = draw(st.integers(0, balances[opened]))
        balances[opened] -= used
        figures = {"reserve_allocated": from_ore(allocated), "reserve_used": from_ore(used)}
        if 2024 <= number <= 2033:
            old = draw(st.integers(0, balances[Reserve.EQUALISATION]))
            balances[Reserve.EQUALISATION] -= old
            figures["equalisation_reserve_used"] = from_ore(old)
        if number == first:
            rur, rer = ("reserve_before", None) if first < 2024 else ("equalisation_reserve_before", "reserve_before")
            before = {Reserve.EQUALISATION: 0, Reserve.RESULT: 0}
            before[opened] = balances[opened] - allocated + used
            if number >= 2024:
                before[Reserve.EQUALISATION] = balances[Reserve.EQUALISATION] + (old if number <= 2033 else 0)
            figures[rur] = from_ore(before[Reserve.EQUALISATION])
            if rer:
                figures[rer] = from_ore(before[Reserve.RESULT])
        years.append(YearFigures(year=number, net_result=from_ore(10**7), reserve_purpose="ändamål", **figures))
    return years


@unhurried
@given(reserve_years())
def test_reserves_roll_forward_and_never_go_below_zero(years):
    statement = balance_requirement(years, opening_deficits=[])
    closing: dict[Reserve, int] = {}
    for each in statement.years:
        for account in each.reserves:
            assert account.closing_ore is not None
            assert account.closing_ore >= 0
            assert (
                account.opening_ore + account.allocated_ore - account.used_ore - account.dissolved_ore
                == account.closing_ore
            )
            if account.reserve in closing:
                assert account.opening_ore == closing[account.reserve]
            closing[account.reserve] = account.closing_ore
            if account.reserve is Reserve.EQUALISATION:
                assert each.year < 2024 or account.allocated_ore == 0
                assert each.year < 2033 or account.closing_ore == 0


@settings(max_examples=50, deadline=None)
@given(reserve_years())
def test_the_dissolution_changes_no_result(years):
    for each in balance_requirement(years, opening_deficits=[]).years:
        figures = each.figures
        moved = (figures.ore("reserve_used") or 0) - (figures.ore("reserve_allocated") or 0)
        assert each.balance_requirement_result_ore == each.result_after_adjustments_ore + moved


def test_thirty_years_with_deficits_are_carried_to_2060():
    years = [year(number, -5 if number % 6 == 0 else 1) for number in YEARS]
    statement = drawn(*years)
    assert len(statement.years) == 63
    last = statement.years[-1]
    assert sum(d.left_ore for d in last.deficits) == last.to_restore_ore
    assert sum(d.arisen_ore for d in last.deficits) == 5 * MKR * len([n for n in YEARS if n % 6 == 0])
