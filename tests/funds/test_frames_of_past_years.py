"""No frame changes of a year that is closed, or had ended when it was decided (R41)."""

from __future__ import annotations

from datetime import date

import pytest
from fund_books import fund_with, kf, msek, new_book, refused

from sifund_ledger import Book, presets
from sifund_ledger.exchange import budget_lines
from sifund_ledger.funds.tables.repayment_reports import frame_changes

OREBRO = presets.orebro_strict.choose(presentation="strict")
REVERSAL = presets.reversal_textbook.choose(clawback_mode="negotiated")


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


@pytest.mark.parametrize("what", ["grant", "amended", "moved", "released", "carried", "repaid"])
def test_R41_what_a_later_year_takes_back_moves_no_frame_of_a_closed_one(what):
    book = new_book(results={2013: "1"}, opened=2012)
    book.create_fund("social", policy=REVERSAL, decision=kf(2013))
    book.open_fund("social", msek(20), year=2013, decision=kf(2013))
    plan = {"SN": {2016: msek(6)}}
    values = {"board": "BUN", "financing": "ur fonden", "frames": {2013: msek(2), 2014: msek(4)}, "plan": plan}
    book.grant("social", "Navigator", msek(6), decision=kf(2013), **values)
    if what == "amended":
        book.amend_grant("Navigator", msek(-1), reason="Mindre", frames={2013: msek(-1)}, decision=kf(2013))
    elif what == "moved":
        frames = {2013: msek(-1), 2014: msek(1)}
        book.amend_grant("Navigator", msek(0), reason="Senare", frames=frames, decision=kf(2013))
    elif what == "released":
        book.release("Navigator", msek(1), year=2013, frames={2013: msek(1)}, decision=kf(2013))
    elif what == "carried":
        book.carry_over("Navigator", msek(1), year=2013, decision=kf(2014))
    elif what == "repaid":
        book.measure("Navigator", "SN", msek(1), effect_year=2013, decision=kf(2013))
        book.repay("Navigator", "SN", msek(1), effect_year=2013, frame_year=2013, decision=kf(2013))
    seq = book.head.seq
    book.close_year(2013, decision=kf(2014))
    printed, totals = frames_of(book, 2013), {year: sum(frames_of(book, year).values()) for year in (2013, 2014)}
    book.correct(seq, reason="Fel", year=2014, decision=kf(2015))
    assert frames_of(book, 2013) == printed
    after = sum(frames_of(book, 2014).values())
    expected = {"grant": -6, "amended": 1, "moved": 0, "released": 1, "carried": -1, "repaid": 1}
    assert after - totals[2014] == expected[what] * 100_000_000
    exported = sum(line.ore for line in budget_lines(book.records(), 2013).lines if line.code == "board_frame")
    assert exported == totals[2013]


def frames_of(book: Book, year: int) -> dict[str, int]:
    """What the fund changes in each board's frame of a year, beside what is expected; öre."""
    changes = frame_changes(book._state.register, "social", year, year)
    return {each.board: each.granted_ore - each.repaid_ore for each in changes if each.granted_ore - each.repaid_ore}
