"""A reorganisation changes no sum, and no board owes more because of it (ruling R39), in the ruling's own figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from fund_books import fund_with, kf, msek

from sifund_ledger import Refused, from_ore, presets

OREBRO = presets.orebro_strict.choose(presentation="strict")
PARTS = ("original", "planned", "repaid", "waived", "borne", "open", "floor_waived")


def repaid_in_part(plan="2.4", repaid="1.0"):
    """A project of one board's plan, all of the grant used, some of it repaid, and no effect measured."""
    book = fund_with(OREBRO, "20")
    lines = {"Social": {2015: msek(plan)}}
    book.grant(
        "social", "Navigator", msek(plan), board="BUN", financing="ur fonden", plan=lines, end=date(2014, 12, 31),
        decision=kf(2013),
    )  # fmt: skip
    book.use("social", msek(plan), year=2013, project="Navigator", net_cost=msek(plan), decision=kf(2014))
    book.measure("Navigator", "Social", 0, effect_year=2014, decision=kf(2014))
    if repaid != "0":
        book.repay("Navigator", "Social", msek(repaid), effect_year=2014, frame_year=2015, decision=kf(2015))
    book.close_project("Navigator", year=2015, decision=kf(2015))
    return book


def sums(book):
    each = [claim for _, claim in book.project("Navigator").claims]
    return [sum(getattr(claim, part) for claim in each) for part in PARTS]


def divided(book, shares):
    book.reorganise("Social", successors=shares, last_day=date(2015, 12, 31), reason="Ny nämnd", decision=kf(2015))
    return book


def settled(book):
    """What each board repays at the settlement, beyond what was repaid before it."""
    before = {board: claim.repaid for board, claim in book.project("Navigator").claims}
    book.settle("Navigator", frame_year=2016, decision=kf(2016))
    return {board: claim.repaid - before[board] for board, claim in book.project("Navigator").claims}


@pytest.mark.parametrize("road", ["reorganise", "reassign"])
def test_who_takes_over_a_plan_whose_floor_is_repaid_owes_nothing(road):
    book = repaid_in_part()
    before, frozen = sums(book), book.project("Navigator").original_plan
    if road == "reorganise":
        divided(book, {"Vård": 1})
    else:
        book.reassign("Navigator", "Social", "Vård", reason="Ny nämnd", decision=kf(2015))
    assert sums(book) == before
    assert book.project("Navigator").original_plan == frozen == (("Social", 2015, 240_000_000),)
    assert settled(book) == {"Social": 0, "Vård": 0}


def test_who_takes_over_owes_what_the_old_board_would_have_owed():
    book = divided(repaid_in_part(repaid="0.5"), {"Vård": 1})
    assert settled(book) == {"Social": 0, "Vård": 22_000_000}  # the floor of 0.72, less 0.5


def test_a_floor_is_divided_with_the_plan_and_what_is_repaid():
    book = repaid_in_part(repaid="0.48")
    before = sums(book)
    divided(book, {"Vård": Fraction(1, 3), "Skola": Fraction(2, 3)})
    assert sums(book) == before
    assert settled(book) == {"Social": 0, "Skola": 16_000_000, "Vård": 8_000_000}


def test_a_measured_effect_goes_with_the_plan():
    book = repaid_in_part(repaid="0.5")
    book.measure("Navigator", "Social", msek("1.2"), effect_year=2015, decision=kf(2015))
    divided(book, {"Vård": 1})
    assert settled(book) == {"Social": 0, "Vård": 70_000_000}


def test_half_of_a_claim_takes_half_of_everything_with_it():
    book = repaid_in_part()
    before = sums(book)
    book.reassign("Navigator", "Social", "Vård", msek("0.7"), reason="Delad", decision=kf(2015))
    assert sums(book) == before
    claims = dict(book.project("Navigator").claims)
    assert claims["Vård"][:3] == claims["Social"][:3] == (120_000_000, 120_000_000, 50_000_000)
    assert settled(book) == {"Social": 0, "Vård": 0}


def test_a_move_taken_back_leaves_everything_as_before():
    book = repaid_in_part()
    before = book.project("Navigator").claim("Social"), book._state.register.measured("Navigator", "Social")
    book.reassign("Navigator", "Social", "Vård", reason="Ny nämnd", decision=kf(2015))
    book.correct(list(book.records())[-1].seq, reason="Fel nämnd", decision=kf(2016))
    after = book.project("Navigator").claim("Social"), book._state.register.measured("Navigator", "Social")
    assert after == before


def test_a_repayment_that_has_moved_on_is_not_taken_back_from_the_board_that_made_it():
    book = repaid_in_part()
    seq = next(record.seq for record in book.records() if record.event.kind == "repaid")
    divided(book, {"Vård": 1})
    with pytest.raises(Refused) as caught:
        book.correct(seq, reason="Fel belopp", decision=kf(2016))
    (found,) = caught.value.findings
    values = dict(found.values)
    assert (found.code, values["other"], values["amount"]) == ("CLAIM_MOVED_SINCE", book.head.seq, 100_000_000)
    for each in (values["other"], seq):  # the remedy, and then what was asked
        book.correct(each, reason="Fel belopp", decision=kf(2016))


def test_odd_amounts_are_divided_to_the_last_ore_and_the_old_board_keeps_nothing():
    book = repaid_in_part(plan="2.41", repaid="0.5")
    book.waive("Navigator", "Social", msek("0.1"), of="floor", reason="Flytt", decision=kf(2015))
    book.measure("Navigator", "Social", msek("1.01"), effect_year=2015, decision=kf(2015))
    before = sums(book)
    divided(book, dict.fromkeys(("Norr", "Söder", "Öst"), Fraction(1, 3)))
    assert sums(book) == before
    old = book.project("Navigator").claim("Social")
    assert [getattr(old, part) for part in PARTS] == [0] * len(PARTS)
    measured = {line.board: line.measured_ore for line in book.settlement("Navigator").boards}
    assert measured.pop("Social") == 0
    assert sum(measured.values()) == 101_000_000


def test_a_single_ore_goes_whole_to_one_successor():
    book = repaid_in_part(repaid="0")
    all_but_one = msek("2.4") - from_ore(1)
    book.repay("Navigator", "Social", all_but_one, effect_year=2014, frame_year=2015, decision=kf(2015))
    divided(book, dict.fromkeys(("Norr", "Söder", "Öst"), Fraction(1, 3)))
    assert sorted(claim.open for _, claim in book.project("Navigator").claims) == [0, 1]
