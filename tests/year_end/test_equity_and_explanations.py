"""The note on equity by its rulings, its tables' text, and the records behind the amounts."""

from __future__ import annotations

import pytest
from tomelilla import APPROVAL, GROUNDS, KF, USE, codes, new_book, tomelilla, year_end

from sifund_ledger import Decision, Policy, Refused, sek

BOTH = Policy(name="Stockholm", source="KF", presentation="strict")


def test_R12_earmarks_stay_within_equity():
    book = new_book()
    book.open_equity(2010, sek(100), opening_deficits=[], decision=KF)
    book.create_fund("social", policy=BOTH, decision=KF)
    with pytest.raises(Refused, match="EARMARKS_ABOVE_EQUITY"):
        book.set_aside("social", sek("100,01"), source="accumulated_equity", decision=KF)
    book.set_aside("social", sek(100), source="accumulated_equity", decision=KF)
    run = year_end(book, 2012, "-1")
    assert "EARMARKS_ABOVE_EQUITY" in codes(run.findings)
    assert "100 kr vara öronmärkta, mer än eget kapital utöver reserver: 99 kr" in str(run)


def test_R13_accumulated_equity_warns_and_stockholms_three_hundred_is_set_aside():
    book = new_book("Stockholms stad")
    book.open_equity(2010, sek("1 000 000 000"), opening_deficits=[], decision=KF)
    book.create_fund("social", policy=BOTH, decision=KF)
    fund = book.set_aside("social", sek("300 000 000"), source="accumulated_equity", decision=KF)
    assert fund.balance == sek("300 000 000")
    assert codes(book.warnings) == {"SET_ASIDE_FROM_EQUITY"}
    assert book.equity_note(2012).earmarks == (("social", 30_000_000_000),)


def test_R14_a_direct_use_takes_its_amount_as_net_cost_and_moves_no_frame():
    book = tomelilla()
    event = next(record.event for record in book.records() if record.event.kind == "used_directly")
    assert (event.ore, event.net_cost_ore) == (250_000_000, 250_000_000)
    assert {account.book for account in book._state.balances.as_dict()} == {"EARMARK"}


def test_R15_state_grants_are_not_covered_twice():
    book = tomelilla()
    cost_net_of_grants = sek("1 000 000")
    with pytest.raises(Refused, match="USE_ABOVE_NET_COST"):
        book.use("social", sek("2 500 000"), year=2014, net_cost=cost_net_of_grants, decision=USE)
    book.use("social", sek("1 000 000"), year=2014, net_cost=cost_net_of_grants, decision=USE)


def test_R17_varmdo_2016():
    book = new_book("Värmdö kommun")
    decision = Decision.parse("KF 2017-04-26 § 51")
    book.open_equity(2015, sek("1 007 389 000"), opening_deficits=[], decision=decision)
    book.adjust_equity(2016, sek("4 825 000"), reason="Ändrad redovisningsprincip", decision=decision)
    note = book.record_result(2016, sek("157 175 000"))
    assert note.closing_ore == 116_938_900_000
    lines = [line for line in note.table().text().splitlines() if not line.startswith("─")]
    assert [" ".join(line.split()) for line in lines] == [
        "Not Eget kapital (kr)",
        "2016",
        "Eget kapital vid årets början 1 007 389 000",
        "Justering direkt mot eget kapital 4 825 000",
        "Justerat ingående eget kapital 1 012 214 000",
        "Årets resultat 157 175 000",
        "Eget kapital vid årets slut 1 169 389 000",
        "En öronmärkning är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
    ]
    assert "Adjusted opening equity" in note.table("en").text()
    assert "1 169 389 000" in note._repr_html_().replace("\u00a0", " ")


def test_R26_booked_in_the_result_year_or_when_decided():
    for recognition, year in (("result_year", 2011), ("decision_year", 2012)):
        book = new_book("Vännäs kommun")
        book.open_equity(2010, sek(100), opening_deficits=[], decision=KF)
        book.record_result(2011, sek(18))
        policy = Policy(name="p", source="s", recognition=recognition)
        book.create_fund("social", policy=policy, decision=KF)
        book.set_aside("social", sek(10), result_year=2011, decision=KF)
        *_, record = book.records()
        assert (record.entry.year, record.event.result_year) == (year, 2011)
        assert record.entry.event_date == KF.date
        assert [column.first_year for column in book.fund("social").account().years] == [year]


def test_R26_dated_in_december_and_decided_in_april_is_no_fault():
    book = tomelilla()
    *_, use = book.records()
    assert (use.entry.year, use.decision.date.year) == (2013, 2014)
    assert book.warnings == ()


def test_R28_what_each_event_posts_and_when_results_join_other_equity():
    book = tomelilla()
    posted = {
        (record.event.kind, record.entry.year): [
            (posting.account.code, posting.account.year, posting.ore // 100_000_000)
            for posting in record.entry.postings
        ]
        for record in book.records()
        if record.entry
    }
    assert posted == {
        ("equity_opened", 2010): [("net_assets", 0, 400), ("free_equity", 0, -400)],
        ("result_recorded", 2011): [("net_assets", 0, 18), ("result_of_year", 2011, -18)],
        ("result_carried", 2012): [("result_of_year", 2011, 18), ("free_equity", 0, -18)],
        ("result_recorded", 2012): [("net_assets", 0, 4), ("result_of_year", 2012, -4)],
        ("set_aside", 2011): [("free_equity", 0, 10), ("fund_available", 0, -10)],
        ("used_directly", 2013): [("fund_available", 0, 2), ("free_equity", 0, -3)],
    }
    assert [record.entry.series for record in book.records() if record.entry] == ["IB", "A", "A", "A", "A", "A"]


def test_an_adjusted_book_explains_itself_by_its_records():
    book = tomelilla()
    year_end(book, grounds_decision=GROUNDS).post()
    by_kind = {record.event.kind: record.seq for record in book.records()}
    text = str(book.statement(2013).explain("net_result"))
    assert f"poster i journalen: {by_kind['result_recorded']}" in text
    year = book.statement(2013).year(2013)
    assert year.figures.records("net_result") == (by_kind["result_recorded"],)
    assert year.figures.records("earmark_used") == (by_kind["used_directly"],)
    assert year.figures.records("exceptional_grounds") == (by_kind["ground_invoked"],)


def test_a_loss_of_all_equity_is_shown_as_it_is():
    book = new_book()
    book.open_equity(2010, sek(-5), opening_deficits=[], decision=KF)
    note = book.record_result(2011, sek(-1))
    assert (note.opening_ore, note.closing_ore) == (-500, -600)
    assert "−6" in str(note)
    year_end(book, 2011, "-1").post()
    assert book.close_year(2011, decision=APPROVAL)
