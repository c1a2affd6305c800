"""Ruling R8: what is excluded for securities rolls forward, and no more than that is reversed (MSEK)."""

from __future__ import annotations

from drawing import MKR, codes, drawn, mkr, year

from sifund_ledger.balance import OpeningExcluded


def balances(statement):
    return [
        {row.key: None if row.closing_ore is None else row.closing_ore // MKR for row in y.securities}
        for y in statement.years
    ]


def test_R8_opening_new_and_reversed_make_the_closing():
    statement = drawn(
        year(2020, 10, unrealised_gains=8),
        year(2021, 10, unrealised_gains_reversed=3, unrealised_losses=2),
        year(2022, 10, unrealised_losses_reversed=2),
        opening_excluded=OpeningExcluded(unrealised_gains=mkr(1), unrealised_losses=mkr(0)),
    )
    assert balances(statement) == [
        {"unrealised_gains": 9, "unrealised_losses": 0},
        {"unrealised_gains": 6, "unrealised_losses": 2},
        {"unrealised_gains": 6, "unrealised_losses": 0},
    ]
    assert statement.findings == ()


def test_R8_a_reversal_above_what_was_excluded_is_a_finding_and_leaves_nothing():
    statement = drawn(
        year(2020, 10, unrealised_gains=8),
        year(2021, 10, unrealised_gains_reversed=10),
        opening_excluded=OpeningExcluded(unrealised_gains=mkr(1)),
    )
    assert codes(statement.year(2021).findings) == {"REVERSAL_ABOVE_EXCLUDED"}
    assert balances(statement)[1]["unrealised_gains"] == 0


def test_R8_nothing_was_excluded_before_the_law_had_the_row():
    begins = drawn(year(2013, 10, unrealised_losses_reversed=1))
    assert codes(begins.findings) == {"REVERSAL_ABOVE_EXCLUDED"}
    assert balances(drawn(year(2018, 1), year(2019, 1))) == [
        {"unrealised_losses": None},
        {"unrealised_gains": 0, "unrealised_losses": None},
    ]


def test_R8_what_is_not_known_is_not_guessed():
    statement = drawn(year(2020, 10, unrealised_gains_reversed=1), year(2021, 10), year(2023, 10))
    assert codes(statement.year(2020).findings) == {"REVERSAL_NOT_CHECKED"}
    assert balances(statement) == [{"unrealised_gains": None, "unrealised_losses": None}] * 3


def test_R8_years_that_are_missing_are_not_known():
    statement = drawn(year(2020, 10, unrealised_gains=8), year(2022, 10), opening_excluded=OpeningExcluded())
    assert balances(statement)[1] == {"unrealised_gains": None, "unrealised_losses": None}
