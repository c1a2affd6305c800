"""Statements of closed years are drawn up once: what is undone, corrected or repealed later is seen all the same."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models.drawn import assert_drawn

from sifund_ledger import (
    Book,
    Decision,
    ExceptionalGround,
    OpeningDeficit,
    Refused,
    YearFigures,
    open_book,
    presets,
    sek,
)
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.balance.statement import drawing_up

KF = Decision.parse("KF 2013-04-22 § 45")


def kf(year: int, paragraph: int = 30) -> Decision:
    return Decision.parse(f"KF {year}-04-28 § {paragraph}")


def closed_book(last: int = 2016) -> Book:
    """A deficit each second year, with grounds that rest on a fund; opened with a deficit and excluded gains."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2030, 6, 30, tzinfo=UTC))
    book.open_equity(
        2012, sek(1000), decision=KF, opening_deficits=[OpeningDeficit(year=2011, left=sek(7))],
        opening_excluded=OpeningExcluded(unrealised_gains=sek(3), unrealised_losses=sek(0)),
    )  # fmt: skip
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    for year in range(2013, last + 1):
        loss = year % 2 == 0
        result = sek(-10 if loss else 100)
        book.record_result(year, result)
        if loss:
            book.use("social", sek(4), year=year, decision=kf(year + 1))
        else:
            book.set_aside("social", sek(40), result_year=year, decision=kf(year + 1))
        book.year_end(
            year, YearFigures(net_result=result), grounds_decision=kf(year + 1, 31) if loss else None
        ).post()  # fmt: skip
        book.close_year(year, decision=kf(year + 1), reason="Godkänns ändå")
        assert_drawn(book._state)
    return book


def test_each_year_is_that_of_all_years_drawn_up_anew():
    assert_drawn(closed_book(2019)._state, last=9)


def corrected_book(last: int, booked: Mapping[int, int]) -> Book:
    """A use in each year, closed through the last but one; each year is corrected in the year that it is booked in."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2060, 6, 30, tzinfo=UTC))
    book.open_equity(2012, sek(1000), decision=KF, opening_deficits=[])
    book.create_fund("social", policy=presets.tomelilla_earmark.choose(presentation="strict"), decision=KF)
    used = {}
    for year in range(2013, last + 1):
        book.record_result(year, sek(90))
        book.set_aside("social", sek(30), result_year=year, decision=kf(year + 1))
        book.use("social", sek(year % 5 + 1), year=year, decision=kf(year + 1, 31))
        used[year] = book.head.seq
        for earlier in [each for each in used if booked.get(each) == year]:
            book.correct(used[earlier], reason="Fel belopp", year=year, decision=kf(year + 1, 32))
        if year < last:
            book.close_year(year, decision=kf(year + 1, 40), reason="Godkänns ändå")
    return book


@settings(max_examples=3)
@given(st.dictionaries(st.integers(2013, 2017), st.integers(2014, 2019)))
def test_years_corrected_in_any_later_ones_are_those_drawn_up_anew(booked: dict[int, int]) -> None:
    later = {year: in_year for year, in_year in booked.items() if year < in_year}
    assert_drawn(corrected_book(2019, later)._state, last=3)


def test_years_that_one_year_has_corrected_are_drawn_up_in_proportion() -> None:
    counts = []
    for years in (4, 8, 16):
        last = 2013 + years
        with corrected_book(last, dict.fromkeys(range(2013, last), last)) as book:
            book.statement(last)
            counts.append(calls_within(drawing_up.__file__, lambda book=book, last=last: book.statement(last)))
    small, middle, large = counts
    assert large - middle <= 2.5 * (middle - small), counts  # twice the years, and some of later acts


def calls_within(file: str, call: Callable[[], object]) -> int:
    """How many functions of a module a call calls."""
    counted = 0

    def called(frame: FrameType, event: str, _: object) -> None:
        nonlocal counted
        counted += event == "call" and frame.f_code.co_filename == file

    sys.setprofile(called)
    try:
        call()
    finally:
        sys.setprofile(None)
    return counted


def test_a_closing_that_falls_with_its_batch_leaves_nothing_behind():
    book = closed_book()
    printed = str(book.statement(2016))
    book.record_result(2017, sek(5))
    with pytest.raises(Refused):
        _closed_in_a_batch_that_falls(book)
    assert str(book.statement(2016)) == printed
    book.correct([each for each in book.records() if each.event.kind == "result_recorded"][-1].seq, reason="Fel belopp")
    book.year_end(2017, YearFigures(net_result=sek(-50))).post()
    assert book.statement(2017).year(2017).to_restore_ore == 5000 + 600  # 600 of 2016
    assert_drawn(book._state, last=9)


def _closed_in_a_batch_that_falls(book: Book) -> None:
    with book.batch():
        book.year_end(2017, YearFigures(net_result=sek(5))).post()
        book.close_year(2017, decision=kf(2018), reason="Godkänns ändå")
        assert_drawn(book._state)
        book.use("social", sek(10**9), year=2018, decision=kf(2019))


def test_a_decision_repealed_in_a_preview_changes_nothing_after_it():
    book = closed_book()
    with book.preview():
        book.move_decision(kf(2015, 31), "repealed")
        assert_drawn(book._state, last=9)
    assert_drawn(book._state, last=9)


def test_a_repeal_that_the_clock_puts_into_a_closed_year_is_seen():
    """Nothing keeps a clock from lagging behind the books: what a year says then is drawn up anew."""
    today = [datetime(2016, 6, 30, tzinfo=UTC)]
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: today[0])
    book.open_equity(2012, sek(1000), decision=KF, opening_deficits=[])
    for year in (2013, 2014, 2015):
        grounds = [ExceptionalGround(amount=sek(4), deficit_year=2013, reason="x", decision=kf(2014))]
        figures = YearFigures(net_result=sek(-10), exceptional_grounds=grounds if year == 2013 else [])
        book.year_end(year, figures).post()
        book.close_year(year, decision=kf(year + 1), reason="Godkänns ändå")
    with book.preview():
        today[0] = datetime(2017, 5, 30, tzinfo=UTC)
        book.year_end(2016, YearFigures(net_result=sek(1))).post()
        today[0] = datetime(2017, 1, 2, tzinfo=UTC)
        assert_drawn(book._state, last=9)
    book.move_decision(kf(2014), "repealed")
    assert_drawn(book._state, last=9)


def test_foreseen_years_stand_on_what_closed_years_left():
    book = closed_book()
    figures = YearFigures(year=2017, kind="budget", net_result=sek(3))
    (drawn,) = book.foresee([figures]).years
    assert drawn.brought_forward_ore == sum(each.left_ore for each in book.statement(2016).year(2016).deficits)
    told = book.foresee([figures, YearFigures(year=2013, kind="budget", net_result=sek(3))])
    assert [(each.year, each.kind) for each in told.years] == [(2013, "outcome"), (2013, "budget"), (2017, "budget")]
    assert told.years[-1] == drawn
