"""One result is spent once, by the result's year and by source, in whichever year it was booked (R9, R40, R53, R60)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sifund_ledger import (
    Decision,
    ExceptionalGround,
    Policy,
    Refused,
    YearFigures,
    balance_requirement,
    open_book,
    presets,
    sek,
)
from sifund_ledger.balance.figures.year_figures import OpeningDeficit

POLICY = Policy(
    name="egen", source="KF 2012-05-21 § 60", set_aside_sources=("surplus", "accumulated_equity"),
    set_aside_above_surplus=True,
)  # fmt: skip
LATER = replace(POLICY, recognition="decision_year")


def council(year: int) -> Decision:
    return Decision.parse(f"KF {year}-04-22 § 45")


def book_with(policy: Policy, *, deficits: list[OpeningDeficit] | None = None):
    book = open_book(create="Exempelkommunen", actor="ekonomi")
    book.open_equity(2017, sek(1000), opening_deficits=deficits or [], decision=council(2018))
    book.create_fund("social", policy=policy, decision=council(2018))
    return book


def warned(findings) -> dict[str, str]:
    return {finding.place: finding.message for finding in findings if finding.code == "RESULT_SPENT_TWICE"}


def test_R40_what_is_taken_from_accumulated_equity_is_not_of_the_years_result():
    book = book_with(POLICY)
    book.record_result(2018, sek(6))
    book.set_aside("social", sek(40), source="accumulated_equity", year=2018, decision=council(2019))
    run = book.year_end(2018, YearFigures(net_result=sek(6)))
    assert run.statement.year(2018).figures.ore("earmark_set_aside") == 4000
    assert warned(run.findings) == {}


def test_R40_a_set_aside_of_a_result_booked_in_the_next_year_counts_for_its_own():
    book = book_with(LATER)
    book.record_result(2018, sek(20))
    figures = {"taxes_and_grants": sek(100), "equity": sek(1020), "pension_contingency": sek(0)}
    reserved = YearFigures(net_result=sek(20), reserve_allocated=sek(10), reserve_decision=council(2019), **figures)
    book.year_end(2018, reserved).post()
    book.set_aside("social", sek(15), result_year=2018, decision=council(2019))
    book.year_end(2019, YearFigures(net_result=sek(0))).post()
    statement = book.statement(2019)
    assert statement.year(2019).figures.ore("earmark_set_aside") == 1500
    assert warned(statement.findings) == {
        "2018": "Of the result of 2018, 20 kr, more is taken than there is: allocated 10 kr, set aside 15 kr, "
        "restoring deficits 0 kr."
    }


def test_R40_figures_of_a_file_may_say_what_is_of_the_years_own_result():
    figures = YearFigures(year=2018, net_result=sek(6), earmark_set_aside=sek(40))
    assert set(warned(balance_requirement([figures], opening_deficits=[]).findings)) == {"2018"}
    own = replace(figures, earmark_from_result=sek(6))
    assert warned(balance_requirement([own], opening_deficits=[]).findings) == {}
    above = replace(figures, earmark_set_aside=sek(0), earmark_from_result=sek(7))
    assert set(warned(balance_requirement([above], opening_deficits=[]).findings)) == {"2018"}


def test_R6_what_is_proposed_for_the_reserve_leaves_room_for_what_is_of_the_result_alone():
    figures = YearFigures(
        year=2018, net_result=sek(60), taxes_and_grants=sek(1000), equity=sek(500), pension_contingency=sek(0),
        earmark_set_aside=sek(40), earmark_from_result=sek(5),
    )  # fmt: skip
    ceilings = balance_requirement([figures], opening_deficits=[]).year(2018).ceilings
    assert (ceilings.reserve_flow, ceilings.reserve_proposed) == (sek(50), sek(45))


def test_R60_what_a_reserve_has_restored_is_not_spent_of_the_result():
    figures = YearFigures(
        year=2025, net_result=sek(2), reserve_before=sek(20), reserve_used=sek(10), reserve_purpose="Återställa 2024",
        earmark_set_aside=sek(0),
    )  # fmt: skip
    left = [OpeningDeficit(year=2024, left=sek(12))]
    statement = balance_requirement([figures], opening_deficits=left)
    assert statement.year(2025).restored == sek(12)
    assert warned(statement.findings) == {}
    more = balance_requirement([replace(figures, earmark_set_aside=sek("0.01"))], opening_deficits=left)
    assert warned(more.findings) == {
        "2025": "Of the result of 2025, 2 kr, more is taken than there is: allocated 0 kr, set aside 0.01 kr, "
        "restoring deficits 2 kr."
    }


def test_R53_what_is_restored_voluntarily_without_a_result_is_told():
    ground = ExceptionalGround(amount=sek(11), deficit_year=2016, reason="Sparade medel", decision=council(2017))
    opening = [OpeningDeficit(year=2016, left=sek(0), grounds=(ground,))]
    figures = YearFigures(year=2018, net_result=sek(-3), voluntarily_restored=sek(11))
    statement = balance_requirement([figures], opening_deficits=opening)
    assert warned(statement.findings) == {
        "2018": "Of the result of 2018, 0 kr, more is taken than there is: allocated 0 kr, set aside 0 kr, "
        "restoring deficits 11 kr."
    }


def repaid_book(**opening: object):
    """A fund with a right to renew 80 after 2019: a board has repaid what another board's project used."""
    book = open_book(create="Exempelkommunen", actor="ekonomi")
    book.open_equity(2017, sek(1000), decision=council(2018), **{"opening_deficits": [], **opening})
    policy = presets.reversal_textbook.choose(clawback_mode="automatic_plan")
    book.record_result(2018, sek(0))
    book.create_fund("social", policy=policy, decision=council(2018))
    book.open_fund("social", sek(100), year=2018, decision=council(2018))
    plan = {"SN": {2019: sek(80)}}
    book.grant("social", "Tidigt", sek(80), board="BUN", financing="ur fonden", plan=plan, decision=council(2018))
    book.use("social", sek(80), year=2018, project="Tidigt", net_cost=sek(80), decision=council(2019))
    book.repay("Tidigt", "SN", effect_year=2019, frame_year=2019, decision=council(2019))
    return book


BASES = {"taxes_and_grants": sek(1000), "equity": sek(1100), "pension_contingency": sek(0)}


def test_R53_a_renewal_has_the_room_that_the_reserve_leaves():
    book = repaid_book()
    reserved = {"reserve_allocated": sek(90), "reserve_decision": council(2020)}
    book.year_end(2019, YearFigures(net_result=sek(100), **reserved, **BASES)).post()
    with pytest.raises(Refused, match="RENEWAL_WITHOUT_ROOM"):
        book.renew("social", sek(11), result_year=2019, decision=council(2020))
    book.renew("social", result_year=2019, decision=council(2020))
    assert book.fund("social").available == sek(30)
    assert [row.cells[1:] for row in book.entitlements("social").rows][-1] == (0, 8000, 1000, 7000)


def test_R53_a_renewal_has_the_room_that_restored_deficits_leave():
    book = repaid_book(opening_deficits=[OpeningDeficit(year=2017, left=sek(60))])
    book.record_result(2019, sek(100))
    book.renew("social", result_year=2019, decision=council(2020))
    assert book.fund("social").available == sek(60)


def test_R53_a_renewal_has_the_room_that_a_voluntary_restoration_leaves():
    ground = ExceptionalGround(amount=sek(90), deficit_year=2017, reason="Sparade medel", decision=council(2018))
    book = repaid_book(opening_deficits=[OpeningDeficit(year=2017, left=sek(0), grounds=(ground,))])
    book.year_end(2019, YearFigures(net_result=sek(100), voluntarily_restored=sek(75))).post()
    book.renew("social", result_year=2019, decision=council(2020))
    assert book.fund("social").available == sek(45)
