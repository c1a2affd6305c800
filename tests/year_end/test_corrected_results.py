"""Balance requirement results corrected later (R43): what they restored, what was earmarked of them, what reserves had.

The year that corrects a result begins with the deficits that there would have been; an independent roll-forward below
says which. Kronor throughout; 2013 to 2016 are closed, 2017 and 2018 open.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models.drawn import assert_drawn
from tomelilla import codes

from sifund_ledger import Book, Decision, ExceptionalGround, Refused, YearFigures, open_book, presets, sek
from sifund_ledger.balance.figures.year_figures import GroundEffect

RESULTS = st.lists(st.integers(-60, 60), min_size=4, max_size=4)


def kf(year: int, paragraph: int = 30) -> Decision:
    return Decision.parse(f"KF {year}-04-28 § {paragraph}")


def book_of(results: Mapping[int, int], *, closed: int = 2016, opened: int = 2012, **opening) -> Book:
    """A book of years with results, whole kronor; a fund; years closed through one."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2036, 6, 30, tzinfo=UTC))
    book.open_equity(opened, sek(1000), opening_deficits=[], decision=kf(opened + 1), **opening)
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf(opened + 1))
    for year, result in results.items():
        book.year_end(year, YearFigures(net_result=sek(result))).post()
        if year <= closed:
            book.close_year(year, decision=kf(year + 1))
    return book


def correct(book: Book, of_year: int, result: int, *, year: int = 2017, paragraph: int = 40) -> None:
    book.correct_balance_result(
        of_year, sek(result), year=year, reason="En kostnad saknades", decision=kf(year + 1, paragraph)
    )


def left_of(results: Mapping[int, int]) -> dict[int, int]:
    """What is left of each year's deficit when all results are these: the oldest is restored first."""
    left: dict[int, int] = {}
    for year, result in results.items():
        for origin in left:
            taken = min(left[origin], max(0, result))
            left[origin], result = left[origin] - taken, result - taken
        left[year] = max(0, -result)
    return {year: ore for year, ore in left.items() if ore}


def deficits(book: Book, year: int) -> dict[int, int]:
    drawn = book.statement(year).year(year)
    return {each.year: each.left_ore // 100 for each in drawn.deficits if each.left_ore}


def test_R43_a_surplus_corrected_to_a_deficit_no_longer_restores_those_before_it():
    book = book_of({2013: -100, 2014: -50, 2015: 70, 2016: 120})
    before = book.statement(2016).text()
    correct(book, 2015, -70)
    book.year_end(2017, YearFigures(net_result=sek(10))).post()
    statement = book.statement(2017)
    year = statement.year(2017)
    # −100 −50 −70 +120: 100 is left, where 40 of 2016 was left before.
    assert (year.brought_forward, year.restated_ore, year.restored, year.to_restore) == (
        sek(0),
        10000,
        sek(10),
        sek(90),
    )
    assert deficits(book, 2017) == {2014: 20, 2015: 70}
    (restated,) = [each for each in statement.restated if each.year == 2016]
    assert restated.to_restore_ore == year.brought_forward_ore + year.restated_ore
    assert "BALANCE_RESULT_CORRECTED" in codes(statement.findings)
    assert book.statement(2016).text() == before


@settings(max_examples=8, deadline=None)
@given(results=RESULTS, at=st.integers(0, 3), to=st.integers(-60, 60), then=st.integers(-60, 60))
def test_R43_every_correction_leaves_the_deficits_that_there_would_have_been(results, at, to, then):
    years = dict(zip(range(2013, 2017), results, strict=True))
    book = book_of(years)
    correct(book, 2013 + at, to)
    years |= {2013 + at: to, 2017: 5}
    book.year_end(2017, YearFigures(net_result=sek(5))).post()
    assert deficits(book, 2017) == left_of(years)
    book.close_year(2017, decision=kf(2018))
    # Corrected once more, behind a year that has corrected it.
    correct(book, 2013, then, year=2018)
    years |= {2013: then, 2018: -3}
    book.year_end(2018, YearFigures(net_result=sek(-3))).post()
    assert deficits(book, 2018) == left_of(years)
    for each in book.statement(2018).year(2018).deficits:
        assert each.arisen_ore == each.restored_ore + each.waived_ore + each.left_ore
        assert each.arisen_ore == 100 * max(0, -years[each.year])
    assert_drawn(book._state, last=9)


def test_R43_a_deficit_corrected_to_less_than_was_restored_of_it_has_arisen_with_what_it_was():
    book = book_of({2013: -100, 2014: 110})
    correct(book, 2013, -20)
    book.year_end(2015, YearFigures(net_result=sek(0))).post()
    book.year_end(2016, YearFigures(net_result=sek(0))).post()
    book.year_end(2017, YearFigures(net_result=sek(0))).post()
    (deficit,) = book.statement(2017).year(2017).deficits
    assert (deficit.arisen, deficit.restored, deficit.left) == (sek(20), sek(20), sek(0))


def test_R43_an_extension_reaches_as_far_as_the_corrected_deficit():
    extended = ExceptionalGround(
        amount=sek(60), deficit_year=2013, reason="Längre tid", decision=kf(2014, 31), effect=GroundEffect.EXTEND,
        due_year=2020,
    )  # fmt: skip
    book = book_of({})
    book.year_end(2013, YearFigures(net_result=sek(-100), exceptional_grounds=[extended])).post()
    book.close_year(2013, decision=kf(2014))
    correct(book, 2013, -50, year=2014)
    book.year_end(2014, YearFigures(net_result=sek(0))).post()
    (deficit,) = book.statement(2014).year(2014).deficits
    assert [(part.ore, part.due_year) for part in deficit.parts] == [(5000, 2020)]


def test_R42_a_forecast_stands_on_the_results_that_its_own_year_has_corrected():
    book = book_of({2013: -100, 2014: 40})
    correct(book, 2013, -130, year=2015)
    forecast = book.foresee([YearFigures(year=2015, kind="forecast", net_result=sek(10))]).year(2015)
    assert (forecast.restated_ore, forecast.to_restore) == (3000, sek(80))


def test_R9_no_more_is_set_aside_of_a_result_than_it_was_corrected_to():
    book = book_of({2013: 100, 2014: 50}, closed=2013)
    book.set_aside("social", sek(40), result_year=2014, decision=kf(2015))
    book.close_year(2014, decision=kf(2015))
    correct(book, 2014, -7, year=2015)
    with pytest.raises(Refused) as caught:
        book.set_aside("social", sek(10), result_year=2014, year=2015, decision=kf(2016))
    (found,) = caught.value.findings
    assert (found.code, dict(found.values)["result"]) == ("SURPLUS_MISSING", -700)
    correct(book, 2013, 5, year=2015)
    with pytest.raises(Refused, match="SET_ASIDE_ABOVE_SURPLUS"):
        book.set_aside("social", sek(6), result_year=2013, year=2015, decision=kf(2016))
    book.set_aside("social", sek(5), result_year=2013, year=2015, decision=kf(2016))


def test_R43_what_is_earmarked_of_a_result_corrected_to_less_is_told_until_it_is_corrected():
    book = book_of({2013: 100}, closed=2012)
    book.set_aside("social", sek(40), result_year=2013, decision=kf(2014))
    made = book.head.seq
    book.close_year(2013, decision=kf(2014))
    correct(book, 2013, 30, year=2014)
    run = book.year_end(2014, YearFigures(net_result=sek(0)))
    (found,) = [each for each in run.findings if each.code == "SURPLUS_UNSUPPORTED"]
    assert (dict(found.values), found.severity) == ({"year": 2013, "amount": 4000, "limit": 3000}, "warning")
    book.correct(made, reason="Resultatet räcker inte", year=2014, decision=kf(2015))
    assert "SURPLUS_UNSUPPORTED" not in codes(book.year_end(2014, YearFigures(net_result=sek(0))).findings)


def test_R43_a_result_corrected_for_its_reserve_alone_still_has_its_surplus():
    book = book_of({}, equalisation_reserve=sek(50))
    figures = YearFigures(net_result=sek(100), reserve_allocated=sek(20), reserve_decision=kf(2014, 31))
    book.year_end(2013, figures).post()
    book.close_year(2013, decision=kf(2014))
    book.correct_reserve("equalisation_reserve", "allocated", sek(30), of_year=2013, year=2014, decision=kf(2015))
    (found,) = [
        each for each in book.year_end(2014, YearFigures(net_result=sek(0))).findings if "UNSUPPORTED" in each.code
    ]
    assert found.code == "RESULT_UNSUPPORTED"
    assert "20 kr reserverat; som rättat är det 50 kr" in found.message_sv
    correct(book, 2013, 50, year=2014)
    assert "UNSUPPORTED" not in str(book.year_end(2014, YearFigures(net_result=sek(0))).findings)
    book.set_aside("social", sek(100), result_year=2013, year=2014, decision=kf(2015))


@pytest.mark.parametrize(
    ("reserve", "movement", "of_year", "code"),
    [
        ("result_reserve", "allocated", 2023, "RESERVE_CLOSED"),
        ("result_reserve", "used", 2023, "RESERVE_OUTSIDE_LAW"),
        ("equalisation_reserve", "allocated", 2024, "RESERVE_CLOSED"),
        ("equalisation_reserve", "allocated", 2023, ""),
        ("equalisation_reserve", "used", 2024, ""),
        ("result_reserve", "allocated", 2024, ""),
    ],
)
def test_13d_a_reserve_of_a_closed_year_is_corrected_where_its_law_has_it(reserve, movement, of_year, code):
    book = book_of({2023: 100, 2024: 100}, closed=2024, opened=2022, equalisation_reserve=sek(50))
    values = {"of_year": of_year, "year": 2025, "decision": kf(2026)}
    if code:
        with pytest.raises(Refused, match=code):
            book.correct_reserve(reserve, movement, sek(5), **values)
    else:
        book.correct_reserve(reserve, movement, sek(5), **values)


def test_13d_an_allocation_of_a_closed_year_above_its_ceiling_is_warned_for():
    book = book_of({}, opened=2019)
    book.year_end(2020, YearFigures(net_result=sek(100), taxes_and_grants=sek(3000))).post()
    book.close_year(2020, decision=kf(2021))
    values = {"of_year": 2020, "year": 2021, "decision": kf(2022)}
    book.correct_reserve("equalisation_reserve", "allocated", sek(70), **values)
    assert "RESERVE_ABOVE_RESULT_CEILING" not in codes(book.warnings)
    book.correct_reserve("equalisation_reserve", "allocated", sek(1), **values)
    assert "RESERVE_ABOVE_RESULT_CEILING" in codes(book.warnings)


@pytest.mark.parametrize(
    ("year", "reserve", "allowed"),
    [
        (2009, "equalisation_reserve", False), (2010, "equalisation_reserve", True),
        (2032, "equalisation_reserve", True), (2033, "equalisation_reserve", False),
        (2023, "result_reserve", False), (2024, "result_reserve", True),
    ],
)  # fmt: skip
def test_13d_a_book_is_opened_with_the_reserves_that_the_law_has(year, reserve, allowed):
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2040, 1, 1, tzinfo=UTC))
    opening = {"opening_deficits": [], "decision": kf(year + 1), reserve: sek(5)}
    if allowed:
        book.open_equity(year, sek(1000), **opening)
    else:
        with pytest.raises(Refused, match="RESERVE_OUTSIDE_LAW"):
            book.open_equity(year, sek(1000), **opening)


def test_R46_a_year_that_leaves_less_of_the_result_reserve_than_its_funds_have_closes_with_a_reason():
    book = book_of({2024: 300}, closed=2023, opened=2023)
    book.create_fund("rer", policy=presets.result_reserve_2024, decision=kf(2025))
    book.set_aside("rer", sek(100), result_year=2024, decision=kf(2025))
    book.close_year(2024, decision=kf(2025))
    figures = YearFigures(
        net_result=sek(-60), reserve_used=sek(60), reserve_purpose="Lägre intäkter", reserve_decision=kf(2026)
    )
    run = book.year_end(2025, figures)
    (found,) = [each for each in run.findings if each.code == "RESERVE_BELOW_FUNDS"]
    assert (dict(found.values), found.severity) == ({"year": 2025, "funds": 10000, "reserve": 4000}, "warning")
    run.post()
    with pytest.raises(Refused, match="RESERVE_BELOW_FUNDS"):
        book.close_year(2025, decision=kf(2026))
    book.close_year(2025, decision=kf(2026), reason="Fullmäktige godkänner ändå")


def test_R54_what_a_correction_after_2033_leaves_of_the_equalisation_reserve_is_dissolved_by_the_year_end():
    book = book_of({}, opened=2031, equalisation_reserve=sek(50))
    used = YearFigures(net_result=sek(-10), equalisation_reserve_used=sek(10), reserve_decision=kf(2033))
    for year, figures in ((2032, used), (2033, YearFigures(net_result=sek(1)))):
        book.year_end(year, figures).post()
        book.close_year(year, decision=kf(year + 1))
    (seq,) = [record.seq for record in book.records() if record.event.kind == "reserve_used"]
    book.correct(seq, reason="Fel belopp", year=2034, decision=kf(2035))
    assert book.equity_note(2034).equalisation_reserve_ore == 1000
    run = book.year_end(2034, YearFigures(net_result=sek(1)))
    assert (run.equity_note.equalisation_reserve_ore, run.errors) == (0, ())
    with book.preview():
        book.record_result(2034, sek(1))
        with pytest.raises(Refused, match="EQUITY_RESERVE_DIFFERS"):
            book.close_year(2034, decision=kf(2035), reason="Fullmäktige godkänner ändå")
        book.dissolve_reserve("equalisation_reserve", sek(10), year=2034, decision=kf(2035))
        book.close_year(2034, decision=kf(2035))
    run.post()
    book.close_year(2034, decision=kf(2035))
    note = book.equity_note(2034)
    assert note.equalisation_reserve_ore == 0
    of_rur = [
        (each.restated, each.opening_equalisation_reserve_ore, each.equalisation_reserve_ore) for each in note.compared
    ]
    assert of_rur == [(False, 4000, 0), (True, 5000, 0)]
    (restated,) = (each for each in book.statement(2034).restated if each.year == 2033)
    account = next(each for each in restated.reserves if each.reserve == "equalisation_reserve")
    assert (account.opening_ore, account.closing_ore) == (5000, 0)


def test_R47_a_year_closed_on_its_result_alone_has_no_statement_drawn_up():
    book = book_of({}, closed=2012)
    book.record_result(2013, sek(-5))
    book.close_year(2013, decision=kf(2014))
    book.year_end(2014, YearFigures(net_result=sek(0))).post()
    found = [each.place for each in book.statement(2014).findings if each.code == "STATEMENT_NOT_DRAWN_UP"]
    assert found == ["2013"]
