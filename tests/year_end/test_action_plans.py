"""When and how a deficit is restored (LKBR 11:11): the council's action plan, recorded, printed, and asked for."""

from __future__ import annotations

import pytest
from tomelilla import APPROVAL, GROUNDS, close_before, codes, tomelilla, year_end

from sifund_ledger import Book, Refused, YearFigures, sek
from sifund_ledger.year_end.texts.drafting import text_of

PLAN = {"due_year": 2015, "measures": "Lägre lokalkostnader 2014 och 2015.", "decision": "KF 2014-04-28 § 33"}
UNPLANNED = "DEFICIT_UNPLANNED"


def with_a_deficit(**more) -> Book:
    book = tomelilla()
    close_before(book)
    year_end(book, **more).post()
    return book


def test_a_deficit_without_a_plan_closes_with_a_warning_that_stays_until_the_plan_is_there():
    book = with_a_deficit()
    book.close_year(2013, decision=APPROVAL)
    assert "DEFICIT_UNPLANNED" in codes(book.warnings)
    (kept,) = (each for each in book.statement(2013).findings if each.code == "DEFICIT_UNPLANNED")
    assert (kept.severity, kept.place) == ("warning", "2013.deficits")
    assert "adopt_plan" in kept.remedy_sv
    assert dict(kept.values)["amount"] == 150_000_000
    book.adopt_plan(2013, **PLAN)
    assert "DEFICIT_UNPLANNED" not in codes(book.statement(2013).findings)


def test_grounds_for_a_deficit_may_be_invoked_before_the_close_or_in_a_later_year():
    book = with_a_deficit()
    book.close_year(2013, decision=APPROVAL)
    told = [each.remedy_sv for each in (*book.warnings, *book.statement(2013).findings) if each.code == UNPLANNED]
    assert len(told) == 2
    assert "innan året stängs" in told[0]
    assert "i ett senare års bokslut" in told[1]


def test_a_plan_adopted_before_the_close_is_printed_with_the_year_and_asks_for_no_other():
    book = with_a_deficit()
    run = year_end(book)
    assert "att anta en åtgärdsplan" in text_of(book.texts(run))
    book.adopt_plan(2013, **PLAN)
    printed = "Åtgärdsplan för underskottet 2013: återställs senast 2015 (KF 2014-04-28 § 33)."
    assert printed in book.statement(2013).text()
    texts = text_of(book.texts(year_end(book)))
    assert "enligt åtgärdsplanen (KF 2014-04-28 § 33): Lägre lokalkostnader 2014 och 2015." in texts
    assert "att anta en åtgärdsplan" not in texts
    head = book.head
    book.close_year(2013, decision=APPROVAL)
    lacks = [record.event.lacks for record in book.records(head.seq) if record.event.kind == "closed_lacking"]
    assert lacks == [("general_ledger",)]
    assert printed in book.statement(2013).text()


def test_a_plan_adopted_after_the_close_stands_in_later_years_and_leaves_the_closed_one_as_printed():
    book = with_a_deficit()
    book.close_year(2013, decision=APPROVAL)
    before = book.statement(2013).table().text(), [table.text() for table in book.statement(2013).tables()]
    book.adopt_plan(2013, **PLAN)
    assert (book.statement(2013).table().text(), [table.text() for table in book.statement(2013).tables()]) == before
    book.year_end(2014, YearFigures(net_result=sek(0))).post()
    assert "Åtgärdsplan för underskottet 2013" in book.statement(2014).text()


def test_what_is_waived_on_exceptional_grounds_needs_no_plan():
    book = with_a_deficit(grounds_decision=GROUNDS)
    book.close_year(2013, decision=APPROVAL)
    assert "DEFICIT_UNPLANNED" not in codes(book.warnings)


def test_a_plan_falls_with_its_decision_and_the_last_one_that_stands_counts():
    book = with_a_deficit()
    book.adopt_plan(2013, **PLAN)
    book.adopt_plan(2013, due_year=2016, measures="Högre avgifter", decision="KF 2014-09-29 § 90")
    assert [plan.due_year for plan in book.statement(2013).year(2013).plans] == [2016]
    book.move_decision("KF 2014-09-29 § 90", "repealed")
    assert [plan.due_year for plan in book.statement(2013).year(2013).plans] == [2015]
    book.move_decision(PLAN["decision"], "repealed")
    assert book.statement(2013).year(2013).plans == ()


@pytest.mark.parametrize(
    ("year", "decision", "code"),
    [(2013, "KS 2014-04-02 § 9", "DECISION_WITHOUT_AUTHORITY"), (2012, PLAN["decision"], "PLAN_WITHOUT_DEFICIT")],
)
def test_only_the_council_adopts_a_plan_and_only_for_a_deficit(year, decision, code):
    book = with_a_deficit()
    head = book.head
    with pytest.raises(Refused) as caught:
        book.adopt_plan(year, **{**PLAN, "decision": decision})
    assert [each.code for each in caught.value.findings] == [code]
    assert book.head == head
