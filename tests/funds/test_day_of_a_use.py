"""A use is a closing entry of its year, whenever it was decided (ruling R48)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sifund_ledger import Book, Decision, Refused, open_book, presets, sek
from sifund_ledger.exchange import export_vouchers
from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping

KF = Decision.parse("KF 2012-04-23 § 45")


@pytest.fixture
def book() -> Book:
    """Eight million of 2011's result set aside in a fund that may be used without a project."""
    book = open_book(create="Exempelby", actor="ekonomi", clock=lambda: datetime(2018, 6, 30, 12, 0, tzinfo=UTC))
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
    for year in (2011, 2012, 2013):
        book.record_result(year, sek("18 000 000"))
    book.create_fund("social", policy=replace(presets.tomelilla_earmark, gl_treatment="sub_account"), decision=KF)
    book.set_aside("social", sek("8 000 000"), result_year=2011, decision=KF)
    return book


@pytest.mark.parametrize("decided", ["KF 2013-02-25 § 9", "KF 2014-04-28 § 31"])
def test_a_use_is_dated_the_last_day_of_its_year_whenever_it_was_decided(decided: str, book: Book) -> None:
    book.use("social", sek(2), year=2013, decision=decided)
    [voucher] = export_vouchers(
        book.records(), 2013, VoucherMapping({"free_equity": "2010", "fund_available": "2071"})
    ).vouchers

    assert [record.entry.event_date for record in book.records() if record.entry][-1] == date(2013, 12, 31)
    assert voucher.date == "20131231"


def test_a_use_has_the_day_that_is_given(book: Book) -> None:
    book.use("social", sek(2), year=2013, day=date(2013, 11, 5), decision="KF 2014-04-28 § 31")

    assert [record.entry.event_date for record in book.records() if record.entry][-1] == date(2013, 11, 5)


def test_a_day_outside_the_year_of_use_is_refused(book: Book) -> None:
    with pytest.raises(Refused, match="USE_OUTSIDE_YEAR"):
        book.use("social", sek(2), year=2013, day=date(2014, 4, 28), decision="KF 2014-04-28 § 31")
