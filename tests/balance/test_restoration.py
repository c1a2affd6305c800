"""Deficits restored in order, beyond the duty, and the reserve of 2010–2012 that a decision of 2013 made (MSEK)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from drawing import MKR, codes, drawn, ground, mkr, opening, year

from sifund_ledger.balance.figures.stored_figures import figures_from_values, figures_to_values
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.exchange import FiguresFile, parse_figures, write_figures
from sifund_ledger.findings import Severity
from sifund_ledger.law import Reserve

OF_2013 = Decision.parse("KF 2013-06-17 § 12", kept_at="kommunarkivet")


def test_oldest_first_warns_where_a_nearer_deadline_is_missed():
    extended = [opening(2018, 5, due_year=2025), opening(2019, 4)]
    missed = drawn(year(2022, 3), opening_deficits=extended).year(2022)
    (finding,) = (found for found in missed.findings if found.code == "RESTORED_OUT_OF_ORDER")
    assert "3 mkr restored what is due after 2022, and 4 mkr that is due in 2022 is left" in finding.message
    assert missed.restored_by_year == ((2018, 3 * MKR),)
    met = drawn(year(2022, 9), opening_deficits=extended)
    assert "RESTORED_OUT_OF_ORDER" not in codes(met.findings)
    early = drawn(year(2021, 3), opening_deficits=extended)
    assert "RESTORED_OUT_OF_ORDER" not in codes(early.findings)


def test_the_action_plan_and_the_last_day_to_decide_follow_the_year_of_the_deficit():
    for number, plan, decide_by in ((2004, False, None), (2005, True, None), (2013, True, date(2015, 12, 31))):
        deficit = drawn(year(number, -1)).year(number).deficit(number)
        assert (deficit.plan_required, deficit.decide_by) == (plan, decide_by)
    assert not drawn(year(2013, -1), year(2014, 1)).year(2014).deficit(2013).plan_required


def test_ambiguity_14_varmdo_restores_what_was_waived_and_it_stands_apart():
    varmdo = drawn(
        year(2018, -7, exceptional_grounds=[ground(7, 2018)]),
        year(2019, 20, voluntarily_restored=5),
        year(2020, 20, voluntarily_restored=2),
    )
    of_2019 = varmdo.year(2019)
    deficit = of_2019.deficit(2018)
    assert (deficit.waived, deficit.restored, deficit.left, deficit.voluntary) == (mkr(7), mkr(0), mkr(0), mkr(5))
    assert of_2019.to_restore == of_2019.restored == mkr(0)
    assert of_2019.remaining_result == mkr(20)
    assert of_2019.line("voluntarily_restored").amount == mkr(5)
    assert "Därutöver frivilligt återställt" in varmdo.text()
    assert str(varmdo.explain("voluntarily_restored", 2019)).startswith("Därutöver frivilligt återställt 2019: 5 mkr")
    assert varmdo.year(2020).deficit(2018).voluntary == mkr(7)
    with pytest.raises(Refused, match="VOLUNTARY_ABOVE_WAIVED"):
        drawn(year(2018, -7, exceptional_grounds=[ground(7, 2018)]), year(2019, 20, voluntarily_restored=8))


def test_R9_what_is_restored_voluntarily_is_spent_too():
    years = [year(2018, -7, exceptional_grounds=[ground(7, 2018)])]
    warned = drawn(*years, year(2019, 20, voluntarily_restored=7, earmark_set_aside=14))
    assert "RESULT_SPENT_TWICE" in codes(warned.findings)
    assert "RESULT_SPENT_TWICE" not in codes(
        drawn(*years, year(2019, 20, voluntarily_restored=7, earmark_set_aside=13)).findings
    )


def test_rur_of_2010_to_2012_rests_on_a_decision_of_2013():
    bases = {"taxes_and_grants": 1000, "equity": 500, "pension_contingency": 100}
    retro = drawn(
        year(2010, 30, reserve_allocated=20, reserve_decision=OF_2013, **bases),
        year(2011, 5, **bases),
        year(2012, 40, reserve_allocated=30, reserve_decision=OF_2013, **bases),
        year(2013, -60, reserve_used=50, **bases),
    )
    closing = [each.reserve(Reserve.EQUALISATION).closing_ore // MKR for each in retro.years]
    assert closing == [20, 20, 50, 0]
    # The years were closed before the law was: only their equity is divided anew.
    assert [each.balance_requirement_result_ore // MKR for each in retro.years] == [30, 5, 40, -10]
    assert {finding.severity for finding in retro.findings} == {Severity.NOTE}
    with pytest.raises(Refused, match="ROW_NOT_IN_LAW"):
        drawn(year(2012, 40, reserve_allocated=30, **bases))
    with pytest.raises(Refused, match="RESERVE_DECIDED_OUT_OF_TIME"):
        drawn(year(2012, 40, reserve_allocated=30, reserve_decision=Decision.parse("KF 2014-01-20 § 3"), **bases))
    with pytest.raises(Refused, match="RESERVE_ABOVE_RESULT_CEILING"):
        drawn(year(2012, 40, reserve_allocated=31, reserve_decision=OF_2013, **bases))
    with pytest.raises(Refused, match="ROW_NOT_IN_LAW"):
        drawn(year(2009, 40, reserve_allocated=1, reserve_decision=OF_2013))


@pytest.mark.parametrize(("number", "paragraph"), [(2017, "KL (1991:900) 3:9-10"), (2018, "KL (2017:725) 5:1-2")])
def test_a_reserve_is_the_council_s_under_both_acts(number: int, paragraph: str):
    figures = year(number, 30, reserve_decision=Decision.parse("KS 2019-03-01 § 1"))
    with pytest.raises(Refused) as refusal:
        drawn(figures)
    assert [(finding.code, finding.citation) for finding in refusal.value.findings] == [
        ("RESERVE_NOT_COUNCIL", paragraph)
    ]


def test_a_proposed_decision_on_the_reserve_makes_a_draft():
    proposed = replace(OF_2013, state="proposed")
    assert drawn(year(2013, 30, reserve_decision=proposed)).year(2013).is_draft
    assert not drawn(year(2013, 30, reserve_decision=OF_2013)).year(2013).is_draft


def test_the_decision_is_kept_by_books_and_by_files():
    figures = year(2012, 40, reserve_allocated=30, reserve_decision=replace(OF_2013, state="final"),
                   voluntarily_restored=1)  # fmt: skip
    assert figures_from_values(2012, figures_to_values(figures)) == figures
    file = FiguresFile(entity="Malmö", unit="mkr", opening_deficits=(), years=(figures,))
    assert parse_figures(write_figures(file), format="json") == file
