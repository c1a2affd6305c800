"""A grant raised, by either road, and what is frozen with it (ruling R36); what a later grant brings along."""

from __future__ import annotations

from datetime import date

import pytest
from fund_books import fund_with, kf, msek, refused
from models.ties import sums_that_differ

from sifund_ledger import presets

OREBRO = presets.orebro_strict.choose(presentation="strict")
END = date(2014, 12, 31)


def bridge(**more):
    """A grant of 4.0, whose plan repays all of it in 2015."""
    book = fund_with(OREBRO, "20")
    book.grant(
        "social", "Bryggan", msek(4), board="BUN", financing="ur fonden", plan={"Social": {2015: msek(4)}}, end=END,
        decision=kf(2013), **more,
    )  # fmt: skip
    return book


def floor(book):
    return sum(line.floor_ore for line in book.settlement("Bryggan").boards)


def by_amending(book):
    book.amend_grant("Bryggan", msek(2), reason="Fler", plan={"Social": {2016: msek(2)}}, decision=kf(2014))


def by_granting(book):
    plan = {"Social": {2016: msek(2)}}
    book.grant("social", "Bryggan", msek(2), board="BUN", financing="f", plan=plan, end=END, decision=kf(2014))


def by_revising_first(book):
    book.revise_plan("Bryggan", {"Social": {2015: msek(4), 2016: msek(2)}}, reason="Fler", decision=kf(2014))
    assert floor(book) == 120_000_000  # revising alone freezes nothing
    book.amend_grant("Bryggan", msek(2), reason="Fler", decision=kf(2014))


@pytest.mark.parametrize("raised", [by_amending, by_granting, by_revising_first])
def test_a_raise_freezes_its_plan_by_either_road(raised):
    book = bridge()
    raised(book)
    project = book.project("Bryggan")
    assert floor(book) == 180_000_000
    assert project.original_plan == (("Social", 2015, 400_000_000), ("Social", 2016, 200_000_000))
    assert project.claim("Social")[:2] == (600_000_000, 600_000_000)
    assert sums_that_differ(book._state.register, book._state.balances) == []


@pytest.mark.parametrize("raised", [by_amending, by_revising_first])
def test_a_raise_taken_back_thaws_its_plan(raised):
    book = bridge()
    raised(book)
    book.correct(list(book.records())[-1].seq, reason="Fel", decision=kf(2014))
    assert floor(book) == 120_000_000
    assert book.project("Bryggan").original_plan == (("Social", 2015, 400_000_000),)
    assert sums_that_differ(book._state.register, book._state.balances) == []


def test_a_raise_needs_a_plan_that_repays_it():
    book = bridge()
    about = {"reason": "Fler", "decision": kf(2014)}
    refused(lambda: book.amend_grant("Bryggan", msek(2), **about), "PLAN_BELOW_GRANT", book=book)
    short, late = {"Social": {2016: msek(1)}}, {"Social": {2030: msek(2)}}
    refused(lambda: book.amend_grant("Bryggan", msek(2), plan=short, **about), "PLAN_BELOW_GRANT", book=book)
    refused(lambda: book.amend_grant("Bryggan", msek(2), plan=late, **about), "PLAN_ENDS_LATE", book=book)


def test_what_a_plan_repays_beyond_its_grant_does_not_repay_a_raise():
    book = fund_with(OREBRO, "20")
    book.grant(
        "social", "Bryggan", msek(4), board="BUN", financing="f", plan={"Social": {2015: msek(5)}}, end=END,
        decision=kf(2013),
    )  # fmt: skip
    refused(
        lambda: book.amend_grant("Bryggan", msek(1), reason="Fler", decision=kf(2014)), "PLAN_BELOW_GRANT", book=book
    )


def test_a_cut_before_any_use_lowers_the_frozen_plan_where_its_decision_says_so():
    book = bridge()
    book.amend_grant("Bryggan", msek(-1), reason="Färre", decision=kf(2014))
    assert (floor(book), book.project("Bryggan").to_repay) == (120_000_000, msek(4))
    about = {"reason": "Färre", "decision": kf(2014)}
    book.amend_grant("Bryggan", msek(-1), plan={"Social": {2015: msek(-2)}}, **about)
    assert (floor(book), book.project("Bryggan").to_repay) == (60_000_000, msek(2))
    assert book.project("Bryggan").original_plan == (("Social", 2015, 200_000_000),)
    refused(
        lambda: book.amend_grant("Bryggan", msek(-1), plan={"Social": {2015: msek(-3)}}, **about),
        "ABOVE_CLAIM", "PLAN_BELOW_GRANT", book=book,
    )  # fmt: skip
    refused(
        lambda: book.amend_grant("Bryggan", msek(-1), plan={"Social": {2015: msek(1)}}, **about),
        "PLAN_CHANGE_UNSOUND", book=book,
    )  # fmt: skip
    book.use("social", msek(1), year=2014, project="Bryggan", net_cost=msek(1), decision=kf(2015))
    refused(
        lambda: book.amend_grant("Bryggan", msek(-1), plan={"Social": {2015: msek(-1)}}, **about),
        "PLAN_FROZEN_BY_USE", book=book,
    )  # fmt: skip


@pytest.mark.parametrize("begun", [True, False])
def test_a_further_grant_is_in_time_where_the_projects_plan_is(begun):
    book = fund_with(OREBRO, "20")
    about = {"board": "BUN", "financing": "f", "end": date(2018, 12, 31)}
    first = {"Social": {2015: msek(2)}}
    book.grant("social", "Bryggan", msek(2), plan=first, start=date(2013, 1, 1), decision=kf(2013), **about)
    if begun:
        book.measure("Bryggan", "Social", msek(2), effect_year=2015, decision=kf(2015))
        book.repay("Bryggan", "Social", msek(2), effect_year=2015, frame_year=2015, decision=kf(2015))
    more = {"Social": {2019: msek(2)}}
    book.grant("social", "Bryggan", msek(2), plan=more, decision=kf(2017), **about)
    book.amend_grant("Bryggan", msek(1), reason="Fler", plan={"Social": {2019: msek(1)}}, decision=kf(2017))
    assert book.project("Bryggan").to_repay == msek(3 if begun else 5)


def test_a_further_grant_brings_its_participants_along_and_takes_them_with_it():
    book = bridge(participants=[("BUN", "Elevhälsan")])
    plan = {"Social": {2016: msek(2)}}
    book.grant(
        "social", "Bryggan", msek(2), board="BUN", financing="f", plan=plan, end=date(2015, 6, 30), decision=kf(2014),
        participants=[("Social", "Unga"), ("BUN", "Elevhälsan")],
    )  # fmt: skip
    project = book.project("Bryggan")
    assert project.participants == (("BUN", "Elevhälsan"), ("Social", "Unga"))
    assert project.end == date(2015, 6, 30)
    book.correct(list(book.records())[-1].seq, reason="Fel", decision=kf(2014))
    project = book.project("Bryggan")
    assert (project.participants, project.end) == ((("BUN", "Elevhälsan"),), END)


def test_a_further_grant_says_that_it_does_not_move_the_start():
    book = bridge()
    plan = {"Social": {2016: msek(2)}}
    book.grant(
        "social", "Bryggan", msek(2), board="BUN", financing="f", plan=plan, start=date(2014, 1, 1), decision=kf(2014)
    )
    assert [finding.code for finding in book.warnings if finding.code == "START_STANDS"]
    assert book.project("Bryggan").start == date(2013, 4, 22)
