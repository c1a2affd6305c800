"""What is outside: figures that the year's law has not, and words that are none of those that a method takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from drawing import drawn, ground, mkr, year

from sifund_ledger import EquityNote, Refused, YearFigures, sek
from sifund_ledger.balance import Comparison, compare, compare_printed
from sifund_ledger.balance.reserves.checks import allocation_faults
from sifund_ledger.exchange import findings_to_json, statement_to_json
from sifund_ledger.law import Reserve

STATEMENT = drawn(year(2025, 5))
OF_2025 = STATEMENT.year(2025)
NOTE = EquityNote(2025, 100, 0, 10, 110, 3, 4, (), 1, 2)
NONSENSE: list[object] = [
    "",
    "RUR",
    "Result_reserve",
    "result_reserves",
    "sv ",
    "SV",
    "SEK",
    1,
    None,
    True,
    [],
    {},
    b"sv",
]


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (2016, "equalisation_reserve_before"), (2023, "equalisation_reserve_before"),
        (2034, "equalisation_reserve_before"), (2009, "reserve_before"),
    ],
)  # fmt: skip
def test_an_opening_balance_that_the_law_has_not_is_refused(number: int, key: str):
    with pytest.raises(Refused) as caught:
        drawn(year(number, 5, **{key: 3}))
    (finding,) = caught.value.findings
    assert (finding.code, finding.place, finding.remedy) == ("ROW_NOT_IN_LAW", f"{number}.{key}", "Leave it out.")
    assert drawn(year(number, 5, **{key: 0})).findings == drawn(year(number, 5)).findings


def test_a_row_that_the_law_has_not_may_be_a_row_of_ones_own():
    with pytest.raises(Refused, match="other_adjustments"):
        drawn(year(2012, 5, realised_gains=1))


def test_a_reserve_is_asked_for_by_itself_or_its_exact_text():
    assert NOTE.reserve_ore(Reserve.RESULT) == NOTE.reserve_ore("result_reserve") == 4
    assert NOTE.reserve_ore("equalisation_reserve") == 3
    assert (NOTE.reserve_ore("result_reserve", opening=True), NOTE.reserve_ore(Reserve.EQUALISATION, opening=True)) == (
        2, 1,
    )  # fmt: skip
    assert OF_2025.reserve("result_reserve") is OF_2025.reserve(Reserve.RESULT) is not None
    assert allocation_faults("result_reserve", 2025, 1) == []  # type: ignore[arg-type]


TAKES_WORDS: dict[str, Callable[..., object]] = {
    "EquityNote.reserve_ore": NOTE.reserve_ore,
    "YearStatement.reserve": OF_2025.reserve,
    "allocation_faults": lambda given: allocation_faults(given, 2025, 1),
    "statement.text": STATEMENT.text,
    "statement.table": STATEMENT.table,
    "statement.tables": STATEMENT.tables,
    "statement.deficit_roll": lambda given: STATEMENT.deficit_roll(2025, given),
    "statement.explain, language": lambda given: STATEMENT.explain("net_result", language=given),
    "statement.explain, code": STATEMENT.explain,
    "statement.line": OF_2025.line,
    "note.table": NOTE.table,
    "comparison.table": Comparison(main=OF_2025).table,
    "comparison, unit": lambda given: Comparison(main=OF_2025, unit=given).table(),
    "compare, unit": lambda given: compare([OF_2025], unit=given),
    "compare, language": lambda given: compare([OF_2025], language=given),
    "compare_printed, unit": lambda given: compare_printed(OF_2025, {"net_result": 1}, unit=given),
    "balance_requirement, unit": lambda given: drawn(year(2025, 5), unit=given),
    "balance_requirement, entity_kind": lambda given: drawn(year(2025, 5), entity_kind=given),
    "figures, kind": lambda given: YearFigures(net_result=sek(5), kind=given),
    "figures, presentation": lambda given: YearFigures(net_result=sek(5), presentation=given),
    "figures, decisive_result": lambda given: YearFigures(net_result=sek(5), decisive_result=given),
    "ground, effect": lambda given: ground(1, 2024, effect=given),
    "statement_to_json": lambda given: statement_to_json(STATEMENT, language=given),
    "findings_to_json": lambda given: findings_to_json([], language=given),
}


@pytest.mark.parametrize("given", NONSENSE, ids=repr)
@pytest.mark.parametrize("name", TAKES_WORDS)
def test_a_word_that_is_none_of_those_taken_is_refused_with_its_place_and_a_remedy(name: str, given: object):
    with pytest.raises(Refused) as caught:
        TAKES_WORDS[name](given)
    for finding in caught.value.findings:
        assert finding.place
        assert finding.remedy
        assert finding.remedy_sv


def test_words_are_taken_as_text_or_as_themselves():
    figures = YearFigures(year=2025, net_result=sek(5), kind="interim", presentation="below", as_of=date(2025, 8, 31))
    assert (figures.kind.name, figures.presentation.name) == ("INTERIM", "BELOW")
    assert drawn(year(2025, 5), entity_kind="region").entity_kind.name == "REGION"
    assert drawn(year(2025, 5), unit="tkr").year(2025).result_after_adjustments == mkr(5)
