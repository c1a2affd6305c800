"""A book as it stood at the close of a year ties to what its funds' accounts print, whatever is recorded later."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import settings
from models.fund_machine import FundMachine
from models.running import NOT_SHORTENED

from sifund_ledger import Book, open_book, presets, sek
from sifund_ledger.book.at_close import at_close
from sifund_ledger.book.lists import list_table
from sifund_ledger.book.log import of_year
from sifund_ledger.report import year_report
from sifund_ledger.testing.planting import rewritten, with_event

KF = "KF 2013-04-22 § 45"


def assert_tied(book: Book) -> None:
    """At each close what projects have left is what the fund's account has granted, as it was printed; and at the close
    of the last year everything is as it is."""
    years = sorted({of_year(record) for record in book.records()} - {0})
    for year in years:
        then = at_close(book, year)
        for fund in book.funds:
            committed = [of.committed_ore for of in book.fund_account(fund, year=year).years if of.last_year == year]
            left = sum(each.left_ore for each in then.projects.values() if each.fund == fund)
            assert committed[:1] in ([], [left]), (fund, year)
    later = [getattr(record.event, "event_date", None) for record in book.records()]
    last = max([*years, *(day.year for day in later if day)], default=0)
    assert list_table(at_close(book, last), "projects") == list_table(book, "projects")
    assert at_close(book, last).balances == book.balances


class ClosedFunds(FundMachine):
    def teardown(self) -> None:
        assert_tied(self.book)


class TestFundsAtTheCloseOfEachYear(ClosedFunds.TestCase):
    settings = settings(NOT_SHORTENED, max_examples=8, stateful_step_count=20)


def test_a_report_of_an_earlier_year_has_the_projects_as_they_stood():
    book = open_book(create="Kommunen", actor="ekonomi")
    book.open_equity(2013, sek(10**9), opening_deficits=[], decision=KF)
    book.record_result(2014, sek(10**7))
    book.create_fund("social", policy=presets.orebro_strict.choose(presentation="strict"), decision=KF)
    book.change_purpose("social", "Tidiga insatser", decision=KF)
    book.set_aside("social", sek(8 * 10**6), result_year=2014, decision=KF)
    book.grant(
        "social", "Navigator", sek(4 * 10**6), board="Skola", financing="fonden", decision="KF 2014-05-05 § 1",
        plan={"Skola": {2016: sek(4 * 10**6)}}, start="2014-08-01", end="2015-12-31",
    )  # fmt: skip
    book.use("social", sek(10**6), year=2014, project="Navigator", decision="KF 2014-05-05 § 1", net_cost=sek(10**6))

    def shown() -> list[str]:
        codes = ("projects", "repayment_plan", "fund_account")
        return [table.text() for table in year_report(book, 2014).tables if table.code in codes]

    before = shown()
    assert any("Läget vid utgången av 2014." in text for text in before)
    book.record_result(2015, sek(10**6))
    book.use("social", sek(10**6), year=2015, project="Navigator", decision="KF 2015-05-05 § 1", net_cost=sek(10**6))
    book.grant(
        "social", "Senare", sek(10**6), board="Skola", financing="fonden", decision="KF 2015-05-05 § 1",
        plan={"Skola": {2017: sek(10**6)}}, start="2015-08-01", end="2016-12-31",
    )  # fmt: skip
    book.close_project("Navigator", year=2015, decision="KF 2015-12-05 § 1")
    book.change_purpose("social", "Annat", decision="KF 2015-12-05 § 2")
    assert shown() == before
    assert "Senare" in " ".join(table.text() for table in year_report(book, 2015).tables)
    assert at_close(book, 2014).fund("social").purpose == "Tidiga insatser"
    assert at_close(book, 2015).fund("social").purpose == "Annat"


def test_a_grant_that_was_amended_before_it_was_made_stops_no_report():
    """Books are read that were recorded before such a decision was refused."""
    with open_book(create="Kommunen", actor="ekonomi") as sound:
        sound.open_equity(2012, sek(10**9), opening_deficits=[], decision=KF)
        sound.record_result(2013, sek(10**7))
        sound.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        sound.set_aside("social", sek(10**6), result_year=2013, decision="KF 2014-04-28 § 1")
        sound.grant("social", "Navigator", sek(9), board="Skola", financing="f", decision="KF 2014-05-05 § 1")
        sound.amend_grant("Navigator", sek(1), reason="Fler elever", decision="KF 2014-06-02 § 1")
        records = list(sound.records())
    store = rewritten(with_event("grant_amended", year=2013, event_date=date(2013, 12, 1)))(records).store
    with Book(store, actor="ekonomi", clock=lambda: datetime(2020, 1, 1, tzinfo=UTC), salt=lambda: b"0" * 16) as book:
        assert "Navigator" not in at_close(book, 2013).projects
        assert "Navigator" in at_close(book, 2014).projects
        assert year_report(book, 2013).tables
