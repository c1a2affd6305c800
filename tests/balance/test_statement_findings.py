"""Every code of the balance room is met at least once: the smallest input that gives it, and where it points."""

from __future__ import annotations

from datetime import date

import pytest
from drawing import drawn, ground, mkr, opening, row, year

from sifund_ledger import balance
from sifund_ledger.balance import Comparison, OpeningExcluded, balance_requirement, check_plan, compare_printed
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.balance.reserves.checks import allocation_faults
from sifund_ledger.catalogue import codes_of
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.law import Reserve
from sifund_ledger.money import sek

GIVES = {
    "NO_YEARS": lambda: drawn(),
    "YEAR_MISSING": lambda: drawn(YearFigures(net_result=sek(1))),
    "YEAR_TWICE": lambda: drawn(year(2014, 1), year(2014, 2)),
    "YEARS_WITH_GAP": lambda: drawn(year(2014, 1), year(2016, 2)),
    "ROW_NOT_IN_LAW": lambda: drawn(year(2018, 1, unrealised_gains=1)),
    "OWN_ROWS_STRICT": lambda: drawn(year(2018, 1, other_adjustments=[row("RIPS", 1)])),
    "NO_FORMULA": lambda: drawn(year(2012, 1)),
    "EXEMPT_ABOVE_GAINS": lambda: drawn(year(2014, 1, realised_gains=1, realised_gains_exempt=2)),
    "FEDERATION_RESERVE": lambda: drawn(year(2014, 1, reserve_allocated=1), entity_kind="federation"),
    "PRELIMINARY": lambda: drawn(year(2014, 1, kind="budget")),
    "OPENING_DEFICITS_UNKNOWN": lambda: drawn(year(2014, 1), opening_deficits=None),
    "OPENING_DEFICIT_YEAR": lambda: drawn(year(2014, 1), opening_deficits=[opening(2014, 1)]),
    "OPENING_DEFICIT_TWICE": lambda: drawn(year(2014, 1), opening_deficits=[opening(2013, 1), opening(2013, 2)]),
    "OPENING_DEFICIT_ABOVE_ARISEN": lambda: drawn(year(2014, 1), opening_deficits=[opening(2013, 2, arisen=mkr(1))]),
    "DEFICIT_RESTORED_LATE": lambda: drawn(year(2014, 1), opening_deficits=[opening(2010, 1)]),
    "GROUND_ABOVE_DEFICIT": lambda: drawn(year(2014, -1, exceptional_grounds=[ground(2, 2014)])),
    "GROUND_ABOVE_EARMARK_USE": lambda: drawn(
        year(2014, -2, earmark_used=1, exceptional_grounds=[ground(2, 2014, source="earmark:social")])
    ),
    "GROUND_USE_UNKNOWN": lambda: drawn(
        year(2014, 0, exceptional_grounds=[ground(1, 2013, source="earmark:social")]),
        opening_deficits=[opening(2013, 1)],
    ),
    "GROUND_BEFORE_DEFICIT": lambda: drawn(year(2014, -1, exceptional_grounds=[ground(1, 2015)]), year(2015, -1)),
    "GROUND_NOT_COUNCIL": lambda: drawn(year(2014, -1, exceptional_grounds=[ground(1, 2014, "KS 2015-04-28 § 1")])),
    "GROUND_REPEALED": lambda: drawn(year(2014, -1, exceptional_grounds=[ground(1, 2014, state="repealed")])),
    "GROUND_APPEALED": lambda: drawn(year(2014, -1, exceptional_grounds=[ground(1, 2014, state="appealed")])),
    "GROUND_PROPOSED": lambda: drawn(year(2014, -1, exceptional_grounds=[ground(1, 2014, state="proposed")])),
    "GROUND_DECIDED_EARLY": lambda: drawn(year(2014, -1, exceptional_grounds=[ground(1, 2014, "KF 2013-11-25 § 1")])),
    "EXTENSION_NOT_LATER": lambda: drawn(
        year(2014, -1, exceptional_grounds=[ground(1, 2014, effect="extend", due_year=2017)])
    ),
    "OPENING_GROUND_ELSEWHERE": lambda: drawn(
        year(2014, 1), opening_deficits=[opening(2013, 1, grounds=(ground(1, 2012),))]
    ),
    "PRESENTED_DIFFERS": lambda: drawn(year(2014, 1, earmark_used=1, presentation="below")),
    "GROUND_MAKES_SURPLUS": lambda: drawn(year(2014, -1, earmark_used=2, presentation="grounds")),
    "DECIDED_APART": lambda: drawn(year(2014, 1, earmark_used=1, presentation="separate_decision")),
    "RESERVE_DECISION_MISSING": lambda: drawn(year(2024, 30, reserve_allocated=2)),
    "RESERVE_ABOVE_RESULT_CEILING": lambda: drawn(year(2016, 30, reserve_allocated=21, taxes_and_grants=1000)),
    "RESERVE_ABOVE_STOCK_CEILING": lambda: drawn(
        year(2025, 80, reserve_allocated=11, reserve_before=40, taxes_and_grants=1000)
    ),
    "CEILING_SHARE_ASSUMED": lambda: drawn(year(2016, 30, taxes_and_grants=1000)),
    "CEILING_NOT_CHECKED": lambda: drawn(year(2016, 30, reserve_allocated=20)),
    "RESULT_SPENT_TWICE": lambda: drawn(year(2016, 30, reserve_allocated=20, earmark_set_aside=11)),
    "RESERVE_USE_ENDED": lambda: drawn(year(2034, -1, equalisation_reserve_used=1)),
    "RESERVE_USE_ABOVE_BALANCE": lambda: drawn(year(2016, -5, reserve_used=5, reserve_before=4)),
    "RESERVE_BALANCE_UNKNOWN": lambda: drawn(year(2016, -5, reserve_used=5)),
    "RESERVE_OPENING_DIFFERS": lambda: drawn(year(2016, 5, reserve_before=4), year(2017, 5, reserve_before=5)),
    "RESERVE_BEFORE_ITS_LAW": lambda: drawn(year(2024, 5, reserve_before=4)),
    "RESERVE_USED_WITHOUT_NEED": lambda: drawn(year(2016, 1, reserve_used=1)),
    "RESERVE_PURPOSE_MISSING": lambda: drawn(year(2025, -1, reserve_used=1, reserve_before=1)),
    "RESERVE_DISSOLVED": lambda: drawn(year(2033, 1, equalisation_reserve_before=7)),
    "REVERSAL_ABOVE_EXCLUDED": lambda: drawn(
        year(2020, 1, unrealised_gains=2),
        year(2021, 1, unrealised_gains=1, unrealised_gains_reversed=4),
        opening_excluded=OpeningExcluded(),
    ),
    "REVERSAL_NOT_CHECKED": lambda: drawn(year(2021, 1, unrealised_gains_reversed=4)),
    "BUDGET_NOT_BALANCED": lambda: drawn(year(2026, 0, kind="budget")),
    "BUDGET_RESULT_DIFFERS": lambda: drawn(year(2026, 2, kind="budget", budget_income=10, budget_cost=9)),
    "BUDGET_SIDE_MISSING": lambda: drawn(year(2026, 2, kind="budget", budget_income=10)),
    "PLAN_TOO_SHORT": lambda: _Findings(tuple(check_plan([year(2026, 1, kind="budget")], 2026))),
    "COMPARATIVE_MISSING": lambda: Comparison(main=drawn(year(2025, 1)).year(2025)),
    "INTERIM_PERIOD": lambda: Comparison(main=drawn(year(2025, 1, kind="interim", as_of=date(2025, 4, 30))).year(2025)),
    "RESTORED_OUT_OF_ORDER": lambda: drawn(
        year(2022, 3), opening_deficits=[opening(2018, 3, due_year=2025), opening(2019, 3)]
    ),
    "VOLUNTARY_ABOVE_WAIVED": lambda: drawn(year(2022, 3, voluntarily_restored=1)),
    "RESERVE_NOT_COUNCIL": lambda: drawn(year(2022, 3, reserve_decision=Decision.parse("KS 2023-03-01 § 1"))),
    "RESERVE_DECIDED_OUT_OF_TIME": lambda: drawn(
        year(2011, 30, reserve_allocated=2, reserve_decision=Decision.parse("KF 2014-03-01 § 1"))
    ),
    "RESERVE_CLOSED": lambda: _Findings(tuple(allocation_faults(Reserve.EQUALISATION, 2024, 1))),
    "DECISIVE_RESULT_CHOSEN": lambda: drawn(year(2024, -5, equalisation_reserve_used=5)),
    "DEFICIT_OVERDUE": lambda: drawn(year(2014, 0), opening_deficits=[opening(2010, 1)]),
    "DEFICIT_DUE": lambda: drawn(year(2014, 0), opening_deficits=[opening(2011, 1)]),
    "DEFICIT_ARISEN": lambda: drawn(year(2014, -1)),
    "LINE_UNKNOWN": lambda: drawn(year(2014, 1)).explain("unrealised_gains"),
    "YEAR_NOT_SHOWN": lambda: drawn(year(2014, 1)).year(2015),
    "PRINTED_DIFFERS": lambda: _printed(8),
    "PRINTED_ROUNDED": lambda: _printed(9),
}


class _Findings:
    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings


def _printed(result: int) -> _Findings:
    statement = drawn(year(2014, 10)).year(2014)
    return _Findings(compare_printed(statement, {"balance_requirement_result": mkr(result).get_amount_in_sub_unit()},
                                     unit="mkr"))  # fmt: skip


def findings_of(give) -> tuple[Finding, ...]:
    try:
        return give().findings
    except Refused as refusal:
        return refusal.findings


@pytest.mark.parametrize("code", GIVES)
def test_each_code_is_met_with_its_place_and_both_languages(code: str):
    found = [finding for finding in findings_of(GIVES[code]) if finding.code == code]
    assert found, code
    for finding in found:
        assert finding.place
        assert finding.message_sv != finding.message
        assert finding.severity is Severity.NOTE or (finding.remedy and finding.remedy_sv != finding.remedy)
        assert "{" not in finding.text("sv") + finding.text("en")


def test_no_code_is_left_out():
    met_elsewhere = {
        "YEAR_OUT_OF_RANGE",
        "FIGURE_NEGATIVE",
        "GROUND_INCOMPLETE",
        "EXTENSION_ENDED",
        "RESERVE_OUTSIDE_LAW",
        *names_of("balance.equity"),
    }
    assert names_of("balance") - met_elsewhere == set(GIVES)


def names_of(room):
    return {code.name for code in codes_of(room)}


def test_all_errors_are_told_at_once_each_with_its_place():
    with pytest.raises(Refused) as refusal:
        balance_requirement(
            [
                year(2012, 1, realised_gains=1, reserve_used=1),
                year(2013, -1, unrealised_gains=1, exceptional_grounds=[ground(2, 2013)]),
            ],
            opening_deficits=[],
        )
    assert [(finding.code, finding.place) for finding in refusal.value.findings] == [
        ("ROW_NOT_IN_LAW", "2012.realised_gains"),
        ("ROW_NOT_IN_LAW", "2012.reserve_used"),
        ("ROW_NOT_IN_LAW", "2013.unrealised_gains"),
        ("GROUND_ABOVE_DEFICIT", "2013.exceptional_grounds"),
    ]


@pytest.mark.parametrize(
    ("number", "key"),
    [(2012, "realised_gains"), (2012, "reserve_allocated"), (2018, "unrealised_gains"),
     (2018, "unrealised_gains_reversed"), (2023, "equalisation_reserve_used")],
)  # fmt: skip
def test_a_row_of_a_later_law_is_an_error_in_an_earlier_year(number: int, key: str):
    with pytest.raises(Refused) as refusal:
        drawn(year(number, 1, **{key: 1}))
    (finding,) = refusal.value.findings
    assert (finding.place, finding.severity) == (f"{number}.{key}", Severity.ERROR)


def test_an_opening_deficit_from_before_the_law_is_an_error():
    with pytest.raises(Refused, match="OPENING_DEFICIT_YEAR"):
        drawn(year(1998, 1), opening_deficits=[opening(1997, 1)])


@pytest.mark.parametrize("deficit_year", [-1, 0, 1997, 2012, 99_999])
def test_a_ground_for_a_year_without_a_deficit_is_an_error(deficit_year: int):
    with pytest.raises(Refused, match="GROUND_ABOVE_DEFICIT"):
        drawn(year(2014, -1, exceptional_grounds=[ground(1, deficit_year, "KF 2015-04-28 § 1")]))


def test_an_unknown_unit_or_kind_of_entity_is_no_statement():
    with pytest.raises(Refused, match="mnkr"):
        drawn(year(2014, 1), unit="mnkr")
    with pytest.raises(Refused, match="company"):
        drawn(year(2014, 1), entity_kind="company")


def test_an_opening_extension_above_what_is_left_is_an_error():
    with pytest.raises(Refused, match="GROUND_ABOVE_DEFICIT"):
        drawn(
            year(2020, 1),
            opening_deficits=[opening(2019, 1, grounds=(ground(2, 2019, effect="extend", due_year=2025),))],
        )


def test_before_2013_what_the_law_leaves_open_is_a_note():
    statement = drawn(year(2011, 492, other_adjustments=[row("Reavinster", -230), row("RIPS", 82)]))
    assert [finding.severity for finding in statement.findings] == [Severity.NOTE]
    assert statement.year(2011).result_after_adjustments == mkr(344)
    assert statement.year(2011).balance_requirement_result == mkr(344)


def test_before_2013_a_local_layout_is_a_note_too():
    statement = drawn(year(2011, 18, earmark_set_aside=10, presentation="inside"))
    assert statement.year(2011).presented_result == mkr(8)
    assert {finding.severity for finding in statement.findings} == {Severity.NOTE}


def test_the_rooms_public_names_are_sorted_and_there():
    assert list(balance.__all__) == sorted(balance.__all__)
    assert all(hasattr(balance, name) for name in balance.__all__)


@pytest.mark.parametrize(
    ("known", "place", "asked"),
    [
        ({}, "equity", "”eget_kapital” och ”ansvarsförbindelse”"),
        ({"equity": 430}, "pension_contingency", "Ange ”ansvarsförbindelse”"),
        ({"pension_contingency": 500}, "equity", "Ange ”eget_kapital”:"),
    ],
)
def test_a_ceiling_at_one_percent_asks_for_what_is_not_known_alone(known, place, asked):
    statement = drawn(year(2016, 30, taxes_and_grants=1000, **known))
    (found,) = (each for each in statement.findings if each.code == "CEILING_SHARE_ASSUMED")
    assert found.place == f"2016.{place}"
    assert asked in found.remedy_sv
