"""D15, Luleå's caps; D16, Region Skåne's co-financing; Gävleborg and Gullspång; D20, what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from programme_books import fund_book, kf, msek, rows, warned

from sifund_ledger import Refused, presets


def granted(book, name: str, day: str = "2018-05-20") -> None:
    book.reach_stage(name, "granted", day=day, by="KF", decision=f"KF {day} § 7")


def small(book, name: str, amount: str, end: str = "2018-12-31") -> None:
    book.declare_application(
        name, day="2018-01-10", fund="social", sought=msek(amount), small=True, start="2018-02-01", end=end
    )


def test_d15_small_projects_within_their_cap():
    book = fund_book(programme="lulea", year=2018)
    for name, amount in (("A", "0.3"), ("B", "0.2")):
        small(book, name, amount)
        granted(book, name)
    small(book, "C", "0.1")
    with pytest.raises(Refused, match="With this it comes to 600 000 kr"):
        granted(book, "C")


def test_d15_lengths_units_and_rounds():
    book = fund_book(programme="lulea", year=2018)
    small(book, "Lång", "0.1", end="2019-02-28")
    with pytest.raises(Refused, match="It is 13 months"):
        granted(book, "Lång")
    book.declare_application(
        "Stor", day="2018-01-10", fund="social", sought=msek("1"), small=False, start="2018-02-01", end="2022-01-31"
    )
    with pytest.raises(Refused) as caught:
        granted(book, "Stor")
    texts = " ".join(each.message for each in caught.value.findings)
    assert "It is 48 months" in texts
    assert "Number: 0" in texts
    book.reach_stage("Stor", "applied", day="2018-04-16", by="Skola")
    assert any("the round is 2018-10-15" in text for text in warned(book, "RULE_BREACHED"))


def test_d16_the_grant_leaves_room_for_co_financing():
    book = fund_book(programme="region_skane", year=2018)
    book.declare_application("A", day="2018-01-10", fund="social", sought=msek("0.75"), effort=msek("1"))
    with pytest.raises(Refused, match="Sought 750 000 kr; at most 700 000 kr"):
        granted(book, "A")
    book.declare_application("A", day="2018-01-11", sought=msek("0.70"), co_financing=msek("0.30"))
    granted(book, "A")
    (row,) = rows(book.programme.co_financing())
    assert (row["others"], row["share"]) == (30_000_000, "0.3")


def test_gavleborg_wants_an_endorsement_half_and_two_actors():
    book = fund_book(programme="gavleborg", year=2018)
    about = {"sought": msek("1.5"), "effort": msek("3"), "start": "2018-01-01", "end": "2020-12-31",
             "reinforcement": False, "measurable": True}  # fmt: skip
    book.declare_application("A", day="2018-01-10", fund="social", **about)
    with pytest.raises(Refused) as caught:
        granted(book, "A")
    assert len(caught.value.findings) == 2
    book.declare_application("A", day="2018-01-11", endorsed_by="verksamhetschef")
    for actor in ("Region Gävleborg", "Föreningen"):
        book.join_project("A", actor, as_what="civil_society", day="2018-01-11")
    granted(book, "A")


def test_d20_no_period_for_the_effect_and_not_calculable():
    book = fund_book(programme="gullspang", year=2018)
    book.declare_application("A", day="2018-01-10", fund="social", first_effect=2020)
    with pytest.raises(Refused, match="The period of the calculated saving is to be defined"):
        granted(book, "A")
    malmo = fund_book(programme="malmo", year=2018)
    malmo.declare_application("A", day="2018-01-10", fund="social", calculable=False)
    with pytest.raises(Refused, match=r"to be calculable\. Declared: no"):
        granted(malmo, "A")


def test_d20_one_unit_an_extra_teacher_and_no_exit_plan():
    """I14 and S19: the guideline of the fund refuses each, and the application stays where it is."""
    cases = (
        ("lulea", {"small": False}, "At least 2 operations"),
        ("norrkoping", {"reinforcement": True}, "may not be a general reinforcement"),
        ("ale", {"sought": 1, "effect": 1, "start": "2018-02-01", "first_effect": 2019}, "becomes ordinary operations"),
    )
    for programme, declared, told in cases:
        book = fund_book(programme=programme, year=2018)
        book.declare_application("En extra lärare", day="2018-01-10", fund="social", **declared)
        book.join_project("En extra lärare", "Skola", operation="Grundskolan", day="2018-01-10")
        with pytest.raises(Refused, match=told):
            granted(book, "En extra lärare")


def test_d20_more_than_there_is_a_body_without_authority_and_an_account_that_is_none_of_the_funds():
    """I2, I16, I7: refused, and no posting of a fund ever touches an asset, a provision or an income."""
    book = fund_book(year=2018)
    about = {"board": "Skola", "financing": "ur fonden"}
    with pytest.raises(Refused, match="ABOVE_AVAILABLE"):
        book.grant("social", "A", msek("10.1"), decision=kf(2018), **about)
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.grant("social", "A", msek("1"), decision="KS 2018-05-08 § 7", **about)
    book.grant("social", "A", msek("1"), decision=kf(2018), **about)
    assert {account.book for account in book._state.balances.as_dict()} == {"EARMARK", "FRAME"}


def test_d20_norrkoping_repays_what_starts_to_2021_and_nothing_after():
    """I8, I9, I18: a plan is missing for what starts in 2020, and refused for what starts in 2022."""
    book = fund_book(policy=presets.norrkoping_2021, year=2020)
    about = {"board": "Skola", "financing": "ur fonden"}
    plan = {"Social": {2024: msek("1")}}
    with pytest.raises(Refused, match="PLAN_MISSING"):
        book.grant("social", "A", msek("1"), start=date(2020, 5, 1), decision=kf(2020), **about)
    with pytest.raises(Refused, match="PLAN_IN_BUDGET_MODEL"):
        book.grant("social", "B", msek("1"), start=date(2022, 2, 1), plan=plan, decision=kf(2022), **about)
    book.grant("social", "A", msek("1"), start=date(2020, 5, 1), plan=plan, decision=kf(2020), **about)
    book.grant("social", "B", msek("1"), start=date(2022, 2, 1), decision=kf(2022), **about)
