"""A correction leaves no later record without what it rests on (LKBR 3:7); the remedy named is one that can be done."""

from __future__ import annotations

from datetime import date

import pytest
from fund_books import fund_with, kf, ks, msek, new_book, refused
from models.ties import sums_that_differ

from sifund_ledger import Decision, Refused, presets

YEARLY = presets.budget_textbook.choose(window=(2013, 2020))
BY_PLAN = presets.reversal_textbook.choose(clawback_mode="automatic_plan", repayment_cap_share="2")
RESERVE = presets.result_reserve_2024
BOARD = Decision.parse("BUN 2014-02-10 § 8")


def granted(book, amount, *, year=2013, name="Navigator", **more):
    book.grant("social", name, msek(amount), board="BUN", financing="ur fonden", decision=kf(year), **more)
    return book.head.seq


def used(book, amount, *, year=2013, decision=None):
    about = {"project": "Navigator", "net_cost": msek(amount), "reason": "Tidiga insatser"}
    book.use("social", msek(amount), year=year, decision=decision or kf(year + 1), **about)
    return book.head.seq


def correct(book, seq, year=2015):
    return book.correct(seq, reason="Fel belopp", decision=kf(year))


def rests(book, seq):
    """The record that is refused to be left without what it rests on; the book is as before."""
    before = book.head
    with pytest.raises(Refused) as caught:
        correct(book, seq)
    found = [finding for finding in caught.value.findings if finding.code == "RESTED_ON"]
    assert book.head == before
    return dict(found[0].values)["other"]


def by_the_remedy(book, seq):
    """Take back what rests on it first, as each refusal says, until it can be taken back; how many records that was."""
    for count in range(10):
        try:
            correct(book, seq)
        except Refused as refusal:
            others = [dict(found.values)["other"] for found in refusal.findings if found.code == "RESTED_ON"]
            by_the_remedy(book, others[0])
        else:
            assert sums_that_differ(book._state.register, book._state.balances) == []
            return count
    raise AssertionError("the remedies come to no end")


def test_a_first_grant_whose_release_a_later_one_would_bear():
    book = fund_with(YEARLY, "40")
    first = granted(book, 4)
    book.release("Navigator", msek(4), year=2013, decision=kf(2013, 2))
    released = book.head.seq
    granted(book, 4)
    assert rests(book, first) == released
    assert by_the_remedy(book, first) == 1
    project = book.project("Navigator")
    assert (project.granted_ore, project.released_ore) == (400_000_000, 0)


def test_an_only_grant_beside_a_raise_and_a_release_that_make_up_for_it():
    book = fund_with(YEARLY, "40")
    first = granted(book, 4)
    book.amend_grant("Navigator", msek(4), reason="Fler deltagare", decision=kf(2013))
    book.release("Navigator", msek(4), year=2013, decision=kf(2014))
    rests(book, first)
    by_the_remedy(book, first)
    granted(book, 2, year=2014)
    assert (book.project("Navigator").granted_ore, book.project("Navigator").released_ore) == (200_000_000, 0)


@pytest.mark.parametrize(("policy", "year"), [(YEARLY, 2013), (RESERVE, 2025)], ids=["earmark", "reserve"])
def test_a_first_grant_under_which_a_use_was_decided(policy, year):
    """R44: the use cites the first grant, or a decision of its time; the later grant is of another day."""
    book = new_book(opened=year - 1, results={year: "50"})
    book.create_fund("social", policy=policy, decision=kf(year))
    book.set_aside("social", msek(20), result_year=year, decision=kf(year + 1))
    first = granted(book, 4, year=year + 1)
    granted(book, 4, year=year + 2)
    book.use(
        "social", msek(1), year=year + 2, project="Navigator", net_cost=msek(1), reason="Tidiga insatser",
        decision=kf(year + 1),
    )  # fmt: skip
    assert rests(book, first) == book.head.seq
    by_the_remedy(book, first)


def test_a_part_of_a_frame_that_is_carried_over():
    book = fund_with(YEARLY, "40")
    granted(book, 4, frames={2013: msek("1.5"), 2014: msek("2.5")})
    book.amend_grant("Navigator", msek(1), frames={2013: msek(1)}, reason="x", decision=kf(2013))
    raised = book.head.seq
    granted(book, 5, name="Annat")
    book.carry_over("Navigator", msek("2.5"), year=2013, decision=kf(2014))
    assert rests(book, raised) == book.head.seq
    assert by_the_remedy(book, raised) == 1
    refused(lambda: book.carry_over("Navigator", msek("2.5"), year=2013, decision=kf(2014)), "CARRY_OVER_ABOVE_FRAME")


def test_a_carry_over_that_is_carried_on():
    book = fund_with(YEARLY, "40")
    granted(book, 4, frames={2013: msek("1.5"), 2014: msek("2.5")})
    book.carry_over("Navigator", msek("1.5"), year=2013, decision=kf(2014))
    first = book.head.seq
    book.carry_over("Navigator", msek(4), year=2014, decision=kf(2015))
    assert rests(book, first) == book.head.seq
    assert by_the_remedy(book, first) == 1


def test_a_move_between_the_frames_of_years_that_is_carried_on():
    book = fund_with(YEARLY, "40")
    granted(book, 4, frames={2013: msek("1.5"), 2014: msek("2.5")})
    moved = {2013: msek("-1.5"), 2014: msek("1.5")}
    book.amend_grant("Navigator", 0, frames=moved, reason="Senare start", decision=kf(2013))
    amended = book.head.seq
    book.carry_over("Navigator", msek(4), year=2014, decision=kf(2015))
    assert rests(book, amended) == book.head.seq
    by_the_remedy(book, amended)


def test_what_was_lowered_when_others_have_been_granted_it():
    book = fund_with(YEARLY.choose(annual_frame=msek(5)), "40")
    granted(book, 4)
    book.amend_grant("Navigator", msek(-2), reason="Färre deltagare", decision=kf(2013))
    lowered = book.head.seq
    granted(book, 3, name="Annat")
    refused(lambda: correct(book, lowered), "ANNUAL_FRAME_EXCEEDED", book=book)
    book.amend_grant("Annat", msek(-2), reason="Färre deltagare", decision=kf(2013))
    correct(book, lowered)
    assert book.project("Navigator").granted_ore == 400_000_000


def test_a_claim_moved_to_the_board_that_repaid_it():
    """What the new board has repaid rests on the move, though the same board owes as much anew."""
    book = fund_with(BY_PLAN, "10")
    granted(book, 2, plan={"SN": {2015: msek(2)}})
    book.reassign("Navigator", "SN", "KS", msek(2), reason="Omorganisation", decision=kf(2014))
    moved = book.head.seq
    book.repay("Navigator", "KS", msek(2), effect_year=2014, frame_year=2015, decision=kf(2014))
    repaid = book.head.seq
    book.revise_plan("Navigator", {"KS": {2015: msek(2)}}, reason="Ny bedömning", decision=kf(2014))
    assert rests(book, moved) == repaid
    by_the_remedy(book, moved)


def test_a_repayment_whose_renewal_only_later_repayments_would_cover():
    book = fund_with(BY_PLAN, "10")
    granted(book, 4, plan={"SN": {2015: msek(2), 2016: msek(2)}})
    book.repay("Navigator", "SN", msek(2), effect_year=2014, frame_year=2015, decision=kf(2014))
    repaid = book.head.seq
    for year in (2013, 2014, 2015):
        book.record_result(year, msek(50))
    book.renew("social", result_year=2015, decision=kf(2016))
    renewed = book.head.seq
    book.repay("Navigator", "SN", msek(2), effect_year=2015, frame_year=2016, decision=kf(2016))
    refused(lambda: correct(book, repaid, 2016), "REPAYMENT_RENEWED", book=book)
    correct(book, renewed, 2016)
    correct(book, repaid, 2016)


def closed_project():
    book = fund_with(YEARLY, "40")
    granted(book, 4)
    spent = used(book, 1)
    book.close_project("Navigator", year=2013, decision=BOARD)
    released = next(record.seq for record in book.records() if record.event.kind == "released")
    return book, spent, released


@pytest.mark.parametrize(("which", "left"), [("release", 300_000_000), ("use", 100_000_000)])
def test_a_release_or_use_of_a_closed_project_is_corrected_without_reopening_it(which, left):
    """What it leaves is neither used nor released: the project runs again (I4), which is told, and can be closed."""
    book, spent, released = closed_project()
    book.correct(released if which == "release" else spent, reason="Fel belopp", decision=BOARD)
    assert book.project("Navigator").standing == "running"
    [told] = [found for found in book.warnings if found.code == "PROJECT_RUNS_AGAIN"]
    assert dict(told.values)["left"] == left
    book.use("social", msek(1), year=2013, project="Navigator", net_cost=msek(2), decision=BOARD)
    book.close_project("Navigator", year=2013, decision=BOARD)
    project = book.project("Navigator")
    assert (project.standing, project.used_ore + project.released_ore) == ("closed", 400_000_000)


def test_a_release_in_a_closed_year_is_corrected_in_a_later_one():
    book, _, released = closed_project()
    book.record_result(2013, msek(1))
    book.close_year(2013, decision=kf(2014))
    refused(lambda: book.correct(released, reason="Fel", year=2014), "CORRECTION_UNDECIDED")
    book.correct(released, reason="Fel", year=2014, decision=BOARD)
    assert book.project("Navigator").standing == "running"
    book.close_project("Navigator", year=2014, decision=BOARD)


def test_a_use_of_a_settled_project_waits_for_its_reopening():
    book = fund_with(BY_PLAN.choose(repayment_basis="plan"), "10")
    granted(book, 2, plan={"SN": {2015: msek(2)}}, end=date(2013, 12, 31))
    spent = used(book, 2)
    book.close_project("Navigator", year=2013, decision=kf(2014))
    book.settle("Navigator", frame_year=2015, decision=kf(2014))
    refused(lambda: correct(book, spent), "PROJECT_SETTLED", book=book)
    book.reopen_project("Navigator", reason="Fel belopp", decision=kf(2014))
    correct(book, spent)
    assert book.project("Navigator").standing == "running"


def test_a_delegate_corrects_nothing_of_a_grant_that_is_the_councils():
    book = fund_with(YEARLY, "40")
    first = granted(book, 4)
    book.record_result(2013, msek(1))
    book.close_year(2013, decision=kf(2014))
    refused(lambda: book.correct(first, reason="Fel", year=2014, decision=ks(2014)), "DECISION_WITHOUT_AUTHORITY")


def test_the_only_grant_stands_while_a_plan_is_revised():
    """A plan that was put on a project later would be a claim of no project."""
    book = fund_with(BY_PLAN, "40")
    seq = granted(book, 4, plan={"BUN": {2017: msek(4)}})
    book.revise_plan("Navigator", {"BUN": {2017: msek(6)}}, reason="Större effekt", decision=kf(2014))
    revised = book.head.seq
    assert rests(book, seq) == revised
    assert by_the_remedy(book, seq)
