"""Funds through a book: accounts as tables, grants and their frames, delegations, the register after corrections."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from fund_books import kf, msek, new_book, refused

from sifund_ledger import Decision, FundAccount, Policy, Refused, open_book, presets, sek
from sifund_ledger.funds.tables.account import fund_account
from sifund_ledger.ledger.accounts import BOARD_FRAME, FUND_APPROPRIATION, frame

KF = Decision.parse("KF 2013-04-22 § 45")
KS = Decision.parse("KS 2013-05-08 § 77")
LIBERAL = Policy(name="p", source="s", set_aside_above_surplus=True)


@pytest.fixture
def book():
    with open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2018, 6, 30, tzinfo=UTC)) as made:
        made.open_equity(2010, sek(100), opening_deficits=[], decision=KF)
        made.record_result(2011, sek(18))
        made.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        made.set_aside("social", sek(10), result_year=2011, decision=KF)
        yield made


def grant(book, kronor=4, project="Navigator", decision=KF, board="BUN", **more):
    return book.grant("social", project, sek(kronor), board=board, financing="ur fonden", decision=decision, **more)


def last(book):
    return book.head.seq


# Accounts as tables


def test_the_account_of_a_fund_year_by_year(book):
    grant(book)
    book.use("social", sek(1), year=2014, project="Navigator", net_cost=sek(1), decision=KF)
    book.use("social", sek("2,50"), year=2013, decision=KF)
    account = book.fund("social").account()
    assert (
        account.table().text()
        == """\
Öronmärkt i eget kapital: social; minus minskar fonden (kr)
──────────────────────────────────────────────────────────────
                                 2011   2013   2014  2011–2014
Ingående                         0,00  10,00   7,50       0,00
Öronmärkt                       10,00   0,00   0,00      10,00
Ianspråktaget                    0,00  −2,50  −1,00      −3,50
──────────────────────────────────────────────────────────────
Utgående                        10,00   7,50   6,50       6,50
  varav disponibelt             10,00   3,50   3,50       3,50
  varav beviljat, ej förbrukat   0,00   4,00   3,00       3,00
Fonden är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital."""
    )
    assert account.total.closing_ore == account.years[-1].closing_ore == 650
    assert str(account) == account.table().text()
    assert "<caption>Öronmärkt i eget kapital: social; minus minskar fonden (kr)</caption>" in account._repr_html_()


def test_the_account_in_english(book):
    rows = [row.cells[0] for row in book.fund("social").account().table("en").rows]
    assert rows == ["Opening", "Set aside", "Used", "Closing", "of which available", "of which granted, not used"]
    assert "neither cash, nor a bank account, nor a provision" in str(book.fund("social").account().table("en"))


def test_one_year_has_no_column_for_the_whole_time(book):
    assert book.fund("social").account().table().heads == ("", "2011")


def test_a_fund_with_nothing_in_it_has_an_empty_account(book):
    book.create_fund("ny", policy=LIBERAL, decision=KF)
    account = book.fund("ny").account()
    assert account == FundAccount("ny")
    assert "Utgående" in str(account)


def test_the_account_of_a_frame_says_nothing_of_equity(book):
    """An appropriation has no account in equity, and its title and remark do not say that it is a label there."""
    book.create_fund("ram", policy=presets.lulea.choose(legal_form="operating_frame"), decision=KF)
    for language, words in (("sv", "Öronmärk|märkning"), ("en", "Earmark|label")):
        table = book.fund("ram").account().table(language)
        assert (table.code, table.rows) == ("frame_account", ())
        assert not re.search(words, table.text())
    assert book.fund("ram").account() != FundAccount("ram")


def test_an_account_through_a_year_ends_there(book):
    book.use("social", sek(1), year=2014, decision=KF)
    account = fund_account(book._state.register, book._state.balances, "social", through=2012)
    assert [(column.first_year, column.closing_ore) for column in account.years] == [(2011, 1000), (2012, 1000)]


def test_a_set_aside_above_the_surplus_where_the_policy_lets_it(book):
    book.create_fund("ny", policy=LIBERAL, decision=KF)
    assert book.set_aside("ny", sek(40), result_year=2011, decision=KF).balance == sek(40)
    book.record_result(2012, sek(0))
    with pytest.raises(Refused, match="SURPLUS_MISSING"):
        book.set_aside("ny", sek(1), result_year=2012, decision=KF)


# Grants, frames, delegations


def test_a_grant_adds_to_the_boards_frames_by_year(book):
    project = grant(book, frames={2013: sek(1), 2014: sek(3)})
    assert (project.granted_ore, project.used_ore, project.remaining) == (400, 0, sek(4))
    balances = book._state.balances
    for year, ore in ((2013, 100), (2014, 300), (2015, 0)):
        assert balances.balance(frame(BOARD_FRAME, board="BUN", year=year)) == ore
        assert balances.balance(frame(FUND_APPROPRIATION, fund="social", year=year)) == -ore
    assert balances.total("FRAME") == 0
    *_, record = book.records()
    assert record.entry.counterparty == "BUN"
    assert record.entry.documents == ("finansiering: ur fonden",)
    assert book.fund("social").committed == sek(4)


def test_a_grant_without_frames_goes_to_the_year_of_the_decision(book):
    grant(book)
    assert book._state.balances.balance(frame(BOARD_FRAME, board="BUN", year=2013)) == 400


def test_a_project_is_granted_more(book):
    grant(book)
    book.use("social", sek(4), year=2013, project="Navigator", net_cost=sek(4), decision=KF)
    assert grant(book, 2).remaining == sek(2)
    assert book.project("Navigator").granted_ore == 600


def test_a_delegation_is_for_one_fund_and_one_body(book):
    book.delegate("social", "grant", to="KS", decision=KF)
    assert grant(book, 1, decision=KS).board == "BUN"
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        grant(book, 1, decision=Decision.parse("BUN 2013-05-15 § 40"))
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.set_aside("social", sek(1), result_year=2011, decision=KS)


def test_a_use_of_a_grant_rests_on_the_boards_own_decision(book):
    grant(book)
    board = Decision.parse("Barn- och utbildningsnämnden 2014-02-12 § 9")
    book.use("social", sek(1), year=2013, project="Navigator", net_cost=sek(1), decision=board)
    assert book.project("Navigator").used_ore == 100


# The register after corrections


def test_a_grant_to_the_wrong_board_is_corrected_and_granted_anew(book):
    grant(book, board="SN")
    book.correct(last(book), reason="Fel nämnd", decision=KF)
    with pytest.raises(Refused, match="PROJECT_UNKNOWN"):
        book.project("Navigator")
    assert grant(book).board == "BUN"
    balances = book._state.balances
    assert balances.balance(frame(BOARD_FRAME, board="SN", year=2013)) == 0
    assert balances.balance(frame(BOARD_FRAME, board="BUN", year=2013)) == 400


def test_a_project_with_a_grant_left_stays(book):
    grant(book)
    grant(book, 1)
    book.correct(last(book), reason="Dubbelt", decision=KF)
    assert book.project("Navigator").granted_ore == 400
    with pytest.raises(Refused, match="PROJECT_ELSEWHERE"):
        grant(book, 1, board="SN")


def test_what_is_used_cannot_be_taken_back_under_it(book):
    grant(book)
    granted = last(book)
    book.use("social", sek(3), year=2013, project="Navigator", net_cost=sek(3), decision=KF)
    used = last(book)
    set_aside = next(record.seq for record in book.records() if record.event.kind == "set_aside")
    for seq in (granted, set_aside):
        with pytest.raises(Refused, match="BALANCE_ON_WRONG_SIDE"):
            book.correct(seq, reason="Fel", decision=KF)
    for seq in (used, granted, set_aside):
        book.correct(seq, reason="Fel", decision=KF)
    assert book.fund("social").balance == sek(0)
    assert book.fund("social").account().total.set_aside_ore == 0


def test_a_set_aside_taken_back_leaves_its_surplus_to_be_set_aside(book):
    with pytest.raises(Refused, match="SET_ASIDE_ABOVE_SURPLUS"):
        book.set_aside("social", sek(18), result_year=2011, decision=KF)
    book.correct(last(book), reason="Fel belopp", decision=KF)
    assert book.set_aside("social", sek(18), result_year=2011, decision=KF).balance == sek(18)


def test_a_use_taken_back_can_be_used_again_within_the_net_cost(book):
    grant(book)
    book.use("social", sek(3), year=2013, project="Navigator", net_cost=sek(3), decision=KF)
    book.correct(last(book), reason="Fel år", decision=KF)
    book.use("social", sek(3), year=2013, project="Navigator", net_cost=sek(3), decision=KF)
    assert book.project("Navigator").used_ore == 300


def test_a_batch_that_fails_leaves_the_register_as_it_was(book):
    grant(book)
    seq = last(book)

    def fails():
        with book.batch():
            changes()
            raise KeyError

    def changes():
        book.correct(seq, reason="Fel nämnd", decision=KF)
        grant(book, board="SN")
        book.create_fund("ny", policy=LIBERAL, decision=KF)
        book.delegate("social", "grant", to="KS", decision=KF)
        book.set_aside("social", sek(8), result_year=2011, decision=KF)

    with pytest.raises(KeyError):
        fails()
    assert tuple(book.funds) == ("social",)
    assert book.project("Navigator").board == "BUN"
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        grant(book, 1, decision=KS)
    book.set_aside("social", sek(8), result_year=2011, decision=KF)


def test_a_fund_that_is_not_there_cannot_be_taken_over():
    book = new_book(equity=5000, opened=2012)
    refused(lambda: book.open_fund("okänd", msek(1), year=2013, decision=kf(2013)), "FUND_UNKNOWN", book=book)
