"""R47: a year held against the ledger or the annual report: what differs blocks, what was not compared stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tomelilla import APPROVAL, close_before, codes, tomelilla, year_end

from sifund_ledger import Book, OpeningDeficit, Refused, YearFigures, open_book, presets, sek
from sifund_ledger.money import from_ore
from sifund_ledger.year_end.compared import book_amounts
from sifund_ledger.year_end.statements import statement_of

LEDGER = {"source": "general_ledger", "document": "2013.se", "digest": "ab" * 32}


def posted() -> Book:
    """Tomelilla's book with the year-end of 2013 posted, and the years before it closed."""
    book = tomelilla()
    close_before(book)
    year_end(book).post()
    return book


def in_kronor(book: Book, year: int = 2013) -> dict:
    """What the book has of a year, as :meth:`Book.compare_equity` takes it."""
    amounts = book_amounts(book._state, year, statement_of(book._state, year))
    told = {code: from_ore(ore) for code, ore in amounts.items()}
    earmarks = {code.removeprefix("earmark."): told.pop(code) for code in [*told] if code.startswith("earmark.")}
    return told | {"earmarks": earmarks}


def refused(do, *args, **values) -> list:
    with pytest.raises(Refused) as caught:
        do(*args, **values)
    return list(caught.value.findings)


@pytest.fixture(scope="module")
def of_2013() -> Book:
    """A book that previews alone record in."""
    return posted()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_agrees_always_closes_and_a_difference_of_one_krona_always_blocks(of_2013, data):
    book, there = of_2013, in_kronor(of_2013)
    chosen = data.draw(st.sets(st.sampled_from(sorted(there)), min_size=1))
    told = {code: there[code] for code in chosen}
    off = data.draw(st.none() | st.sampled_from(sorted(chosen)))
    if off == "earmarks":
        told[off] = {"social": told[off]["social"] + sek(1)}
    elif off is not None:
        told[off] += sek(1)
    with book.preview():
        book.compare_equity(2013, source=data.draw(st.sampled_from(("annual_report", "general_ledger"))), **told)
        places = []
        if off is not None:
            found = [each for each in refused(book.close_year, 2013, decision=APPROVAL) if each.code == "CLOSE_DIFFERS"]
            assert [dict(each.values)["difference"] for each in found] == [100]
            assert book.period(2013) == "open"
            places = [each.place for each in found]
        book.close_year(2013, decision=APPROVAL, reason="Rättas 2014" if off else "")
        kept = [each for each in book.statement(2013).findings if each.code == "CLOSED_DIFFERING"]
        assert [each.place for each in kept] == places


def test_a_comparison_records_both_sides_and_what_it_was_held_against():
    book = posted()
    book.compare_equity(2013, **LEDGER, net_result=sek("-1 500 000"), closing_equity=sek("420 500 001"))
    (event,) = (record.event for record in book.records() if record.event.kind == "year_compared")
    assert (event.source, event.document, event.digest) == ("general_ledger", "2013.se", "ab" * 32)
    assert event.amounts == (
        ("net_result", -150_000_000, -150_000_000),
        ("closing_equity", 42_050_000_000, 42_050_000_100),
    )
    assert "CLOSE_DIFFERS" in codes(book.warnings)


def test_the_same_comparison_again_records_nothing_and_a_later_one_takes_its_place():
    book = posted()
    for _ in range(2):
        book.compare_equity(2013, **LEDGER, net_result=sek("-1 500 001"))
    head = book.head
    book.compare_equity(2013, **LEDGER, net_result=sek("-1 500 001"))
    assert book.head == head
    assert sum(record.event.kind == "year_compared" for record in book.records()) == 1
    book.compare_equity(2013, **LEDGER, net_result=sek("-1 500 000"))
    book.close_year(2013, decision=APPROVAL)


def test_what_the_book_records_after_a_comparison_counts():
    book = posted()
    book.compare_equity(2013, **LEDGER, closing_equity=sek("420 500 000"))
    book.adjust_equity(2013, sek(1), reason="Ändrad princip", decision=APPROVAL)
    (found,) = (each for each in refused(book.close_year, 2013, decision=APPROVAL) if each.code == "CLOSE_DIFFERS")
    assert dict(found.values)["difference"] == -100


def test_a_year_never_held_against_the_ledger_keeps_a_warning_until_it_is():
    book = posted()
    book.compare_equity(2013, document="Årsredovisning 2013", net_result=sek("-1 500 000"))
    book.close_year(2013, decision=APPROVAL)
    assert "NEVER_COMPARED" in codes(book.warnings)
    (kept,) = (each for each in book.statement(2013).findings if each.place == "2013" and each.code == "NEVER_COMPARED")
    assert "compare_equity" in kept.remedy_sv
    assert kept.text("sv") in book.statement(2013).text()
    book.record_result(2014, sek(0))
    assert kept in book.statement(2014).findings
    book.compare_equity(2013, **LEDGER, net_result=sek("-1 500 000"))
    assert kept not in book.statement(2014).findings


def test_a_year_held_against_the_ledger_closes_without_a_word():
    book = posted()
    book.compare_equity(2013, **LEDGER, **in_kronor(book))
    book.adopt_plan(2013, due_year=2016, measures="Lägre lokalkostnader", decision=APPROVAL)
    head, warned = book.head, len(book.warnings)
    book.close_year(2013, decision=APPROVAL)
    assert [record.event.kind for record in book.records(head.seq)] == ["period_moved", "checkpoint_written"]
    assert book.warnings[warned:] == ()


def test_a_book_keeps_what_was_compared_when_it_is_opened_again(tmp_path):
    path = tmp_path / "ale.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, sek(100), opening_deficits=[], decision="KF 2013-04-22 § 1")
        book.record_result(2013, sek(10))
        book.compare_equity(2013, **LEDGER, closing_equity=sek(111))
    with open_book(path, actor="ekonomi") as book:
        found = refused(book.close_year, 2013, decision=APPROVAL)
        assert [each.place for each in found if each.code == "CLOSE_DIFFERS"] == ["2013.closing_equity"]


def test_a_fund_that_only_the_ledger_has_is_a_difference():
    book = posted()
    book.compare_equity(2013, **LEDGER, earmarks={"okänd": sek(5)})
    (found,) = (each for each in refused(book.close_year, 2013, decision=APPROVAL) if each.code == "CLOSE_DIFFERS")
    assert found.place == "2013.earmark.okänd"


def test_an_equity_that_the_years_own_figures_state_is_held_against_the_book():
    book = tomelilla()
    close_before(book)
    year_end(book, equity=sek("420 000 000")).post()
    found = refused(book.close_year, 2013, decision=APPROVAL)
    assert [each.place for each in found if each.code == "CLOSE_DIFFERS"] == ["2013.closing_equity"]
    book.close_year(2013, decision=APPROVAL, reason="Avrundat till miljoner i årsredovisningen")
    (kept,) = (each for each in book.statement(2013).findings if each.code == "CLOSED_DIFFERING")
    assert (kept.severity, kept.place) == ("warning", "2013.closing_equity")
    assert "420 000 000 kr i uppgifterna, −500 000 kr" in kept.message_sv


REPORT = {"source": "annual_report", "document": "Årsredovisning 2012"}


def opened_after_the_report(**told) -> Book:
    """A book opened at the close of 2012 with 100 of equity, 10 of RUR and a deficit of 5, a result of 2013, and the
    report of 2012."""
    book = open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2018, 6, 30, tzinfo=UTC))
    book.open_equity(
        2012, sek(100), equalisation_reserve=sek(10), decision="KF 2013-04-22 § 1",
        opening_deficits=[OpeningDeficit(year=2012, left=sek(5))],
    )  # fmt: skip
    book.record_result(2013, sek(7))
    book.compare_equity(2012, **REPORT, **told)
    return book


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"closing_equity": sek(101)}, "2013.opening_equity"),
        ({"equalisation_reserve": sek(9)}, "2013.opening_equalisation_reserve"),
        ({"result_reserve": sek(1)}, "2013.opening_result_reserve"),
        ({"deficits_left": sek(6)}, "2013.opening_deficits"),
    ],
)
def test_the_opening_of_a_book_is_held_against_the_report_of_the_year_before(told, place):
    book = opened_after_the_report(**told)
    found = [each for each in refused(book.close_year, 2013, decision=APPROVAL) if each.severity == "error"]
    assert [(each.code, each.place) for each in found] == [("OPENING_DIFFERS", place)]
    assert "i årsredovisningen för 2012 (Årsredovisning 2012)" in found[0].message_sv
    book.close_year(2013, decision=APPROVAL, reason="Årsredovisningen 2012 är avrundad")
    kept = [each.place for each in book.statement(2013).findings if each.code == "CLOSED_DIFFERING"]
    assert kept == [place]


def test_an_opening_that_is_as_the_report_closes_stands_beside_it_on_the_page():
    book = opened_after_the_report(closing_equity=sek(100), equalisation_reserve=sek(10), deficits_left=sek(5))
    book.close_year(2013, decision=APPROVAL)
    assert codes(book.statement(2013).findings).isdisjoint({"CLOSED_DIFFERING", "OPENING_DIFFERS"})
    page = book.comparison(2013)
    rows = {row.code: row.cells for row in page.rows}
    assert rows["opening_equity"][1:5] == (10_000, None, 10_000, 0)
    assert rows["opening_deficits"][1:5] == (500, None, 500, 0)
    assert "Årsredovisningen 2012: Årsredovisning 2012, post" in page.text()


def test_a_wrong_opening_is_put_right_by_an_adjustment():
    book = opened_after_the_report(closing_equity=sek(101))
    assert "CLOSED_DIFFERING" in codes(book.warnings)
    book.adjust_equity(2013, sek(1), reason="Fel ingående balans", decision=APPROVAL)
    book.close_year(2013, decision=APPROVAL)


def test_the_balance_requirement_of_the_report_is_held_against_the_statement():
    book = posted()
    book.compare_equity(2013, balance_requirement_result=sek("-1 500 001"), deficits_left=sek("1 500 000"))
    found = refused(book.close_year, 2013, decision=APPROVAL)
    assert [each.place for each in found if each.severity == "error"] == ["2013.balance_requirement_result"]


def test_the_close_of_a_report_is_held_against_the_opening_of_the_next_year_of_the_book():
    book = posted()
    book.compare_equity(2013, closing_equity=sek("420 500 001"))
    book.close_year(2013, decision=APPROVAL, reason="Avrundat")
    book.record_result(2014, sek(0))
    found = refused(book.close_year, 2014, decision="KF 2015-04-27 § 30")
    assert [each.place for each in found if each.code == "OPENING_DIFFERS"] == ["2014.opening_equity"]


def on_account() -> Book:
    """The book of :func:`posted` with its fund on an account of its own in the general ledger."""
    book = tomelilla()
    policy = replace(presets.tomelilla_earmark, gl_treatment="sub_account")
    book.change_policy("social", policy=policy, valid_from=date(2012, 4, 24), decision=APPROVAL)
    close_before(book)
    year_end(book).post()
    return book


def entries_of(book: Book, *kinds: str) -> list[str]:
    entries = [record.entry for record in book.records() if record.event.kind in kinds]
    return [f"{entry.series} {entry.number}" for entry in entries]


def remedies(book: Book, **told) -> list[str]:
    """The remedies of what keeps 2013 from being closed, beside a ledger."""
    with book.preview():
        book.compare_equity(2013, **LEDGER, **told)
        found = refused(book.close_year, 2013, decision=APPROVAL)
        return [each.remedy_sv for each in found if each.code == "CLOSE_DIFFERS"]


def test_vouchers_that_the_ledger_has_not_booked_are_named_rather_than_an_adjustment():
    book = on_account()
    (used,) = entries_of(book, "used_directly")
    (remedy,) = remedies(book, earmarks={"social": sek("10 000 000")})  # as it was before the use
    assert f"Huvudboken saknar bokens verifikationer {used}: exportera dem" in remedy
    assert "adjust_equity" not in remedy
    assert "export_vouchers(…)" in remedy
    assert "book.compare_equity(…)" in remedy
    for other in ("9 999 999", "7 500 001", "0"):
        (remedy,) = remedies(book, earmarks={"social": sek(other)})
        assert remedy.startswith("Rätta det som är fel: book.adjust_equity(…)")


def test_a_fund_shown_in_notes_alone_has_no_voucher_to_book(of_2013):
    (remedy,) = remedies(of_2013, earmarks={"social": sek("10 000 000")})
    assert remedy.startswith("Rätta det som är fel: book.adjust_equity(…)")


def test_the_last_vouchers_alone_may_be_what_is_not_booked():
    book = on_account()
    book.set_aside("social", sek("1 000 000"), result_year=2012, year=2013, decision="KF 2014-04-28 § 33")
    *_, used, put_in = entries_of(book, "set_aside", "used_directly")[-2:]
    (remedy,) = remedies(book, earmarks={"social": sek("7 500 000")})
    assert f"verifikationer {put_in}:" in remedy
    (remedy,) = remedies(book, earmarks={"social": sek("10 000 000")})
    assert f"verifikationer {used}, {put_in}:" in remedy


def test_a_year_closed_before_its_vouchers_were_booked_says_that_too():
    book = on_account()
    book.compare_equity(2013, **LEDGER, earmarks={"social": sek("10 000 000")})
    book.close_year(2013, decision=APPROVAL, reason="Bokförs i maj")
    (kept,) = (each for each in book.statement(2013).findings if each.code == "CLOSED_DIFFERING")
    assert "Huvudboken saknar bokens verifikationer" in kept.remedy_sv
    assert "The general ledger lacks the book's entries" in kept.remedy


def test_a_reserve_that_the_ledger_has_not_booked_is_named_too():
    book = open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2018, 6, 30, tzinfo=UTC))
    book.open_equity(2012, sek("100 000 000"), opening_deficits=[], decision="KF 2013-04-22 § 1")
    figures = YearFigures(
        net_result=sek("10 000 000"), reserve_allocated=sek("3 000 000"), reserve_decision=APPROVAL,
        taxes_and_grants=sek("100 000 000"),
    )  # fmt: skip
    book.year_end(2013, figures).post()
    (allocated,) = entries_of(book, "reserve_allocated")
    (remedy,) = remedies(book, equalisation_reserve=0)
    assert f"verifikationer {allocated}:" in remedy
