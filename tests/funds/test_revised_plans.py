"""A repayment plan revised (R24): in time as it will be (I13), each board by itself; an empty board repays no more."""

from __future__ import annotations

from datetime import date

import pytest
from fund_books import claims, fund_with, kf, msek, refused

from sifund_ledger import Book, presets

OREBRO = presets.orebro_strict.choose(presentation="strict")
ABOUT = {"reason": "Senare effekt", "decision": kf(2014)}


def two_boards() -> Book:
    """A project that starts in 2013, so that its repayment begins by 2016: Skola in 2015, Social in 2016."""
    book = fund_with(OREBRO, "20")
    plan = {"Skola": {2015: msek(1)}, "Social": {2016: msek(3)}}
    book.grant(
        "social", "Bryggan", msek(4), board="BUN", financing="ur fonden", plan=plan, start=date(2013, 5, 1),
        end=date(2014, 12, 31), decision=kf(2013),
    )  # fmt: skip
    return book


def test_a_plan_revised_to_begin_too_late_is_refused():
    book = two_boards()
    later = {"Skola": {2017: msek(1)}, "Social": {2017: msek(3)}}
    [told] = refused(lambda: book.revise_plan("Bryggan", later, **ABOUT), "PLAN_STARTS_LATE", book=book)
    assert "2016" in told


def test_another_boards_instalments_in_time_are_the_beginning():
    book = two_boards()
    book.revise_plan("Bryggan", {"Skola": {2017: msek(1)}}, **ABOUT)
    refused(lambda: book.revise_plan("Bryggan", {"Social": {2017: msek(3)}}, **ABOUT), "PLAN_STARTS_LATE", book=book)


def test_a_repayment_that_has_begun_may_go_on_later():
    book = two_boards()
    book.repay("Bryggan", "Skola", msek(1), effect_year=2015, frame_year=2015, decision=kf(2015))
    book.revise_plan("Bryggan", {"Social": {2018: msek(3)}}, reason="Senare effekt", decision=kf(2015))
    assert claims(book, "Bryggan") == {"Skola": 0, "Social": 300_000_000}


@pytest.mark.parametrize(
    ("plan", "left"),
    [
        ({"Skola": {}}, {"Skola": 0, "Social": 300_000_000}),
        ({"Skola": {}, "Social": {2016: msek(4)}}, {"Skola": 0, "Social": 400_000_000}),
        ({"Skola": {}, "Social": {}}, {"Skola": 0, "Social": 0}),
    ],
)
def test_an_empty_board_repays_no_more_and_the_others_as_before(plan, left):
    book = two_boards()
    original = book.project("Bryggan").original_plan
    book.revise_plan("Bryggan", plan, **ABOUT)
    assert claims(book, "Bryggan") == left
    assert book.project("Bryggan").original_plan == original


def test_an_empty_board_in_a_grant_owes_nothing_and_an_empty_plan_repays_nothing():
    book = fund_with(OREBRO, "20")
    about = {"board": "BUN", "financing": "ur fonden", "end": date(2014, 12, 31), "decision": kf(2013)}
    refused(lambda: book.grant("social", "Bryggan", msek(1), plan={"Skola": {}}, **about), "PLAN_MISSING", book=book)
    book.grant("social", "Bryggan", msek(1), plan={"Skola": {}, "Social": {2015: msek(1)}}, **about)
    assert claims(book, "Bryggan") == {"Social": 100_000_000}
