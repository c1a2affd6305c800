"""Grounds that rest on earmarks: several funds in order, what is stated beside them, deficits over the years."""

from __future__ import annotations

import pytest
from tomelilla import GROUNDS, KF, USE, close_before, new_book, tomelilla, year_end

from sifund_ledger import Decision, ExceptionalGround, OpeningDeficit, Policy, Refused, presets, sek

LATER = Decision.parse("KF 2015-04-27 § 18")


def three_funds():
    book = new_book()
    book.open_equity(2010, sek(400), opening_deficits=[], decision=KF)
    book.record_result(2011, sek(30))
    book.record_result(2012, sek(0))
    for name in ("c", "a", "b"):
        book.create_fund(name, policy=presets.tomelilla_earmark, decision=KF)
        book.set_aside(name, sek(10), result_year=2011, decision=KF)
    for name, used in (("a", 3), ("b", 4), ("c", 2)):
        book.use(name, sek(used), year=2013, decision=USE)
    return book


@pytest.mark.parametrize(
    ("result", "grounds"),
    [
        ("-1", [("c", 1)]),
        ("-4", [("c", 2), ("a", 2)]),
        ("-6", [("c", 2), ("a", 3), ("b", 1)]),
        ("-20", [("c", 2), ("a", 3), ("b", 4)]),
        ("5", []),
    ],
)
def test_R2_funds_in_the_order_they_were_made_up_to_the_deficit(result, grounds):
    run = year_end(three_funds(), result=result, grounds_decision=GROUNDS)
    assert [(ground.source, ground.amount) for ground in run.statement.year(2013).figures.exceptional_grounds] == [
        (f"earmark:{fund}", sek(kronor)) for fund, kronor in grounds
    ]


def test_grounds_stated_beside_leave_less_of_the_deficit_and_of_the_use():
    own = [
        ExceptionalGround(amount=sek(2), deficit_year=2013, reason="Sparade medel", decision=GROUNDS),
        ExceptionalGround(amount=sek(1), deficit_year=2013, reason="c", decision=GROUNDS, source="earmark:c"),
    ]
    run = year_end(three_funds(), result="-6", exceptional_grounds=own, grounds_decision=GROUNDS)
    grounds = run.statement.year(2013).figures.exceptional_grounds
    assert [(ground.source, ground.amount) for ground in grounds[2:]] == [("earmark:c", sek(1)), ("earmark:a", sek(2))]
    assert run.statement.year(2013).to_restore == sek(0)
    run.post()


def test_a_ground_by_another_body_is_refused():
    with pytest.raises(Refused, match="GROUND_NOT_COUNCIL"):
        year_end(tomelilla(), grounds_decision=Decision.parse("KS 2014-04-02 § 9"))


def test_a_loss_of_2013_is_restored_in_2014_and_2015():
    book = new_book()
    book.open_equity(2010, sek(400), opening_deficits=[], decision=KF)
    for year, result in ((2011, "1"), (2012, "1"), (2013, "-10"), (2014, "4"), (2015, "9")):
        year_end(book, year, result).post()
    statement = book.statement(2015)
    assert [statement.year(year).to_restore for year in (2013, 2014, 2015)] == [sek(10), sek(6), sek(0)]
    assert statement.year(2015).remaining_result == sek(3)
    assert statement.year(2015).deficit(2013).restored == sek(10)
    assert book.statement(2014).year(2014).deficit(2013).left == sek(6)


def test_opening_deficits_are_carried_into_the_book():
    book = new_book()
    old = [OpeningDeficit(year=2010, left=sek(5)), OpeningDeficit(year=2009, left=sek(2), due_year=2014)]
    book.open_equity(2010, sek(400), opening_deficits=old, decision=KF)
    year = year_end(book, 2011, "3").statement.year(2011)
    assert [(deficit.year, deficit.left, deficit.due_year) for deficit in year.deficits] == [
        (2009, sek(0), 2014),
        (2010, sek(4), 2013),
    ]
    silent = new_book()
    silent.open_equity(2010, sek(400), decision=KF)
    assert "OPENING_DEFICITS_UNKNOWN" in str(year_end(silent, 2011, "3"))


def test_R4_a_ground_decided_in_a_later_year():
    book = tomelilla()
    year_end(book).post()
    ground = ExceptionalGround(amount=sek("500 000"), deficit_year=2013, reason="Engångskostnad", decision=LATER)
    year_end(book, 2014, "0", exceptional_grounds=[ground]).post()
    deficit = book.statement(2014).year(2014).deficit(2013)
    assert (deficit.waived, deficit.left) == (sek("500 000"), sek("1 000 000"))
    extended = ExceptionalGround(
        amount=sek("1 000 000"), deficit_year=2013, reason="Uppskov", decision=LATER, effect="extend", due_year=2018
    )
    year_end(book, 2015, "0", exceptional_grounds=[extended]).post()
    assert [part.due_year for part in book.statement(2015).year(2015).deficit(2013).parts] == [2018]


def test_a_ground_falls_with_the_use_it_rested_on():
    book = tomelilla()
    year_end(book, grounds_decision=GROUNDS).post()
    use = next(record.seq for record in book.records() if record.event.kind == "used_directly")
    book.correct(use, reason="Fel belopp", decision=USE)
    # It can be printed all the same, with a warning, but not closed (R43b).
    (found,) = (each for each in book.statement(2013).findings if each.code == "GROUND_ABOVE_EARMARK_USE")
    assert found.severity == "warning"
    close_before(book)
    with pytest.raises(Refused, match="GROUND_ABOVE_EARMARK_USE"):
        book.close_year(2013, decision=GROUNDS)
    year_end(book, grounds_decision=GROUNDS).post()
    assert book.statement(2013).year(2013).to_restore == sek("1 500 000")
    book.close_year(2013, decision=GROUNDS)


def test_a_result_corrected_after_the_figures_were_stated_is_the_one_that_counts():
    book = tomelilla()
    year_end(book).post()
    seq = max(record.seq for record in book.records() if record.event.kind == "result_recorded")
    book.correct(seq, reason="Fel resultat")
    book.record_result(2013, sek("-3 000 000"))
    year = book.statement(2013).year(2013)
    assert year.to_restore == sek("3 000 000")
    assert year.figures.records("net_result") == (book.head.seq,)


def test_a_use_taken_back_in_a_later_year_leaves_the_closed_year_as_it_was():
    book = tomelilla()
    close_before(book)
    run = year_end(book, grounds_decision=GROUNDS)
    run.post()
    run.close(GROUNDS)
    use = next(record.seq for record in book.records() if record.event.kind == "used_directly")
    book.correct(use, reason="Fel belopp", year=2014, decision=LATER)
    assert book.statement(2013).year(2013).waived == sek("1 500 000")
    (account,) = year_end(book, 2014, "0").accounts
    assert [(year.first_year, year.used_ore, year.corrected_ore, year.closing_ore) for year in account.years[1:]] == [
        (2013, 250_000_000, 0, 750_000_000),
        (2014, 0, 250_000_000, 1_000_000_000),
    ]
    assert "Rättelse av tidigare år" in account.text()


def test_the_layout_is_that_of_the_first_fund_that_has_one():
    book = three_funds()
    book.create_fund("d", policy=Policy(name="p", source="s", presentation="below"), decision=KF)
    assert year_end(book, result="-1").statement.year(2013).presentation == "grounds"
    assert year_end(book, result="-1", presentation="inside").statement.year(2013).presentation == "inside"
    assert year_end(book, 2014, "1").statement.year(2014).presentation == "strict"
