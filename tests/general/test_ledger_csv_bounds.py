"""Tables that nobody exports: read in time and memory that follow the file's size, with findings and nothing else."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest

from sifund_ledger.exchange.ledgers.ledger_csv import take_csv
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.general_ledger import GeneralLedger

HEAD = "ver;datum;konto;belopp"


def read(text: str) -> GeneralLedger:
    reader, found = LedgerReader(), FileFindings("j.csv")
    take_csv(reader, text.encode("utf-8"), found)
    reader.findings.extend(found.all())
    return reader.ledger()


def codes(ledger: GeneralLedger) -> list[tuple[str, str]]:
    return [(finding.code, finding.place) for finding in ledger.findings]


def dimensions(count: int) -> str:
    return "".join(f";{number}" for number in range(30, 30 + count))


def test_a_thousand_columns_are_read_and_one_more_is_refused() -> None:
    row = "\n1;2012-12-31;1930;0\n"
    most, more = read(HEAD + dimensions(996) + row), read("\n" + HEAD + dimensions(997) + row)

    assert (codes(most), most.rows) == ([], 1)
    assert (codes(more), more.rows) == ([("LEDGER_CSV_COLUMNS_TOO_MANY", "j.csv:2")], 0)
    assert "1001 kolumner" in more.findings[0].message_sv


def test_columns_without_a_name_at_the_end_do_not_count() -> None:
    ledger = read(f"{HEAD}{';' * 16_380}\n1;2012-12-31;1930;0{';' * 16_380}\n2;2012-12-31;1930;0\n")

    assert (codes(ledger), ledger.rows) == ([], 2)


@pytest.mark.parametrize(
    "row", ["1;2012-12-31;1930;0;100", "1;2012-12-31;1930;0;100;;", "1;2012-12-31;1930;0;100;;;;;;"]
)
def test_a_row_may_end_before_its_columns_do(row: str) -> None:
    ledger = read(f"{HEAD};ansvar;projekt;verksamhet;text\n{row}\n")

    assert codes(ledger) == []
    assert (ledger.row(0).objects, ledger.row(0).text) == ((("1", "100"),), "")


def test_empty_columns_cost_a_row_nothing() -> None:
    text = f"{HEAD}{dimensions(900)}\n" + "".join(f"1;2012-12-31;1930;0;{number}\n" for number in range(4000))
    tracemalloc.start()
    try:
        assert read(text).rows == 4000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 40 * len(text)


@pytest.mark.parametrize(("head", "why"), [(";" * 140_000, "131072"), ('ver;datum;"konto;belopp', "citattecknen")])
def test_a_first_line_that_is_none_is_told(head: str, why: str) -> None:
    ledger = read(f"{head}\n1;2012-12-31;1930;0\n")

    assert codes(ledger)[0] == ("LEDGER_CSV_LINE_BROKEN", "j.csv:1")
    assert why in ledger.findings[0].message_sv


def seconds(day: Callable[[int], str], rows: int) -> float:
    """How long it takes to read rows on as many accounts, and to ask each year for its balances."""
    text = f"{HEAD}\n" + "".join(f"{number};{day(number)};{number};0\n" for number in range(rows))
    begun = time.process_time()
    ledger = read(text)
    assert sum(len(ledger.balances(year)) for year in ledger.years) == ledger.rows == rows
    assert len(list(ledger.each_voucher())) == rows
    return time.process_time() - begun


def test_a_year_costs_its_own_rows_alone() -> None:
    assert seconds(lambda number: f"{number + 1:04d}-12-31", 9000) < 20  # about one; were it quadratic, fifty


def test_thirty_years_are_thirty_sources() -> None:
    ledger = read(f"{HEAD}\n" + "".join(f"1;{1994 + number % 30}-12-31;{number % 7};0\n" for number in range(300)))

    assert codes(ledger) == []
    assert ledger.years == tuple(range(1994, 2024))
    assert [len(source.vouchers) for source in ledger.sources] == [1] * 30
    assert [len(source.rows) for source in ledger.sources] == [10] * 30


def test_a_voucher_of_larger_sums_than_there_is_money_is_told() -> None:
    ledger = read(f"{HEAD}\n" + "1;2012-12-31;1930;9999999999999\n" * 10_000)

    assert codes(ledger) == [("SIE_VOUCHER_UNBALANCED", "j.csv:2")]
    assert ledger.balance("1930") == 9_999_999_999_999_00 * 10_000
