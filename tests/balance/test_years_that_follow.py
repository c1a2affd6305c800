"""What one year's figures say of the next: equity that rolls, securities remembered, decisions on reserves (MSEK)."""

from __future__ import annotations

import pytest
from drawing import codes, drawn, mkr, year

from sifund_ledger import YearFigures, balance_requirement, open_book, sek
from sifund_ledger.balance import OpeningExcluded
from sifund_ledger.decisions import Decision

KF = "KF 2025-04-28 § 30"
NOT_ROLLED, NOT_CHECKED, UNDECIDED = "EQUITY_NOT_ROLLED", "REVERSAL_NOT_CHECKED", "RESERVE_DECISION_MISSING"


def texts(statement, code):
    return [found.in_language("sv")[0] for found in statement.findings if found.code == code]


def test_equity_that_does_not_follow_from_the_year_before_has_a_finding():
    figures = [
        YearFigures(year=2024, net_result=sek("50 000"), equity=sek("1 140 000")),
        YearFigures(year=2025, net_result=sek("-22 300"), equity=sek("1 200 000")),
    ]
    (told,) = texts(balance_requirement(figures, opening_deficits=[]), NOT_ROLLED)
    assert "Eget kapital 2025 är 1 200 000 kr" in told
    assert "ger 1 117 700 kr: 82 300 kr är oförklarat" in told


def test_equity_rolls_over_years_that_do_not_state_it_and_not_over_a_gap():
    assert NOT_ROLLED not in codes(drawn(year(2020, 1, equity=10), year(2021, 2), year(2022, -4, equity=8)).findings)
    assert NOT_ROLLED in codes(drawn(year(2020, 1, equity=10), year(2021, 2), year(2022, -4, equity=9 + 2)).findings)
    assert NOT_ROLLED not in codes(drawn(year(2020, 1, equity=10), year(2022, 1, equity=90)).findings)
    foreseen = drawn(year(2020, 1, equity=10), year(2021, 1, equity=90, kind="budget"))
    assert NOT_ROLLED not in codes(foreseen.findings)


def test_one_unit_is_rounding_where_all_amounts_are_in_whole_units():
    assert NOT_ROLLED not in codes(drawn(year(2020, 1, equity=10), year(2021, 2, equity=13)).findings)
    assert NOT_ROLLED in codes(drawn(year(2020, 1, equity=10), year(2021, 2, equity=mkr("12.9"))).findings)
    assert NOT_ROLLED in codes(drawn(year(2020, 1, equity=10), year(2021, 2, equity=14)).findings)


def test_an_adjustment_that_a_book_has_recorded_explains_its_equity():
    with open_book(create="A", actor="e") as book:
        book.open_equity(2022, 900, opening_deficits=[], decision="KF 2023-04-24 § 1")
        run = book.year_end(2023, YearFigures(net_result=sek(10), equity=sek(910)))
        run.post()
        book.adjust_equity(2024, 500, reason="Ändrad redovisningsprincip", decision=KF)
        figures = YearFigures(net_result=sek(5), equity=sek(1415))
        assert NOT_ROLLED not in codes(book.year_end(2024, figures).findings)
        assert NOT_ROLLED in codes(book.year_end(2024, YearFigures(net_result=sek(5), equity=sek(915))).findings)


def test_a_reversal_of_what_the_file_itself_excluded_is_not_called_unknown():
    covered = drawn(year(2020, 10, unrealised_gains=8), year(2021, 10, unrealised_gains_reversed=8))
    assert covered.findings == ()
    # The memory stays open: what was excluded before 2020 is still unknown.
    assert covered.year(2021).securities[0].closing_ore is None


def test_a_reversal_beyond_the_file_says_what_the_file_has_and_from_when_it_is_unknown():
    beyond = drawn(year(2020, 10, unrealised_gains=8), year(2021, 10, unrealised_gains_reversed=10))
    (told,) = texts(beyond, NOT_CHECKED)
    assert "uppgifterna från och med 2020 har undantagit 8 mkr av det" in told
    assert "Vad åren före 2020 undantagit är okänt" in told
    # R61: a gap of years makes the memory unknown from the year after it.
    gap = drawn(year(2020, 10, unrealised_gains=8), year(2022, 10, unrealised_gains_reversed=8),
                opening_excluded=OpeningExcluded())  # fmt: skip
    assert "Vad åren före 2022 undantagit är okänt" in texts(gap, NOT_CHECKED)[0]


BASES = {"taxes_and_grants": 1000, "equity": 500, "pension_contingency": 100, "reserve_purpose": "Konjunktur"}


def test_an_allocation_to_the_result_reserve_without_a_decision_has_a_finding():
    statement = drawn(year(2024, 60, reserve_allocated=10, **BASES))
    assert "10 mkr reserveras till resultatreserven för 2024" in texts(statement, UNDECIDED)[0]


def test_a_reserve_that_the_council_has_decided_on_or_that_is_foreseen_needs_no_more():
    decided = Decision.parse(KF, state="proposed")
    assert UNDECIDED not in codes(drawn(year(2024, 60, reserve_allocated=10, reserve_decision=decided)).findings)
    assert UNDECIDED not in codes(drawn(year(2026, 60, reserve_allocated=10, kind="budget", **BASES)).findings)


def test_a_book_has_the_decision_with_the_record_and_is_not_asked_again():
    with open_book(create="A", actor="e") as book:
        book.open_equity(2023, mkr(900), opening_deficits=[], decision="KF 2024-04-22 § 1")
        figures = YearFigures(net_result=mkr(60), taxes_and_grants=mkr(1000), reserve_allocated=mkr(10))
        assert {"RESERVE_UNDECIDED"} <= codes(book.year_end(2024, figures).findings)
        assert UNDECIDED not in codes(book.year_end(2024, figures).findings)


@pytest.mark.parametrize(
    ("opened", "codes"), [(None, ["REVERSAL_NOT_CHECKED"]), (30, ["REVERSAL_ABOVE_EXCLUDED"]), (40, [])]
)
def test_a_book_says_what_earlier_years_have_excluded(opened: int | None, codes: list[str]) -> None:
    excluded = None if opened is None else OpeningExcluded(unrealised_gains=sek(opened))
    with open_book(create="Exempel", actor="ekonomi") as book:
        about = {"opening_deficits": [], "opening_excluded": excluded, "decision": "KF 2021-04-26 § 1"}
        book.open_equity(2020, sek(1000), **about)
        run = book.year_end(2021, YearFigures(net_result=sek(50), unrealised_gains_reversed=sek(40)))
        run.post()
        found = [each.code for each in book.statement(2021).year(2021).findings if each.code.startswith("REVERSAL")]
    assert found == codes
