"""What is measured, repaid or settled after a policy's hard limit (R51): reported, and a loss."""

from __future__ import annotations

from datetime import date

import pytest
from fund_books import fund_with, kf, ks, msek, refused

from sifund_ledger import Book, presets

OREBRO = presets.orebro_strict.choose(presentation="strict", end_limit_years_hard=2, end_limit_years_soft=2)


def closed_project(**chosen: object) -> Book:
    """A project of 2013–2014 that used all of 2.4, planned to be repaid in 2015 and 2016, the last year allowed."""
    book = fund_with(OREBRO.choose(**chosen), "20")
    plan = {"A": {2015: msek("1.2"), 2016: msek("1.2")}}
    about = {"board": "BUN", "financing": "ur fonden", "end": date(2014, 12, 31)}
    book.grant("social", "Navigator", msek("2.4"), plan=plan, decision=kf(2013), **about)
    book.use("social", msek("2.4"), year=2013, project="Navigator", net_cost=msek("2.4"), decision=kf(2014))
    book.close_project("Navigator", year=2013, decision=kf(2014))
    return book


def codes(book: Book) -> list[str]:
    return [finding.code for finding in book.warnings]


def test_an_effect_after_the_limit_is_reported_and_never_clawed_back():
    book = closed_project()
    book.measure("Navigator", "A", msek("1.0"), effect_year=2016, decision=kf(2016))
    book.measure("Navigator", "A", msek("9.0"), effect_year=2017, decision=kf(2016))
    assert codes(book)[-1] == "EFFECT_AFTER_LIMIT"
    reported = next(line for line in book.settlement("Navigator").boards if line.board == "A")
    assert reported.measured_ore == 1_000_000_000
    book.settle("Navigator", frame_year=2016, decision=kf(2016))
    assert dict(book.project("Navigator").claims)["A"].repaid == 100_000_000


def test_nothing_is_due_of_an_effect_that_came_too_late():
    book = closed_project(clawback_mode="automatic_measured")
    book.measure("Navigator", "A", msek("1.0"), effect_year=2017, decision=kf(2016))
    refused(lambda: book.repay("Navigator", "A", effect_year=2015, frame_year=2016, decision=kf(2016)), "NOTHING_DUE")


def test_no_frame_after_the_limit_is_lowered():
    book = closed_project()
    late = {"effect_year": 2016, "frame_year": 2017, "decision": kf(2016)}
    refused(lambda: book.repay("Navigator", "A", msek("1.0"), **late), "REPAID_AFTER_LIMIT")
    book.repay("Navigator", "A", msek("1.0"), **{**late, "frame_year": 2016})


@pytest.mark.parametrize("repaid", ["0", "0.5"])
def test_a_floor_that_was_not_collected_in_time_is_a_loss(repaid):
    book = closed_project()
    if repaid != "0":
        book.repay("Navigator", "A", msek(repaid), effect_year=2015, frame_year=2016, decision=kf(2016))
    book.measure("Navigator", "A", msek("2.0"), effect_year=2015, decision=kf(2016))
    book.settle("Navigator", frame_year=2040, decision=kf(2016))
    [late] = [finding for finding in book.warnings if finding.code == "SETTLED_AFTER_LIMIT"]
    claim = dict(book.project("Navigator").claims)["A"]
    assert claim.repaid == int(float(repaid) * 100_000_000)
    assert dict(late.values)["amount"] == claim.borne == 240_000_000 - claim.repaid
    assert claim.open == 0
    assert book.frames("social", budget_year=2040).rows == ()


def test_a_loss_by_lateness_needs_the_body_that_may_waive():
    book = closed_project()
    book.measure("Navigator", "A", msek("2.4"), effect_year=2015, decision=kf(2016))
    book.delegate("social", "administer", to="Kommunstyrelsen", decision=kf(2013))
    late = {"frame_year": 2017, "decision": ks(2016)}
    refused(lambda: book.settle("Navigator", **late), "DECISION_WITHOUT_AUTHORITY")
    book.settle("Navigator", frame_year=2016, decision=ks(2016))


def test_a_limit_counts_from_the_end_that_the_latest_grant_gives():
    book = closed_project()
    later = {"financing": "ur fonden", "board": "BUN", "end": date(2016, 12, 31)}
    book.reopen_project("Navigator", decision=kf(2016), reason="En andra etapp")
    book.grant("social", "Navigator", msek("0.5"), plan={"A": {2018: msek("0.5")}}, decision=kf(2016), **later)
    book.repay("Navigator", "A", msek("1.0"), effect_year=2016, frame_year=2018, decision=kf(2016))
    assert dict(book.project("Navigator").claims)["A"].repaid == 100_000_000


def test_an_effect_that_takes_the_place_of_another_says_so_with_both_amounts_and_the_year():
    book = closed_project()
    book.measure("Navigator", "A", msek("1.0"), effect_year=2015, decision=kf(2016))
    book.measure("Navigator", "A", msek("2.0"), effect_year=2016, decision=kf(2016))
    assert codes(book) == []
    book.measure("Navigator", "A", msek("0.5"), effect_year=2015, decision=kf(2016))
    [told] = [dict(found.values) for found in book.warnings]
    assert (told["board"], told["effect_year"], told["earlier"], told["amount"]) == ("A", 2015, 100_000_000, 50_000_000)
    assert book.settlement("Navigator").boards[0].measured_ore == 250_000_000
