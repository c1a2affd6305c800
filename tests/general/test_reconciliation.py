"""Rows of a book against rows of the general ledger: what is equal is paired, and sums differ by the differences."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models.counting import count

from sifund_ledger.exchange import read_general_ledger
from sifund_ledger.exchange.sie import SieDocument
from sifund_ledger.exchange.sie.document import SieRow, SieVoucher
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.general_ledger import BookedRow, DifferenceKind, Reconciliation, reconcile
from sifund_ledger.general_ledger.row_matching import MatchedRow, match_rows

OWN, FREE = {"2071", "2072", "2081"}, {"2010"}


def document(year: int, *vouchers: SieVoucher) -> SieDocument:
    rar = SieRecord("RAR", ("0", f"{year}0101", f"{year}1231"))
    numbered = [replace(each, number=str(number)) for number, each in enumerate(vouchers, 1)]
    return SieDocument(type="4E", records=[rar], vouchers=numbered)


def voucher(*rows: tuple, text: str = "", day: str = "20131231") -> SieVoucher:
    made = [SieRow(account, ore, tuple(objects)) for account, ore, *objects in rows]
    return SieVoucher("A", "", day, text, made)


def booked(*rows: tuple, entry: str = "A 1", day: int = 20131231) -> list[BookedRow]:
    return [BookedRow(entry, 9, day // 10000, day, account, tuple(objects), ore) for account, ore, *objects in rows]


def against(mine: list[BookedRow], *vouchers: SieVoucher) -> Reconciliation:
    return reconcile(mine, read_general_ledger(document(2013, *vouchers)), own=OWN, shared=FREE)


def kinds(found: Reconciliation) -> list[str]:
    return [each.kind.value for each in found.differences]


def test_what_is_equal_is_paired_whatever_it_is_called() -> None:
    mine = booked(("2010", 500), ("2071", -500))
    assert kinds(against(mine, voucher(("2010", 500), ("2071", -500), text="Inknappad"))) == []
    named = against(mine, voucher(("2010", 500), ("2071", -500), text="Öronmärkning (A 1)"))
    assert (named.exact, named.booked, named.rows, named.differences) == (2, 2, 2, ())


@pytest.mark.parametrize(
    ("there", "kind"),
    [
        ([voucher(("2010", 501), ("2071", -501), text="x (A 1)")], ["other_amount", "other_amount"]),
        ([voucher(("2010", 501), ("2071", -501))], ["other_amount", "other_amount"]),
        ([voucher(("2010", 500), ("2071", -500), day="20131130")], ["other_date", "other_date"]),
        ([voucher(("2010", 500), ("2072", -500), text="x (A 1)")], ["other_account"]),
        ([voucher(("2010", 500), ("1930", -500))], ["other_account"]),
        ([voucher(("2010", 500), ("2071", -200), ("2071", -300))], ["split"]),
        ([voucher(("2010", 500), ("2071", -500))] * 2, ["doubled", "doubled"]),
        ([voucher(("2010", 500), ("2071", -500), text="x (A 1)")] * 2, ["doubled", "doubled"]),
        ([], ["missing_there", "missing_there"]),
    ],
)  # fmt: skip
def test_a_difference_is_told_as_what_it_is(there: list[SieVoucher], kind: list[str]) -> None:
    assert kinds(against(booked(("2010", 500), ("2071", -500)), *there)) == kind


def test_a_row_there_alone_is_missing_here_and_taken_back_it_is_not() -> None:
    strange = voucher(("2010", 70), ("2071", -70), day="20130301")
    back = voucher(("2010", -70), ("2071", 70), day="20130401")
    assert kinds(against([], strange)) == ["missing_here"]
    assert kinds(against([], strange, back)) == ["taken_back"]
    assert kinds(against([], voucher(("2010", 70), ("1930", -70)))) == []  # other equity, that the book has not


def test_objects_count_in_the_dimensions_that_the_book_has() -> None:
    mine = booked(("2071", 500), ("2072", -500, ("6", "P1")))
    same = voucher(("2071", 500, ("1", "100")), ("2072", -500, ("6", "P1"), ("1", "100")))
    other = voucher(("2071", 500), ("2072", -500, ("6", "P2")))
    assert kinds(against(mine, same)) == []
    found = against(mine, other)
    assert kinds(found) == ["other_object"]
    assert [(each.code, each.difference_ore) for each in found.objects] == [("6:P1", 500), ("6:P2", -500)]


def test_what_can_be_paired_in_two_ways_is_not_paired() -> None:
    mine = [*booked(("2071", -500), entry="A 1"), *booked(("2071", -700), entry="A 2")]
    found = against(mine, voucher(("2071", -510)), voucher(("2071", -730)))
    assert kinds(found) == ["ambiguous"]
    assert (found.differences[0].booked_ore, found.differences[0].ledger_ore) == (-1200, -1240)
    assert "2 rader" not in found.text("en")


def test_a_voucher_of_another_year_is_of_another_date() -> None:
    late = voucher(("2071", -500), ("2010", 500), text="x (A 1)", day="20140428")
    of_both = read_general_ledger(document(2013), document(2014, late))
    found = reconcile(booked(("2071", -500), ("2010", 500)), of_both, own=OWN, shared=FREE)
    assert kinds(found) == ["other_date", "other_date"]


def test_the_tables_name_both_sides_and_sum() -> None:
    found = against(booked(("2010", 500), ("2071", -500)), voucher(("2010", 501), ("2071", -501), text="x (A 1)"))
    differences, accounts = found.tables("sv")
    assert "annat belopp" in differences.text()
    assert [row.cells[0] for row in accounts.rows][:2] == ["2010", "2071"]
    assert "sie-1" in found.differences[0].places[0]


ROWS = st.builds(
    MatchedRow,
    at=st.just(0), entry=st.sampled_from(["", "A 1", "A 2"]), year=st.sampled_from([2013, 2014]),
    day=st.sampled_from([20131231, 20140101]), account=st.sampled_from(["2071", "2072"]),
    objects=st.sampled_from([(), (("6", "P1"),), (("6", "P2"),)]), ore=st.integers(-4, 4).filter(bool),
    reported=st.sampled_from([True]),
)  # fmt: skip
LISTS = st.lists(ROWS, max_size=7).map(lambda rows: [row._replace(at=at) for at, row in enumerate(rows)])


@given(LISTS, LISTS)
def test_every_row_is_told_once_and_the_sums_differ_by_the_differences(here, there) -> None:
    found = match_rows(here, there)
    told_here = [row.at for row, _ in found.exact]
    told_there = [row.at for _, row in found.exact]
    for each in found.differences:
        told_here += [] if each.kind is DifferenceKind.DOUBLED else [row.at for row in each.here]
        told_there += [row.at for row in each.there]
    assert sorted(told_here) == [row.at for row in here]
    assert sorted(told_there) == [row.at for row in there]
    moved = sum(row.ore for row in there) - sum(row.ore for row in here)
    assert moved == sum(_difference(each) for each in found.differences)


def _difference(each) -> int:
    twice = sum(row.ore for row in each.here) if each.kind is DifferenceKind.DOUBLED else 0
    return twice + sum(row.ore for row in each.there) - sum(row.ore for row in each.here)


@given(LISTS)
def test_rows_held_against_themselves_are_equal_in_any_order(rows) -> None:
    again = [row._replace(at=at) for at, row in enumerate(reversed(rows))]
    found = match_rows(rows, again)
    assert found.differences == []
    assert Counter(row._replace(at=0) for row, _ in found.exact) == Counter(row._replace(at=0) for row in rows)


@given(LISTS, LISTS)
def test_the_same_rows_give_the_same_answer(here, there) -> None:
    first, second = match_rows(here, there), match_rows(here, there)
    assert (first.exact, first.differences) == (second.exact, second.differences)


def test_the_work_grows_with_the_rows() -> None:
    def work(size: int) -> int:
        here = [MatchedRow(at, f"A {at}", 2013, 20131231, "2071", (), at + 1) for at in range(size)]
        there = [row._replace(entry="", ore=row.ore if row.at % 3 else row.ore + 10**9) for row in here]
        return count(lambda: match_rows(here, there))

    few, more, most = work(100), work(200), work(400)
    assert most - more <= 2.2 * (more - few)
