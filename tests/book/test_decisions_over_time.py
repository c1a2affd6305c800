"""Decisions that change state after something was recorded on them, and are cited in more than one way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sifund_ledger import (
    Decision,
    ExceptionalGround,
    OpeningDeficit,
    Refused,
    YearFigures,
    balance_requirement,
    open_book,
    presets,
    sek,
)
from sifund_ledger.store import SQLiteStore

KF = Decision.parse("KF 2012-04-23 § 45")
GROUNDS = Decision.parse("KF 2014-04-28 § 32")


@pytest.fixture
def book():
    book = open_book(create="Exempelkommunen", actor="ekonomi")
    book.open_equity(2010, sek(400), opening_deficits=[], decision=KF)
    book.record_result(2011, sek(18))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.set_aside("social", sek(10), result_year=2011, decision=KF)
    book.record_result(2012, sek(4))
    book.use("social", sek("2,50"), year=2013, decision=Decision.parse("KF 2014-04-28 § 31"))
    book.year_end(2013, YearFigures(net_result=sek("-1,50")), grounds_decision=GROUNDS).post()
    return book


def test_R25_a_repealed_ground_no_longer_counts(book):
    assert book.statement(2013).year(2013).to_restore == sek(0)
    book.move_decision(GROUNDS, "repealed")
    year = book.statement(2013).year(2013)
    assert year.to_restore == sek("1,50")
    assert "GROUND_REPEALED_LATER" in {finding.code for finding in year.findings}


def test_R25_an_appealed_ground_counts_with_a_warning(book):
    book.move_decision(GROUNDS, "appealed")
    year = book.statement(2013).year(2013)
    assert year.to_restore == sek(0)
    assert "GROUND_APPEALED" in {finding.code for finding in year.findings}


def test_a_repeal_holds_however_the_decision_is_cited(book):
    book.move_decision(Decision.parse("Kommunfullmäktige 2012-04-23 § 45"), "repealed")
    with pytest.raises(Refused, match="DECISION_NOT_TAKEN"):
        book.set_aside("social", sek(1), result_year=2011, decision=Decision.parse("KF 2012-04-23 § 45, dnr KS 2012/7"))


def test_a_delegation_holds_however_the_body_is_named(book):
    book.delegate("social", "grant", to="Kommunstyrelsen", decision=KF)
    board = Decision.parse("KS 2014-05-07 § 9")
    book.grant("social", "Navigator", sek(1), board="BUN", financing="fonden", decision=board)
    assert book.project("Navigator").remaining == sek(1)


def test_a_proposed_state_given_as_text_is_a_proposal(book):
    proposed = Decision("KF", KF.date, "99", state="proposed")
    with pytest.raises(Refused, match="DECISION_NOT_TAKEN"):
        book.set_aside("social", sek(1), result_year=2011, decision=proposed)


def test_grounds_of_opening_deficits_are_kept():
    ground = ExceptionalGround(
        amount=sek(3), deficit_year=2009, effect="extend", due_year=2015, reason="Omstrukturering", decision=KF
    )
    book = open_book(create="Exempelkommunen", actor="ekonomi")
    deficit = OpeningDeficit(year=2009, left=sek(5), due_year=2012, grounds=(ground,))
    book.open_equity(2010, sek(400), opening_deficits=[deficit], decision=KF)
    book.record_result(2011, sek(0))
    account = book.statement(2011).year(2011).deficit(2009)
    assert (account.left, account.extended) == (sek(5), sek(3))
    assert {part.due_year for part in account.parts} == {2012, 2015}


def test_the_note_of_the_opening_year_adds_up(book):
    note = book.equity_note(2010)
    assert (note.opening_ore, note.result_ore, note.closing_ore) == (40_000, 0, 40_000)


def test_a_set_aside_is_never_booked_before_its_result(book):
    with pytest.raises(Refused, match="RESULT_YEAR_LATER"):
        book.set_aside("social", sek(1), result_year=2012, year=2011, decision=KF)


def test_text_that_cannot_be_stored_is_refused(book):
    head = book.head
    with pytest.raises(Refused, match="TEXT_NOT_UNICODE"):
        book.create_fund("half \ud83d pair", policy=presets.tomelilla_earmark, decision=KF)
    assert book.head == head


@pytest.mark.parametrize("file", ["bok.sifund", None])
def test_a_closed_book_is_neither_read_nor_written(tmp_path, file):
    with open_book(file and tmp_path / file, create="Exempelkommunen", actor="ekonomi") as book:
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
        fund, records = book.fund("social"), book.records()
    assert fund.name == "social"
    for use in (
        lambda: book.entity,
        lambda: book.head,
        lambda: book.fund("social"),
        lambda: next(book.records()),
        lambda: next(records),
        lambda: book.record_result(2014, sek(1)),
        lambda: book.preview().__enter__(),
        lambda: book.batch().__enter__(),
    ):
        with pytest.raises(Refused) as caught:
            use()
        assert [(finding.code, finding.place) for finding in caught.value.findings] == [("BOOK_CLOSED", "book")]
    book.close()


def test_a_store_that_was_closed_is_not_called_damaged(tmp_path):
    store = SQLiteStore.create(tmp_path / "bok.sifund")
    store.close()
    with pytest.raises(Refused, match="BOOK_CLOSED"):
        store.head()


def test_R45_a_mistyped_decision_that_nothing_rests_on_is_not_moved(book):
    before = book.head
    with pytest.raises(Refused, match="DECISION_NOT_CITED") as caught:
        book.move_decision("KF 2012-04-23 § 54", "repealed")
    assert "KF 2012-04-23 § 45" in caught.value.findings[0].text("sv")
    assert book.head == before


def test_R45_what_a_repealed_decision_carried_is_listed_and_keeps_its_year_open_until_it_is_corrected(book):
    decided = Decision.parse("KF 2013-05-27 § 61")
    for year in (2011, 2012):
        book.close_year(year, decision=f"KF {year + 1}-05-28 § 28")
    book.set_aside("social", sek(1), result_year=2012, year=2013, decision=decided)
    seq = book.head.seq
    book.move_decision(decided, "repealed")
    told = next(finding for finding in book.warnings if finding.code == "DECISION_REPEALED")
    assert str(seq) in told.text("sv")
    with pytest.raises(Refused, match="REPEALED_NOT_CORRECTED"):
        book.close_year(2013, decision="KF 2014-04-28 § 30", reason="Godkänt ändå")
    book.correct(seq, reason="Beslutet är upphävt", decision="KF 2013-06-24 § 70")
    book.close_year(2013, decision="KF 2014-04-28 § 30")


def test_R45_a_repeal_that_was_set_aside_leaves_the_year_free_to_close(book):
    decided = Decision.parse("KF 2012-04-23 § 45")
    book.move_decision(decided, "repealed")
    with pytest.raises(Refused, match="REPEALED_NOT_CORRECTED"):
        book.close_year(2011, decision="KF 2012-05-28 § 28")
    book.move_decision(decided, "final")
    book.close_year(2011, decision="KF 2012-05-28 § 28")


def test_R45_a_repealed_delegation_covers_no_more_grants(book):
    handed = "KF 2013-02-25 § 7"
    book.delegate("social", "grant", to="KS", decision=handed)
    granted = {"board": "BUN", "financing": "fonden", "decision": "KS 2014-05-07 § 9"}
    book.grant("social", "Navigator", sek(1), **granted)
    book.move_decision(handed, "repealed")
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.grant("social", "Familjeteam", sek(1), **granted)


def test_a_delegation_does_not_cover_what_was_decided_before_it(book):
    book.delegate("social", "grant", to="KS", decision="KF 2017-02-27 § 7")
    granted = {"board": "BUN", "financing": "fonden"}
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.grant("social", "Navigator", sek(1), decision="KS 2015-05-06 § 9", **granted)
    book.delegate("social", "grant", to="KS", decision="KF 2013-02-25 § 7")
    book.delegate("social", "grant", to="KS", decision="KF 2018-02-26 § 7")
    book.grant("social", "Navigator", sek(1), decision="KS 2015-05-06 § 9", **granted)


def test_R62_a_set_aside_decided_before_its_year_began_is_warned_of(book):
    book.set_aside("social", sek(1), result_year=2012, decision="KF 2009-04-27 § 8", year=2013)
    assert "SET_ASIDE_DECIDED_EARLY" in {finding.code for finding in book.warnings}


def test_an_extension_decided_after_its_own_end_is_refused_at_an_opening_deficit_too():
    ground = ExceptionalGround(
        amount=sek(1),
        deficit_year=2015,
        reason="Uppskov",
        effect="extend",
        due_year=2020,
        decision=Decision.parse("KF 2025-04-28 § 1"),
    )
    with pytest.raises(Refused, match="EXTENSION_ENDED"):
        balance_requirement(
            [YearFigures(year=2024, net_result=sek(0))],
            opening_deficits=[OpeningDeficit(year=2015, left=sek(1), grounds=[ground])],
        )


def test_a_still_clock_lets_a_decision_be_judged_anew_each_time():
    """Two records of the same second: what was let through in a preview, or was decided then, is not so for good."""
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2015, 6, 30, tzinfo=UTC))
    book.open_equity(2010, sek(400), opening_deficits=[], decision=KF)
    book.record_result(2011, sek(18))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)

    def set_aside(**state):
        book.set_aside("social", sek(1), result_year=2011, decision=Decision.parse("KF 2012-05-28 § 50", **state))

    for _ in range(2):
        with book.preview():
            set_aside(state="proposed")
        with pytest.raises(Refused, match="DECISION_NOT_TAKEN"):
            set_aside(state="proposed")
    set_aside()
    book.move_decision("KF 2012-05-28 § 50", "repealed")
    with pytest.raises(Refused, match="DECISION_NOT_TAKEN"):
        set_aside()
    assert book.fund("social").available == sek(1)
