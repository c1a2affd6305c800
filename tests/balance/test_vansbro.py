"""Vansbro 2015–2019 (tkr) as one book of deficits: a reserve used up, one deficit waived and extended."""

from __future__ import annotations

import pytest
from drawing import codes, drawn, ground, year
from published_cases import FILES, SHARED
from published_tables import published_in

from sifund_ledger.balance import BalanceRequirementStatement
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.law import Reserve
from sifund_ledger.money import from_ore, to_ore

TKR = 100_000


def tkr(amount: int):
    return from_ore(to_ore(amount, unit="tkr"))


def figures(number: int, net_result: int, **more) -> YearFigures:
    amounts = {key: tkr(value) if isinstance(value, int) else value for key, value in more.items()}
    return YearFigures(year=number, net_result=tkr(net_result), **amounts)


@pytest.fixture(scope="module")
def vansbro() -> BalanceRequirementStatement:
    return drawn(
        figures(2015, 8960, realised_gains=280, reserve_allocated=4904, reserve_before=0),
        figures(2016, 6877, reserve_allocated=2882),
        figures(2017, -3617, realised_gains=57),
        figures(2018, -13_507, reserve_used=7786),
        figures(2019, -35_507, exceptional_grounds=[
            ground("16.064", 2019), ground("19.443", 2019, effect="extend", due_year=2025)
        ]),
        *(year(number, 0) for number in range(2020, 2027)),
        entity="Vansbro",
        unit="tkr",
    )  # fmt: skip


def test_the_results_are_the_printed_ones(vansbro):
    results = [vansbro.year(number).balance_requirement_result_ore // TKR for number in range(2015, 2020)]
    assert results == [3776, 3995, -3674, -5721, -35_507]
    assert [vansbro.year(number).to_restore_ore // TKR for number in range(2015, 2020)] == [0, 0, 3674, 9395, 28_838]


def test_the_reserve_is_built_up_and_used_in_full(vansbro):
    closing = [vansbro.year(number).reserve(Reserve.EQUALISATION).closing_ore // TKR for number in range(2015, 2019)]
    assert closing == [4904, 7786, 7786, 0]
    assert "RESERVE_USED_WITHOUT_NEED" not in codes(vansbro.year(2018).findings)


def test_each_deficit_keeps_its_deadline(vansbro):
    of_2019 = vansbro.year(2019)
    assert [(d.year, d.left_ore // TKR, d.due_year) for d in of_2019.deficits] == [
        (2017, 3674, 2020),
        (2018, 5721, 2021),
        (2019, 19_443, 2025),
    ]
    deficit = of_2019.deficit(2019)
    assert (deficit.waived, deficit.extended) == (tkr(16_064), tkr(19_443))
    overdue = {number: [d.year for d in vansbro.year(number).deficits if d.overdue] for number in range(2020, 2027)}
    assert overdue == {
        2020: [],
        2021: [2017],
        2022: [2017, 2018],
        2023: [2017, 2018],
        2024: [2017, 2018],
        2025: [2017, 2018],
        2026: [2017, 2018, 2019],
    }


@pytest.mark.parametrize("number", [2017, 2019])
def test_the_table_of_origin_years_is_printed_as_vansbro_prints_it(vansbro, number, shared_data):
    (printed,) = (
        table
        for name in FILES
        for table in published_in(SHARED / name)
        if table["id"] == f"vansbro-underskott-{number}"
    )
    table = vansbro.deficit_roll(number)
    assert [row.cells[1] // TKR for row in table.rows] == [row["amount"] for row in printed["rows"]]
    for ours, theirs in zip(table.rows, printed["rows"], strict=True):
        assert theirs["label"].startswith(ours.cells[0])


def test_the_time_that_the_table_names_is_the_laws():
    assert "inom två år" in drawn(year(2003, -1)).deficit_roll().text()
    restored = drawn(year(2015, -2), year(2016, 1)).deficit_roll()
    assert [row.cells[1] // 100_000_000 for row in restored.rows] == [-2, -2, 1, -1, -1, -1]


def test_the_table_in_english_and_without_deficits(vansbro):
    text = vansbro.deficit_roll(2019, "en").text()
    assert "Of which from 2019, to be restored by 2025" in text
    empty = drawn(year(2015, 1)).deficit_roll()
    assert [row.cells[1] for row in empty.rows] == [0, 0, 0]
