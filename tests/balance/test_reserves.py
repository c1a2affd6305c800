"""The reserves: published accounts and ceilings, the rulings on them, and what each year's law refuses."""

from __future__ import annotations

from fractions import Fraction

import pytest
from drawing import MKR, codes, drawn, mkr, opening, year

from sifund_ledger.balance.reserves.checks import allocation_faults
from sifund_ledger.balance.tables.local_layout import local_rows
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Severity
from sifund_ledger.law import Reserve, regime_of
from sifund_ledger.table import RowKind

RUR, RER = Reserve.EQUALISATION, Reserve.RESULT


@pytest.mark.parametrize(
    ("number", "net_result", "excluded", "taxes", "grants", "allocated", "ceiling"),
    [
        (2016, 938, 436, 25_109, 3_847, 212, "212.44"),
        (2017, 2128, 824, 26_572, 3_827, 1000, "1000.01"),
        (2018, 1792, 739, 27_590, 3_705, 740, "740.05"),
    ],
)
def test_goteborg_set_aside_what_exceeds_one_per_cent(number, net_result, excluded, taxes, grants, allocated, ceiling):
    figures = {"realised_gains": excluded, "taxes_and_grants": taxes + grants, "equity": 20_000,
               "pension_contingency": 9_000}  # fmt: skip
    statement = drawn(year(number, net_result, reserve_allocated=allocated, **figures)).year(number)
    assert statement.ceilings.reserve_flow == mkr(ceiling)
    # Printed in whole MSEK, the allocation is the ceiling.
    assert statement.ceilings.reserve_flow_ore // MKR == allocated
    assert statement.findings == ()
    with pytest.raises(Refused, match="RESERVE_ABOVE_RESULT_CEILING"):
        drawn(year(number, net_result, reserve_allocated=allocated + 1, **figures))


def test_goteborg_reserve_rolls_forward_as_its_note_prints():
    goteborg = drawn(
        year(2015, 824, realised_gains=445, reserve_before=549, reserve_allocated=108),
        year(2016, 938, realised_gains=436, reserve_allocated=212),
        year(2017, 2128, realised_gains=824, reserve_allocated=1000),
        year(2018, 1792, realised_gains=739, reserve_allocated=740),
    )
    assert [y.reserve(RUR).closing_ore // MKR for y in goteborg.years] == [657, 869, 1869, 2609]
    assert [y.balance_requirement_result_ore // MKR for y in goteborg.years] == [271, 290, 304, 313]


def test_R6_malmo_2015_may_set_aside_378_and_is_proposed_185():
    # 162 is one per cent of a base that the report does not print.
    malmo = drawn(
        year(2014, -149, realised_gains=56, reserve_used=12, reserve_before=100),
        year(2015, 563, realised_gains=23, reserve_allocated=185, taxes_and_grants=16_200, equity=9_000,
             pension_contingency=7_000),
    )  # fmt: skip
    ceilings = malmo.year(2015).ceilings
    assert (ceilings.reserve_flow, ceilings.reserve_stock, ceilings.reserve_proposed) == (mkr(378), None, mkr(185))
    assert malmo.year(2015).remaining_result == mkr(162)
    assert malmo.year(2015).reserve(RUR).closing_ore == 273 * MKR


def test_R6_the_proposal_leaves_room_for_set_asides_too():
    statement = drawn(
        year(2025, 80, taxes_and_grants=1000, earmark_set_aside=20, reserve_before=0),
        opening_deficits=[opening(2024, 15)],
    ).year(2025)
    assert statement.ceilings.reserve_flow == mkr(70)
    assert statement.ceilings.reserve_stock == mkr(50)
    assert statement.ceilings.reserve_proposed == mkr(35)


def test_R6_what_is_waived_need_not_be_met_first():
    from drawing import ground

    statement = drawn(
        year(2025, 80, taxes_and_grants=1000, exceptional_grounds=[ground(15, 2024, "KF 2025-05-05 § 1")]),
        opening_deficits=[opening(2024, 15)],
    ).year(2025)
    assert statement.ceilings.reserve_flow == mkr(70)
    assert statement.ceilings.reserve_proposed is None


def test_R9_one_result_is_spent_once():
    figures = {"taxes_and_grants": 1000, "reserve_before": 0, "reserve_allocated": 20}
    warned = drawn(year(2025, 30, earmark_set_aside=30, **figures))
    (finding,) = (found for found in warned.findings if found.code == "RESULT_SPENT_TWICE")
    assert finding.severity is Severity.WARNING
    assert "allocated 20 mkr, set aside 30 mkr, restoring deficits 0 mkr" in finding.message
    assert "RESULT_SPENT_TWICE" not in codes(drawn(year(2025, 30, earmark_set_aside=10, **figures)).findings)


def test_R9_to_2012_the_limit_is_the_net_result():
    assert "RESULT_SPENT_TWICE" not in codes(drawn(year(2011, 18, earmark_set_aside=18)).findings)
    assert "RESULT_SPENT_TWICE" in codes(drawn(year(2011, 18, earmark_set_aside=19)).findings)


def test_R18_the_result_reserve_meets_the_projects_of_the_year():
    statement = drawn(
        year(2025, "-1.5", reserve_used=mkr("1.5"), reserve_before=5, reserve_purpose="Tidiga insatser: skolnärvaro")
    ).year(2025)
    assert statement.balance_requirement_result == mkr(0)
    assert statement.to_restore == mkr(0)
    assert statement.reserve(RER).closing_ore == mkr("3.5").get_amount_in_sub_unit()
    assert statement.findings == ()
    # LKBR 11:10: the annual report tells to what and why.
    text = drawn(statement.figures).text()
    assert "Användning av reserven 2025: 1,5 mkr: Tidiga insatser: skolnärvaro" in text


def test_R18_its_purpose_and_reason_are_the_annual_reports_duty():
    with pytest.raises(Refused) as refusal:
        drawn(year(2025, "-1.5", reserve_used=mkr("1.5"), reserve_before=5, reserve_purpose=" "))
    (finding,) = refusal.value.findings
    assert (finding.code, finding.place, finding.citation) == (
        "RESERVE_PURPOSE_MISSING",
        "2025.reserve_purpose",
        "LKBR (2018:597) 11:10",
    )
    planned = drawn(year(2026, -1, kind="budget", reserve_used=2, reserve_before=5))
    assert [f.severity for f in planned.findings if f.code == "RESERVE_PURPOSE_MISSING"] == [Severity.WARNING]


@pytest.mark.parametrize(("equity", "room"), [(7_000, 20), (6_999, 10), (-1, 10)])
def test_two_per_cent_where_equity_less_the_contingency_is_negative(equity, room):
    statement = drawn(
        year(2016, 30, taxes_and_grants=1000, equity=equity, pension_contingency=7_000, reserve_allocated=10)
    ).year(2016)
    assert statement.ceilings.reserve_flow == mkr(room)
    assert statement.findings == ()


def test_negative_equity_is_two_per_cent_whatever_the_contingency():
    statement = drawn(year(2016, 30, taxes_and_grants=1000, equity=-1)).year(2016)
    assert statement.ceilings.reserve_flow == mkr(10)
    assert statement.findings == ()


def test_a_ceiling_between_two_ore_is_rounded_down():
    statement = drawn(year(2016, "0.00000010", taxes_and_grants=mkr("0.00000150"))).year(2016)
    assert regime_of(2016).flow_ceiling.room(10, 10, 150, negative_equity=False) == Fraction(17, 2)
    assert statement.ceilings.reserve_flow_ore == 8


def test_the_lower_of_the_two_results_sets_the_ceiling():
    higher = drawn(year(2016, 20, realised_losses_exempt=50, taxes_and_grants=1000)).year(2016)
    assert higher.ceilings.reserve_flow == mkr(10)


def test_five_per_cent_after_the_allocation_and_a_falling_base_forces_nothing_out():
    statement = drawn(
        year(2024, 100, taxes_and_grants=1000, reserve_allocated=50),
        year(2025, 100, taxes_and_grants=900),
        year(2026, 100, taxes_and_grants=1200, reserve_allocated=10),
    )
    assert [y.ceilings.reserve_stock_ore // MKR for y in statement.years] == [50, 0, 10]
    assert statement.year(2026).reserve(RER).closing_ore == 60 * MKR


def test_the_law_opens_each_reserve_at_nothing():
    assert drawn(year(2010, 1)).year(2010).reserve(RUR).opening_ore == 0
    assert drawn(year(2013, 1)).year(2013).reserve(RUR).opening_ore is None
    assert drawn(year(2024, 1)).year(2024).reserve(RER).opening_ore == 0
    assert drawn(year(2024, 1)).year(2024).reserve(RUR).opening_ore is None
    assert drawn(year(2009, 1)).year(2009).reserves == ()
    assert drawn(year(2034, 1)).year(2034).reserve(RUR) is None


def test_an_unknown_balance_stays_unknown_and_a_gap_forgets_it():
    statement = drawn(
        year(2015, 10, reserve_allocated=5), year(2016, 10, reserve_before=5), year(2018, 10), year(2019, 10)
    )
    assert [y.reserve(RUR).closing_ore for y in statement.years] == [None, 5 * MKR, None, None]


def test_old_rur_goes_on_beside_rer_to_2033_and_is_dissolved():
    years = [year(2023, 10, reserve_before=100)]
    years += [year(number, 10) for number in range(2024, 2033)]
    years += [year(2033, -4, equalisation_reserve_used=4), year(2034, 10)]
    statement = drawn(*years)
    account = statement.year(2033).reserve(RUR)
    assert (account.opening_ore, account.used_ore, account.dissolved_ore, account.closing_ore) == (
        100 * MKR,
        4 * MKR,
        96 * MKR,
        0,
    )
    assert "RESERVE_DISSOLVED" in codes(statement.year(2033).findings)
    # A move within equity: no result changes by it.
    assert statement.year(2033).balance_requirement_result == mkr(-4)
    with pytest.raises(Refused, match="RESERVE_USE_ENDED"):
        drawn(year(2034, -4, equalisation_reserve_used=4))


def test_nothing_is_set_aside_to_rur_after_2023():
    assert allocation_faults(RUR, 2023, 1) == []
    assert allocation_faults(RER, 2023, 1)[0].severity is Severity.ERROR
    (fault,) = allocation_faults(RUR, 2024, 1)
    assert (fault.severity, fault.citation) == (Severity.ERROR, "KL (2017:725) 11:14")
    assert allocation_faults(RUR, 2009, 1)[0].code == "RESERVE_CLOSED"


def test_ambiguity_16_both_results_are_told_and_the_decisive_one_is_named():
    after = drawn(year(2025, -10, equalisation_reserve_used=7, equalisation_reserve_before=20)).year(2025)
    assert after.balance_requirement_result == mkr(-10)
    assert after.balance_requirement_result_after_equalisation_reserve == mkr(-3)
    assert after.decisive_result == "balance_requirement_result_after_equalisation_reserve"
    assert after.to_restore == after.deficit(2025).arisen == mkr(3)
    assert [f.severity for f in after.findings if f.code == "DECISIVE_RESULT_CHOSEN"] == [Severity.WARNING]
    before = drawn(
        year(2025, -10, equalisation_reserve_used=7, equalisation_reserve_before=20, decisive_result="before")
    ).year(2025)
    assert before.decisive_result == "balance_requirement_result"
    assert before.to_restore == mkr(10)
    assert before.presented_result == mkr(-10)
    assert [f.severity for f in before.findings if f.code == "DECISIVE_RESULT_CHOSEN"] == [Severity.NOTE]


def test_ambiguity_16_both_results_stand_in_the_table_and_explain_themselves():
    statement = drawn(
        year(2025, -10, equalisation_reserve_used=7, equalisation_reserve_before=20), year(2026, -1), entity="Sjöbo"
    )
    table = statement.table()
    rows = {row.cells[0]: row.cells[1:] for row in table.rows}
    assert rows["Årets balanskravsresultat"] == (-10 * MKR, -MKR)
    assert rows["Balanskravsresultat efter användning av resultatutjämningsreserv"] == (-3 * MKR, None)
    assert table.remarks == (
        "Avgörande resultat 2025: Balanskravsresultat efter användning av resultatutjämningsreserv",
    )
    explained = statement.explain("balance_requirement_result_after_equalisation_reserve", 2025)
    assert (explained.rule, explained.citation) == ("BKR-RUR", "LKBR (2018:597), 2023:643 p. 4")
    owed = statement.explain("to_restore", 2025)
    assert owed.terms[0][1].code == "balance_requirement_result_after_equalisation_reserve"


@pytest.mark.parametrize("decisive", ["after", "before"])
@pytest.mark.parametrize("layout", ["inside", "added_back", "below", "grounds", "separate_decision"])
def test_a_local_layout_ends_in_the_decisive_result(layout, decisive):
    only = drawn(
        year(2025, -10, equalisation_reserve_used=7, equalisation_reserve_before=20, presentation=layout,
             decisive_result=decisive)
    ).year(2025)  # fmt: skip
    rows = list(local_rows(only))
    assert rows[-1].cells[1] == only.presented_result_ore == only.decisive_result_ore
    if layout in ("inside", "added_back"):
        assert sum(row.cells[1] for row in rows if row.kind is RowKind.PLAIN) == only.presented_result_ore
    labels = {row.cells[0].sv for row in rows}
    shows = "Användning av medel från resultatutjämningsreserv" in labels
    assert shows is (decisive == "after" and layout != "separate_decision")


def test_R26_ambiguity_20_an_allocation_for_2023_is_decided_in_2024():
    decided = Decision.parse("KF 2024-04-29 § 40")
    bases = {"taxes_and_grants": 1000, "equity": 500, "pension_contingency": 100}
    statement = drawn(year(2023, 40, reserve_before=5, reserve_allocated=30, reserve_decision=decided, **bases))
    assert statement.findings == ()
    assert statement.year(2023).reserve(RUR).closing_ore == 35 * MKR


def test_without_old_rur_there_is_one_result():
    statement = drawn(year(2025, -10)).year(2025)
    assert statement.balance_requirement_result_after_equalisation_reserve is None
    assert statement.decisive_result == "balance_requirement_result"
    assert {line.code for line in statement.lines} >= {"reserve_allocated", "equalisation_reserve_used"}


@pytest.mark.parametrize(("net_result", "used", "warned"), [(-5, 5, False), (-5, 6, True), (0, 1, True), (5, 1, True)])
def test_rur_is_used_for_a_deficit_and_to_zero_or_there_is_a_warning(net_result, used, warned):
    for number, keys in ((2016, ("reserve_used", "reserve_before")),
                         (2026, ("equalisation_reserve_used", "equalisation_reserve_before"))):  # fmt: skip
        found = drawn(year(number, net_result, **dict(zip(keys, (used, 50), strict=True)))).findings
        assert ("RESERVE_USED_WITHOUT_NEED" in codes(found)) is warned


def test_the_reserves_are_two_and_what_one_covers_the_other_need_not():
    found = drawn(
        year(2026, -10, reserve_used=8, reserve_before=8, reserve_purpose="a", equalisation_reserve_used=3,
             equalisation_reserve_before=9)
    ).findings  # fmt: skip
    (finding,) = (f for f in found if f.code == "RESERVE_USED_WITHOUT_NEED")
    assert "3 mkr" in finding.message
    assert "2 mkr" in finding.message


def test_R11_a_federation_has_no_ceiling_and_its_allocation_needs_a_reason():
    for number in (2020, 2025):
        with pytest.raises(Refused, match="FEDERATION_RESERVE"):
            drawn(year(number, 5, reserve_allocated=1, taxes_and_grants=100), entity_kind="federation")
        reasoned = drawn(
            year(number, 5, reserve_allocated=1, taxes_and_grants=100, reserve_purpose="Förbundsordningen 12 §"),
            entity_kind="federation",
        )
        assert [finding.severity for finding in reasoned.findings] == [Severity.WARNING]
        assert reasoned.year(number).ceilings.reserve_flow is None
    assert drawn(year(2025, 5), entity_kind="region").year(2025).lines == drawn(year(2025, 5)).year(2025).lines
