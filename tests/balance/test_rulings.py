"""The rulings on the balanskravsutredning, each with its numbers (MSEK unless the place says otherwise)."""

from __future__ import annotations

from datetime import date

import pytest
from drawing import MKR, codes, drawn, ground, mkr, opening, row, year

from sifund_ledger.balance import balance_requirement
from sifund_ledger.balance.figures.year_figures import StatementKind
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Severity


def test_R1_the_statutory_result_drives_everything_malmo_2013():
    malmo = drawn(
        year(2013, 154, realised_gains=33, presentation="inside", other_adjustments=[row("RIPS", 106)]),
        year(2014, -149, realised_gains=56, reserve_used=12),
        year(2015, 563, realised_gains=23, reserve_allocated=185),
    )
    assert malmo.year(2013).balance_requirement_result == mkr(121)
    assert malmo.year(2013).presented_result == mkr(227)
    assert malmo.year(2013).remaining_result == mkr(121)
    assert malmo.year(2014).to_restore == mkr(193)
    assert malmo.year(2015).restored == mkr(193)
    assert malmo.year(2015).remaining_result == mkr(162)
    assert malmo.year(2015).deficit(2014).due_year == 2017
    differs = [finding for finding in malmo.findings if finding.code == "PRESENTED_DIFFERS"]
    assert [finding.place for finding in differs] == ["2013.presentation"]
    assert differs[0].severity is Severity.WARNING
    assert "106 mkr" in differs[0].message


def test_R1_a_set_aside_inside_the_table_restores_no_less():
    statement = drawn(year(2015, 18, earmark_set_aside=10, presentation="inside"), opening_deficits=[opening(2014, 15)])
    only = statement.year(2015)
    assert only.to_restore == mkr(0)
    assert only.presented_result == mkr(8)
    assert only.remaining_result == mkr(3)
    (finding,) = (finding for finding in only.findings if finding.code == "PRESENTED_DIFFERS")
    assert "0 mkr is left to restore; as printed it would be 7 mkr" in finding.message
    assert "återstår 0 mkr att återställa; enligt den tryckta tabellen: 7 mkr" in finding.message_sv


def test_R4_what_is_extended_is_left_in_the_printed_table_too():
    extended = [ground(5, 2014, decided="KF 2015-04-27 § 8", effect="extend", due_year=2019)]
    only = drawn(
        year(2015, 3, earmark_set_aside=2, presentation="inside", exceptional_grounds=extended),
        opening_deficits=[opening(2014, 9)],
    ).year(2015)
    assert only.to_restore == mkr(6)
    (finding,) = (finding for finding in only.findings if finding.code == "PRESENTED_DIFFERS")
    assert "6 mkr is left to restore; as printed it would be 8 mkr" in finding.message


def test_R2_D6_a_ground_never_makes_a_surplus_tomelilla():
    tomelilla = drawn(
        year(
            2013,
            "-1.5",
            earmark_used=mkr("2.5"),
            presentation="grounds",
            exceptional_grounds=[ground("1.5", 2013, source="earmark:social")],
        )
    ).year(2013)
    assert tomelilla.balance_requirement_result == mkr("-1.5")
    assert tomelilla.waived == mkr("1.5")
    assert tomelilla.to_restore == mkr(0)
    assert tomelilla.presented_result == mkr("1.0")
    assert {"GROUND_MAKES_SURPLUS", "PRESENTED_DIFFERS"} <= codes(tomelilla.findings)


def test_R2_D6_without_the_decision_it_is_to_be_restored_by_2016():
    tomelilla = drawn(year(2013, "-1.5", earmark_used=mkr("2.5"))).year(2013)
    assert tomelilla.to_restore == mkr("1.5")
    assert tomelilla.deficit(2013).due_year == 2016
    assert tomelilla.deficit(2013).decide_by == date(2015, 12, 31)


def test_R2_a_ground_above_the_deficit_is_refused():
    with pytest.raises(Refused, match="GROUND_ABOVE_DEFICIT"):
        drawn(year(2013, "-1.5", earmark_used=mkr("2.5"), exceptional_grounds=[ground("2.5", 2013)]))


def test_R2_a_ground_is_no_earmark_put_into_an_older_deficit():
    with pytest.raises(Refused, match="GROUND_ABOVE_EARMARK_USE"):
        drawn(
            year(2013, -5),
            year(2014, 3, earmark_used=2, exceptional_grounds=[ground(2, 2013, source="earmark:social")]),
        )


def test_R3_one_list_of_grounds_disclosures_never_add_to_it():
    grounds = [ground(1, 2013, source="earmark:social")]
    without, disclosed = (
        drawn(year(2013, -4, earmark_used=used, earmark_set_aside=2, exceptional_grounds=grounds)).year(2013)
        for used in (1, 3)
    )
    assert without.waived == disclosed.waived == mkr(1)
    assert without.to_restore == disclosed.to_restore == mkr(3)


def test_R4_waived_and_extended_vansbro():
    vansbro = drawn(
        year(2019, "-35.507", exceptional_grounds=[
            ground("16.064", 2019),
            ground("19.443", 2019, effect="extend", due_year=2025),
        ]),
        *(year(later, 0) for later in range(2020, 2024)),
        unit="tkr",
    )  # fmt: skip
    deficit = vansbro.year(2023).deficit(2019)
    assert (deficit.arisen, deficit.waived, deficit.extended) == (mkr("35.507"), mkr("16.064"), mkr("19.443"))
    assert [(part.amount, part.due_year) for part in deficit.parts] == [(mkr("19.443"), 2025)]
    assert not deficit.overdue
    assert vansbro.year(2019).to_restore == mkr("19.443")


def test_R4_a_ground_may_be_decided_in_a_later_year_in_part():
    statement = drawn(
        year(2014, -10),
        year(2015, 0, exceptional_grounds=[ground(4, 2014, "KF 2015-11-30 § 9")]),
        year(2016, 0, exceptional_grounds=[ground(2, 2014, effect="extend", due_year=2019)]),
        year(2017, 1),
    )
    assert statement.year(2014).to_restore == mkr(10)
    assert statement.year(2015).to_restore == mkr(6)
    deficit = statement.year(2017).deficit(2014)
    assert [(part.ore, part.due_year) for part in deficit.parts] == [(3 * MKR, 2017), (2 * MKR, 2019)]
    assert deficit.restored == mkr(1)


def test_R5_opening_deficits_are_asked_for():
    asked = balance_requirement([year(2023, 355)], opening_deficits=None)
    assert codes(asked.findings) == {"OPENING_DEFICITS_UNKNOWN"}
    assert asked.year(2023).remaining_result == mkr(355)
    for silence in ([], ()):
        assert drawn(year(2023, 355), opening_deficits=silence).findings == ()
    told = drawn(year(2023, 355), opening_deficits=[opening(2022, 193)]).year(2023)
    assert told.remaining_result == mkr(162)
    assert told.deficit(2022).due_year == 2025


def test_R5_an_opening_deficit_brings_its_grounds():
    grounds = (ground("16.064", 2019), ground("19.443", 2019, effect="extend", due_year=2025))
    for due_year in (None, 2025):
        vansbro = drawn(
            year(2020, 1), opening_deficits=[opening(2019, "19.443", due_year=due_year, grounds=grounds)]
        ).year(2020)
        deficit = vansbro.deficit(2019)
        assert (deficit.arisen, deficit.waived, deficit.extended) == (mkr("35.507"), mkr("16.064"), mkr("19.443"))
        assert (deficit.restored, deficit.left, deficit.due_year) == (mkr(1), mkr("18.443"), 2025)


def test_R5_an_opening_deficit_may_have_a_deadline_of_its_own():
    deficit = drawn(year(2020, 0), opening_deficits=[opening(2016, 5, due_year=2021)]).year(2020).deficit(2016)
    assert (deficit.due_year, deficit.extended, deficit.overdue) == (2021, mkr(5), False)


def test_R10_every_kind_is_computed_alike_and_told_apart():
    for kind in StatementKind:
        statement = drawn(year(2020, -8, kind=kind))
        assert statement.year(2020).to_restore == mkr(8)
        assert ("PRELIMINARY" in codes(statement.findings)) is (kind is not StatementKind.OUTCOME)


def test_R11_a_federation_has_no_room_measured_for_a_reserve():
    with pytest.raises(Refused, match="FEDERATION_RESERVE"):
        drawn(year(2020, 5, reserve_allocated=1), entity_kind="federation")
    reasoned = drawn(year(2020, 5, reserve_allocated=1, reserve_purpose="Förbundsordningen 12 §"),
                     entity_kind="federation")  # fmt: skip
    assert [finding.severity for finding in reasoned.findings] == [Severity.WARNING]
    assert drawn(year(2020, 5), entity_kind="federation").findings == ()


def test_D11_malmo_from_2013_to_2015():
    malmo = drawn(
        year(2013, 154, realised_gains=33),
        year(2014, -149, realised_gains=56, reserve_used=12),
        year(2015, 563, realised_gains=23, reserve_allocated=185),
    )
    assert [y.result_after_adjustments_ore // MKR for y in malmo.years] == [121, -205, 540]
    assert [y.balance_requirement_result_ore // MKR for y in malmo.years] == [121, -193, 355]
    assert [y.to_restore_ore // MKR for y in malmo.years] == [0, 193, 0]


def test_D11_upplands_bro_2019_adds_up():
    statement = drawn(year(2019, "52.966", realised_gains=mkr("4.644"), reserve_allocated=mkr("33.397"))).year(2019)
    assert statement.result_after_adjustments == mkr("48.322")
    assert statement.balance_requirement_result == mkr("14.925")


@pytest.mark.parametrize(
    ("layout", "adjusted", "presented"),
    [
        ("strict", 10, 9),
        ("inside", 10, 7),
        ("below", 10, 7),
        ("grounds", 10, 7),
        ("added_back", 12, 11),
        ("separate_decision", 10, 9),
    ],
)
def test_R34_each_layout_adds_earmarks_in_its_own_place(layout, adjusted, presented):
    statement = drawn(
        year(2015, 10, reserve_allocated=1, earmark_used=2, earmark_set_aside=4, presentation=layout)
    ).year(2015)
    assert statement.balance_requirement_result == mkr(9)
    assert statement.presented_result_after_adjustments == mkr(adjusted)
    assert statement.presented_result == mkr(presented)
    assert ("PRESENTED_DIFFERS" in codes(statement.findings)) is (presented != 9)


def test_R34_ekero_adds_a_use_back():
    ekero = drawn(year(2018, "8.9", kind="forecast", earmark_used=11, presentation="added_back")).year(2018)
    assert ekero.presented_result == ekero.presented_result_after_adjustments == mkr("19.9")
    assert ekero.balance_requirement_result == mkr("8.9")
