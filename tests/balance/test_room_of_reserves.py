"""The room for an allocation under the names it has: ceilings, what they leave, what is proposed, and on what share."""

from __future__ import annotations

import pytest
from drawing import drawn, mkr, year

from sifund_ledger.errors import Refused

BASES = {"equity": 1200, "pension_contingency": 0}


def room(statement):
    (table,) = (each for each in statement.tables() if each.code == "reserves")
    return {row.code: row.cells[1:] for row in table.rows}


def in_mkr(*amounts):
    return tuple(None if amount is None else round(mkr(amount).get_amount_in_sub_unit()) for amount in amounts)


def test_the_ceiling_of_the_reserve_s_size_and_the_room_below_it_stand_under_their_own_names():
    statement = drawn(
        year(2024, 60, taxes_and_grants=2905, reserve_allocated=10, **BASES),
        year(2025, 60, taxes_and_grants=2905, **BASES),
    )
    assert room(statement)["largest"] == in_mkr("145.25", "145.25")
    assert room(statement)["stock"] == in_mkr("145.25", "135.25")
    assert "Tak, reservens storlek" in statement.text()
    assert "Utrymme upp till taket" in statement.text()
    explained = statement.explain("reserve_stock", 2025)
    assert [(sign, term.code, term.ore) for sign, term in explained.terms] == [
        (1, "reserve_largest", *in_mkr("145.25")), (-1, "opening", *in_mkr(10))
    ]  # fmt: skip
    assert "5 % av skatter" in str(statement.explain("reserve_largest", 2024))


def test_a_reserve_above_its_ceiling_has_no_room_and_the_ceiling_still_stands():
    statement = drawn(year(2025, 60, taxes_and_grants=1000, reserve_before=80, **BASES))
    assert (room(statement)["largest"], room(statement)["stock"]) == (in_mkr(50), in_mkr(0))


def test_the_ceiling_is_known_where_the_opening_is_not():
    statement = drawn(year(2025, 60, taxes_and_grants=1000, **BASES))
    assert room(statement)["largest"] == in_mkr(50)
    assert "stock" not in room(statement)


@pytest.mark.parametrize(("allocated", "set_aside"), [(0, 0), (20, 0), (50, 0), (20, 5)])
def test_what_is_proposed_is_the_same_once_the_allocation_is_in_the_figures(allocated: int, set_aside: int):
    figures = year(2024, 60, taxes_and_grants=1000, reserve_allocated=allocated, earmark_set_aside=set_aside, **BASES)
    assert room(drawn(figures))["proposed"] == in_mkr(50 - set_aside)


def test_what_is_proposed_says_that_it_is_practice_and_cites_no_paragraph():
    statement = drawn(year(2024, 60, taxes_and_grants=1000, **BASES))
    assert "Föreslaget (praxis)" in statement.text()
    assert "Proposed (practice)" in statement.text("en")
    explained = statement.explain("reserve_proposed")
    assert (explained.citation, explained.rule) == ("", "")
    assert "praxis" in explained.note
    assert "practice" in drawn(year(2024, 5, taxes_and_grants=1000)).explain("reserve_proposed", language="en").note


@pytest.mark.parametrize(
    ("bases", "share", "why"),
    [
        ({"equity": 100, "pension_contingency": 50}, "1 %", "inte är negativt"),
        ({"equity": 100, "pension_contingency": 150}, "2 %", "är negativt"),
        ({"equity": 100}, "1 %", "saknas; är det negativt gäller 2 %"),
    ],
)
@pytest.mark.parametrize("number", [2016, 2024])
def test_a_breached_ceiling_says_with_which_share_and_why(number: int, bases: dict[str, int], share: str, why: str):
    with pytest.raises(Refused) as refusal:
        drawn(year(number, 60, taxes_and_grants=1000, reserve_allocated=55, **bases))
    (found,) = (each for each in refusal.value.findings if each.code == "RESERVE_ABOVE_RESULT_CEILING")
    told = found.in_language("sv")[0]
    assert f"beräknat med {share} av skatter och bidrag, eftersom" in told
    assert told.rstrip(".").endswith(why)
