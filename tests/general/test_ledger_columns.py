"""The rows of a general ledger in columns: as its vouchers and its documents have them, whatever the pieces."""

from __future__ import annotations

import tracemalloc
from collections import deque
from collections.abc import Callable
from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models.counting import count

from sifund_ledger import UnreadableInput
from sifund_ledger.errors import ArgumentRefused
from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.exchange.sie import SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.general_ledger import GeneralLedger, LedgerColumns, LedgerRow
from sifund_ledger.testing import sie_documents
from sifund_ledger.written import cleaned

SIZES = (400, 1200, 3600)


def whole(ledger: GeneralLedger, year: int | None = None, accounts: set[str] | None = None) -> list[tuple[object, ...]]:
    """The rows as the vouchers have them, in the order of the columns."""
    years = {voucher: source.year for source in ledger.sources for voucher in source.vouchers}
    index = {id(source): source.vouchers.start for source in ledger.sources}
    found = []
    for source in ledger.sources if year is None else [each for each in ledger.sources if each.year == year]:
        for voucher in range(index[id(source)], source.vouchers.stop):
            of = ledger.voucher(voucher)
            for row, each in zip(ledger.rows_of(voucher), of.rows, strict=True):
                if accounts is None or each.account in accounts:
                    found.append(
                        (*each, row, voucher, years[voucher], of.series, of.number, of.day, of.text, of.registered,
                         of.maker)
                    )  # fmt: skip
    return found


@given(st.lists(sie_documents(), min_size=1, max_size=3), st.data())
def test_rows_in_columns_are_those_of_the_vouchers(documents: list[SieDocument], data: st.DataObject) -> None:
    ledger = read_general_ledger(*documents)
    year = data.draw(st.sampled_from([None, *ledger.years]))
    accounts = data.draw(st.none() | st.sets(st.sampled_from([*ledger.accounts, "none"])))
    at_most = data.draw(st.integers(1, 7))
    parts = list(ledger.in_columns(year, accounts, at_most=at_most))

    assert [row for part in parts for row in zip(*part, strict=True)] == whole(ledger, year, accounts)
    assert all(1 <= len(part.ore) <= at_most for part in parts)
    assert [ledger.voucher(index) for index in range(ledger.vouchers)] == list(ledger.each_voucher())
    for part in parts:
        assert list(map(LedgerRow, *part[:8])) == list(map(ledger.row, part.row))
        assert part.voucher == tuple(map(ledger.voucher_of, part.row))
        for dimension in ("1", "6", "99"):
            assert part.codes(dimension) == tuple(dict(each).get(dimension, "") for each in part.objects)


@given(sie_documents())
def test_rows_in_columns_are_those_of_the_document(document: SieDocument) -> None:
    booked = [
        (
            row.account, row.ore, tuple((dimension, cleaned(code)) for dimension, code in row.objects), row.text,
            row.quantity, row.sign, voucher.series, voucher.number, date_of(voucher.date), voucher.text, voucher.sign,
        )
        for voucher, row in document.rows()
    ]  # fmt: skip
    columns = [
        row
        for part in read_general_ledger(document).in_columns(at_most=5)
        for row in zip(
            part.account, part.ore, part.objects, part.text, part.quantity, part.sign, part.series, part.number,
            part.voucher_day, part.voucher_text, part.maker, strict=True,
        )
    ]  # fmt: skip

    assert columns == booked


@given(st.lists(sie_documents(), min_size=1, max_size=3), st.data())
def test_balances_by_object_are_the_rows_summed(documents: list[SieDocument], data: st.DataObject) -> None:
    ledger = read_general_ledger(*documents)
    accounts = data.draw(st.none() | st.sets(st.sampled_from([*ledger.accounts, "none"])))
    for year in ledger.years:
        for dimension in ("1", "6"):
            sums: dict[tuple[str, str], int] = {}
            for part in ledger.in_columns(year, accounts):
                for key, ore in zip(zip(part.codes(dimension), part.account, strict=True), part.ore, strict=True):
                    sums[key] = sums.get(key, 0) + ore
            for source in ledger.sources:
                stated = source.objects_opening if source.rows else source.objects_closing
                for (name, code, account), ore in stated.items():
                    wanted = account in ledger.accounts if accounts is None else account in accounts
                    if (source.year, name) == (year, dimension) and wanted:
                        sums[cleaned(code), account] = sums.get((cleaned(code), account), 0) + ore
            by_object = ledger.by_object(dimension, accounts, year)

            assert {(code, account): ore for code, each in by_object.items() for account, ore in each.items()} == sums
            assert list(by_object) == sorted(by_object)


def test_a_row_has_its_own_day_and_line() -> None:
    rows = [SieRow("5010", 500, date="20130105"), SieRow("1930", -500), SieRow("3010", 0, date="20130230")]
    document = SieDocument(vouchers=[SieVoucher("A", "1", "20121231", "Hyra", rows, line=10, row_lines=(12, 14, 15))])
    [part] = read_general_ledger(document).in_columns()

    assert part.day == (date(2013, 1, 5), date(2012, 12, 31), None)
    assert part.voucher_day == (date(2012, 12, 31),) * 3
    assert [place.rpartition(":")[2] for place in part.place] == ["12", "14", "15"]


def ledger_of(vouchers: int, years: int = 1) -> GeneralLedger:
    return read_general_ledger(*[
        SieDocument(
            vouchers=[
                SieVoucher(
                    "A", str(number), f"{2001 + year}0131", f"Verifikation {number}",
                    [
                        SieRow("5010", number, (("1", str(number % 7)),), text=f"Rad {number % 9}"),
                        SieRow("1930", -number),
                    ],
                )
                for number in range(vouchers)
            ]
        )
        for year in range(years)
    ])  # fmt: skip


def through(parts: object) -> None:
    deque(parts, 0)  # type: ignore[call-overload]


READS: dict[str, Callable[[GeneralLedger], object]] = {
    "in_columns": lambda ledger: through(ledger.in_columns(2001, at_most=100)),
    "each_voucher": lambda ledger: through(ledger.each_voucher(2001)),
    "by_object": lambda ledger: ledger.by_object("1", year=2001),
    "by_month": lambda ledger: ledger.by_month(year=2001),
    "row_indices": lambda ledger: through(ledger.row_indices({"5010"}, 2001)),
}


@pytest.mark.parametrize("name", READS)
def test_a_read_grows_in_proportion_and_not_with_other_years(name: str) -> None:
    READS[name](ledger_of(3))  # what is worked out at the first call alone
    small, middle, large = (count(lambda each=each: READS[name](each)) for each in map(ledger_of, SIZES))
    of_one_year, of_six = (count(lambda each=each: READS[name](each)) for each in (ledger_of(400), ledger_of(400, 6)))

    assert large - middle <= 1.05 * 3 * (middle - small)
    assert of_six <= of_one_year + 20


@pytest.mark.parametrize("name", ["in_columns", "each_voucher"])
def test_the_first_of_many_is_there_at_once(name: str) -> None:
    """Only the tables of what repeats are copied: no more than a piece is made."""
    first = {
        "in_columns": lambda ledger: next(ledger.in_columns(at_most=10)),
        "each_voucher": lambda ledger: list(islice(ledger.each_voucher(), 3)),
    }[name]
    few, many = (count(lambda each=each: first(each)) for each in (ledger_of(400), ledger_of(3600)))

    assert many <= few + 10


def test_pieces_take_the_same_memory_of_a_ledger_nine_times_as_large() -> None:
    peaks = []
    for ledger in map(ledger_of, (400, 3600)):
        through(ledger.in_columns(at_most=400))
        tracemalloc.start()
        through(ledger.in_columns(at_most=400))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] <= 1.2 * peaks[0]


def test_pieces_have_at_least_one_row_and_a_year_of_the_ledger() -> None:
    ledger = ledger_of(2)

    assert len(LedgerColumns._fields) == len(next(ledger.in_columns()))
    with pytest.raises(ArgumentRefused, match=r"at_most.*from 1"):
        ledger.in_columns(at_most=0)
    with pytest.raises(UnreadableInput, match="LEDGER_YEAR_MISSING"):
        ledger.in_columns(1999)
