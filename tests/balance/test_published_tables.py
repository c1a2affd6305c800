"""Published tables are reproduced to the last unit; where the print does not add up, the finding says by how much."""

from __future__ import annotations

from pathlib import Path

import pytest
from published_cases import FILES, Case, Reader, our_cases, shared_tables

from sifund_ledger.amounts import ORE_PER_UNIT
from sifund_ledger.balance import PrintedTable, balance_requirement, compare_printed
from sifund_ledger.findings import Severity

OURS = our_cases()
TABLES = shared_tables()


def found_differences(case: Case) -> dict[str, int]:
    statement = balance_requirement([case.figures], unit=case.unit, opening_deficits=case.opening).year(case.year)
    table = PrintedTable(tuple(case.printed.items()), case.unit, case.decimals)
    differences = table.differences(statement)
    findings = compare_printed(statement, case.printed, unit=case.unit, decimals=case.decimals)
    step = ORE_PER_UNIT[case.unit] // 10**case.decimals
    assert [finding.severity for finding in findings] == [
        Severity.NOTE if abs(difference.ore) <= step else Severity.WARNING for difference in differences
    ]
    return {difference.code: difference.ore for difference in differences}


@pytest.mark.parametrize("case", OURS, ids=lambda case: case.id)
def test_our_published_tables_are_reproduced(case: Case):
    assert case.printed
    assert found_differences(case) == case.differences


def test_our_file_has_a_dozen_tables_each_with_its_source():
    assert len(OURS) >= 12
    assert len({case.id for case in OURS}) == len(OURS)


def test_the_public_tables_are_here(shared_data: Path):
    assert all((shared_data / name).is_file() for name in FILES)
    assert len(TABLES) > 60


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table["id"])
def test_every_public_table_is_reproduced_or_its_difference_told(table):
    case = Reader(table).case()
    assert found_differences(case) == case.differences
    if case.complete:
        assert case.printed
        step = ORE_PER_UNIT[case.unit] // 10**case.decimals
        assert all(abs(ore) <= step for ore in case.differences.values())
