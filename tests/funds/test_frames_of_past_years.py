"""No frame changes of a year that is closed, or had ended when it was decided (R41)."""

from __future__ import annotations

from datetime import date

from fund_books import fund_with, kf, msek, refused

from sifund_ledger import Book, presets

OREBRO = presets.orebro_strict.choose(presentation="strict")


def project() -> Book:
    """A project of 2013–2014 whose plan is repaid in 2015, all of its grant used and the project closed."""
    book = fund_with(OREBRO, "20")
    about = {"board": "BUN", "financing": "ur fonden", "end": date(2014, 12, 31), "decision": kf(2013)}
    frames = {2013: msek("1.0"), 2014: msek("1.4")}
    book.grant("social", "Navigator", msek("2.4"), plan={"A": {2015: msek("2.4")}}, frames=frames, **about)
    return book


def test_nothing_is_granted_in_the_frame_of_a_year_that_had_ended():
    book = project()
    about = {"board": "BUN", "financing": "ur fonden", "end": date(2016, 12, 31), "decision": kf(2015)}
    plan = {"A": {2016: msek("1")}}
    refused(
        lambda: book.grant("social", "Nytt", msek("1"), plan=plan, frames={2014: msek("1")}, **about),
        "FRAME_YEAR_ENDED",
        book=book,
    )
    book.grant("social", "Nytt", msek("1"), plan=plan, frames={2015: msek("0.5"), 2016: msek("0.5")}, **about)


def test_an_instalment_and_a_settlement_lower_no_frame_that_had_ended():
    book = project()
    book.close_project("Navigator", year=2014, decision=kf(2015))
    book.measure("Navigator", "A", 0, effect_year=2014, decision=kf(2015))
    late = {"effect_year": 2014, "frame_year": 2014, "decision": kf(2015)}
    refused(lambda: book.repay("Navigator", "A", msek("1"), **late), "FRAME_YEAR_ENDED", book=book)
    refused(lambda: book.settle("Navigator", frame_year=2014, decision=kf(2015)), "FRAME_YEAR_ENDED", book=book)
    book.repay("Navigator", "A", msek("1"), **{**late, "frame_year": 2015})
    book.settle("Navigator", frame_year=2015, decision=kf(2015))


def test_what_is_carried_over_goes_to_a_year_that_had_not_ended():
    book = project()
    refused(
        lambda: book.carry_over("Navigator", msek("1.0"), year=2013, decision=kf(2015)), "FRAME_YEAR_ENDED", book=book
    )
    book.carry_over("Navigator", msek("1.0"), year=2013, decision=kf(2014))


def test_nothing_is_carried_over_from_a_closed_year():
    book = project()
    book.record_result(2013, msek("1"))
    book.close_year(2013, decision=kf(2014))
    before = book.frames("social", budget_year=2013)
    refused(lambda: book.carry_over("Navigator", msek("1.0"), year=2013, decision=kf(2014)), "PERIOD_CLOSED", book=book)
    assert book.frames("social", budget_year=2013) == before
