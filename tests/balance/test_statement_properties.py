"""Invariants 7, 8 and 9 for the statement: earmarks, order, splitting, scale, and the account of deficits."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger.amounts import split
from sifund_ledger.balance import BalanceRequirementStatement, YearStatement, balance_requirement
from sifund_ledger.balance.figures.year_figures import (
    ExceptionalGround,
    GroundEffect,
    OpeningDeficit,
    OwnRow,
    Presentation,
    YearFigures,
)
from sifund_ledger.decisions import Decision
from sifund_ledger.law import FIRST_COVERED, LAST_COVERED, regime_of
from sifund_ledger.money import from_ore, to_ore

unhurried = settings(deadline=None)
LOCAL = [layout for layout in Presentation if layout is not Presentation.STRICT]
amounts = st.integers(min_value=0, max_value=10**9)
signed = st.integers(min_value=-(10**9), max_value=10**9)
decision = Decision.parse("KF 1999-04-28 § 32")


@st.composite
def year_figures(draw: st.DrawFn, year: int) -> YearFigures:
    regime = regime_of(year)
    rows = {key: from_ore(draw(amounts)) for key in regime.keys if draw(st.booleans())}
    # Never more is used than is there, whatever was before: what the year itself sets aside.
    for used, allocated in (("reserve_used", "reserve_allocated"), ("equalisation_reserve_used", "")):
        if used in rows:
            limit = rows[allocated].get_amount_in_sub_unit() if allocated in rows else 0
            rows[used] = from_ore(draw(st.integers(0, limit)))
    layout = draw(st.sampled_from(list(Presentation)))
    may_have_own = layout is not Presentation.STRICT or not regime.has_formula
    own = draw(st.lists(signed, max_size=3)) if may_have_own else []
    return YearFigures(
        year=year,
        net_result=from_ore(draw(signed)),
        presentation=layout,
        other_adjustments=[OwnRow(label=f"rad {i}", amount=from_ore(ore)) for i, ore in enumerate(own)],
        earmark_set_aside=from_ore(draw(amounts)),
        earmark_used=from_ore(draw(amounts)),
        reserve_purpose="ändamål",
        **rows,
    )


@st.composite
def inputs(draw: st.DrawFn) -> tuple[list[YearFigures], list[OpeningDeficit]]:
    """Some years on end, deficits from before, and grounds that stay within the year's own deficit."""
    first = draw(st.integers(FIRST_COVERED + 2, LAST_COVERED))
    years = [draw(year_figures(year)) for year in range(first, min(first + draw(st.integers(1, 7)), LAST_COVERED + 1))]
    opening = [
        OpeningDeficit(year=year, left=from_ore(draw(amounts)))
        for year in draw(st.sets(st.integers(FIRST_COVERED, first - 1), max_size=2))
    ]
    return [_with_grounds(draw, figures) for figures in years], opening


def _with_grounds(draw: st.DrawFn, figures: YearFigures) -> YearFigures:
    result = balance_requirement([figures]).years[0].balance_requirement_result_ore
    if result >= 0 or not draw(st.booleans()):
        return figures
    weights = draw(st.lists(st.integers(0, 5), min_size=3, max_size=3).filter(sum))
    waived, extended, _ = split(-result, weights)
    grounds = [
        ExceptionalGround(amount=from_ore(waived), deficit_year=figures.year, reason="skäl", decision=decision),
        ExceptionalGround(
            amount=from_ore(extended),
            deficit_year=figures.year,
            reason="skäl",
            decision=decision,
            effect=GroundEffect.EXTEND,
            due_year=figures.year + draw(st.integers(4, 8)),
        ),
    ]
    return replace(figures, exceptional_grounds=tuple(grounds))


def statement_of(case: tuple[list[YearFigures], list[OpeningDeficit]]) -> BalanceRequirementStatement:
    return balance_requirement(case[0], opening_deficits=case[1])


def statutory(year: YearStatement) -> tuple[object, ...]:
    return (
        year.result_after_adjustments,
        year.balance_requirement_result,
        year.deficits,
        year.to_restore,
        year.remaining_result,
        year.ceilings,
    )


@unhurried
@given(inputs(), amounts, amounts)
def test_the_statutory_result_does_not_depend_on_earmarks_or_layout(case, set_aside, used):
    years, opening = case
    other = [
        replace(
            figures,
            earmark_set_aside=from_ore(set_aside),
            earmark_used=from_ore(used),
            presentation=Presentation.INSIDE,
        )
        for figures in years
    ]
    before, after = statement_of(case), statement_of((other, opening))
    assert list(map(statutory, before.years)) == list(map(statutory, after.years))


@unhurried
@given(inputs(), st.randoms(use_true_random=False))
def test_the_order_of_years_rows_and_grounds_does_not_matter(case, random):
    years, opening = case
    shuffled = []
    for figures in years:
        own, grounds = list(figures.other_adjustments), list(figures.exceptional_grounds)
        random.shuffle(own)
        random.shuffle(grounds)
        shuffled.append(replace(figures, other_adjustments=tuple(own), exceptional_grounds=tuple(grounds)))
    random.shuffle(shuffled)
    before, after = statement_of(case), statement_of((shuffled, opening[::-1]))
    assert [statutory(year) for year in before.years] == [statutory(year) for year in after.years]
    assert [year.presented_result for year in before.years] == [year.presented_result for year in after.years]


@unhurried
@given(inputs(), st.integers(1, 6), st.integers(1, 6))
def test_splitting_own_rows_and_grounds_does_not_matter(case, one, other):
    years, opening = case
    divided = [
        replace(
            figures,
            other_adjustments=tuple(
                replace(row, amount=from_ore(part))
                for row in figures.other_adjustments
                for part in split(row.ore, [one, other])
            ),
            exceptional_grounds=tuple(
                replace(ground, amount=from_ore(part))
                for ground in figures.exceptional_grounds
                for part in split(ground.ore, [one, other])
            ),
        )
        for figures in years
    ]
    before, after = statement_of(case), statement_of((divided, opening))
    assert [statutory(year) for year in before.years] == [statutory(year) for year in after.years]
    assert [year.presented_result for year in before.years] == [year.presented_result for year in after.years]


@unhurried
@given(inputs(), st.integers(2, 50))
def test_scaling_every_input_scales_every_line(case, factor):
    years, opening = case

    def scaled(amount):
        return from_ore(to_ore(amount) * factor)

    keys = ("earmark_set_aside", "earmark_used", "net_result")
    larger = [
        replace(
            figures,
            other_adjustments=tuple(replace(row, amount=scaled(row.amount)) for row in figures.other_adjustments),
            exceptional_grounds=tuple(replace(g, amount=scaled(g.amount)) for g in figures.exceptional_grounds),
            **{key: scaled(getattr(figures, key)) for key in (*keys, *regime_of(figures.year).keys)},
        )
        for figures in years
    ]
    before = statement_of(case)
    after = statement_of((larger, [replace(deficit, left=scaled(deficit.left)) for deficit in opening]))
    for small, large in zip(before.years, after.years, strict=True):
        assert [(line.code, line.ore * factor) for line in small.lines] == [
            (line.code, line.ore) for line in large.lines
        ]
        assert small.to_restore_ore * factor == large.to_restore_ore
        assert small.presented_result_ore * factor == large.presented_result_ore


@unhurried
@given(st.integers(FIRST_COVERED, LAST_COVERED), signed)
def test_without_adjustments_the_result_is_unchanged(year, ore):
    statement = balance_requirement([YearFigures(year=year, net_result=from_ore(ore))]).year(year)
    assert statement.result_after_adjustments_ore == statement.balance_requirement_result_ore == ore
    assert statement.presented_result_ore == ore
    assert statement.to_restore_ore == max(0, -ore)
    assert statement.remaining_result_ore == max(0, ore)


@unhurried
@given(inputs())
def test_deficits_arisen_are_restored_waived_or_left(case):
    statement = statement_of(case)
    for year in statement.years:
        for deficit in year.deficits:
            assert deficit.arisen_ore == deficit.restored_ore + deficit.waived_ore + deficit.left_ore
            assert min(deficit.restored_ore, deficit.waived_ore, deficit.left_ore, deficit.extended_ore) >= 0
            assert deficit.waived_ore + deficit.extended_ore <= deficit.arisen_ore
            assert deficit.overdue is any(part.ore and year.year > part.due_year for part in deficit.parts)
            assert all(part.ore >= 0 for part in deficit.parts)
        assert year.remaining_result_ore >= 0
        # A result is left over only when nothing is.
        assert not (year.remaining_result_ore and year.to_restore_ore)


@unhurried
@given(inputs())
def test_what_is_to_be_restored_rolls_forward(case):
    statement = statement_of(case)
    left = sum(deficit.ore for deficit in case[1])
    for year in statement.years:
        assert year.brought_forward_ore == left
        new = max(0, -year.balance_requirement_result_ore)
        left = left + new - year.waived_ore - year.restored_ore
        assert year.to_restore_ore == left
        owed = min(0, year.balance_requirement_result_ore) + sum(
            year.line(code).ore for code in ("exceptional_grounds", "deficits_brought_forward", "deficits_restored")
        )
        assert year.line("to_restore").ore == -owed


@unhurried
@given(inputs())
def test_the_oldest_deficit_is_restored_first(case):
    for year in statement_of(case).years:
        touched = [origin for origin, _ in year.restored_by_year]
        if touched:
            older = [deficit for deficit in year.deficits if deficit.year < max(touched)]
            assert all(deficit.left_ore == 0 for deficit in older)


@settings(max_examples=30, deadline=None)
@given(inputs())
def test_every_line_explains_itself_down_to_what_was_stated(case):
    statement = statement_of(case)
    for year in statement.years:
        for code in (*(line.code for line in year.lines), "remaining_result"):
            explained = statement.explain(code, year.year)
            assert code == "other" or explained.ore == (
                year.remaining_result_ore if code == "remaining_result" else year.line(code).ore
            )
            _adds_up(explained)
            assert str(explained)
    assert statement.text("sv")
    assert statement.text("en")
    assert "<table>" in statement._repr_html_()


def _adds_up(explained) -> None:
    if explained.terms:
        total = sum(sign * term.ore for sign, term in explained.terms)
        assert explained.ore == (-total if explained.code == "to_restore" else total)
    for _, term in explained.terms:
        _adds_up(term)
