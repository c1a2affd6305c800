"""Worked example D6, from the book to the printed year-end: figures, grounds, note, fund account, refusals."""

from __future__ import annotations

import pytest
from tomelilla import GROUNDS, KF, codes, tomelilla, year_end

from sifund_ledger import Refused, sek


def test_D6_the_figures_of_the_year():
    run = year_end(tomelilla(), grounds_decision=GROUNDS)
    year = run.statement.year(2013)
    assert year.figures.net_result == sek("-1 500 000")
    assert year.result_after_adjustments == sek("-1 500 000")
    assert year.balance_requirement_result == sek("-1 500 000")
    assert year.figures.earmark_used == sek("2 500 000")
    assert year.to_restore == sek(0)


def test_D6_the_ground_is_one_and_a_half_million_and_not_two_and_a_half():
    run = year_end(tomelilla(), grounds_decision=GROUNDS)
    (ground,) = run.statement.year(2013).figures.exceptional_grounds
    assert ground.amount == sek("1 500 000")
    assert (ground.deficit_year, ground.source, ground.decision) == (2013, "earmark:social", GROUNDS)
    deficit = run.statement.year(2013).deficit(2013)
    assert (deficit.arisen, deficit.restored, deficit.waived, deficit.left) == tuple(
        sek(kronor) for kronor in ("1 500 000", 0, "1 500 000", 0)
    )
    assert deficit.due_year == 2016


def test_D6_the_own_layout_stands_beside_with_a_finding():
    run = year_end(tomelilla(), grounds_decision=GROUNDS)
    assert run.statement.year(2013).presented_result == sek("1 000 000")
    assert codes(run.findings) == {"PRESENTED_DIFFERS", "GROUND_MAKES_SURPLUS"}
    text = str(run)
    assert "Synnerliga skäl: ianspråktagen öronmärkning   2 500 000" in text
    assert "Resultat efter synnerliga skäl                1 000 000" in text
    assert "(KF 2014-04-28 § 32)" in text


def test_D6_without_the_decision_it_is_to_be_restored_by_2016():
    year = year_end(tomelilla()).statement.year(2013)
    assert year.waived == sek(0)
    assert year.to_restore == sek("1 500 000")
    assert year.deficit(2013).due_year == 2016


NOTE = """\
Not Eget kapital (kr)
──────────────────────────────────────────
                                      2013
Eget kapital vid årets början  422 000 000
Årets resultat                  −1 500 000
──────────────────────────────────────────
Eget kapital vid årets slut    420 500 000
  varav öronmärkt: social        7 500 000
En öronmärkning är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital."""


def test_D6_the_note_on_equity():
    book = tomelilla()
    run = year_end(book, grounds_decision=GROUNDS)
    note = run.equity_note
    assert (note.opening_ore, note.result_ore, note.closing_ore) == (42_200_000_000, -150_000_000, 42_050_000_000)
    assert note.earmarks == (("social", 750_000_000),)
    assert note.other_ore == 42_200_000_000
    assert note.table().text() == NOTE
    run.post()
    assert book.equity_note(2013) == note


def test_D6_the_fund_rolls_forward():
    book = tomelilla()
    (account,) = year_end(book).accounts
    assert account == book.fund("social").account()
    total = account.total
    assert (total.opening_ore, total.set_aside_ore, total.used_ore, total.closing_ore) == (
        0,
        1_000_000_000,
        250_000_000,
        750_000_000,
    )


def test_D6_equity_moves_by_the_result_alone():
    book = tomelilla()
    before = book.equity_note(2012).closing_ore
    year_end(book, grounds_decision=GROUNDS).post()
    assert book.equity_note(2013).closing_ore - before == -150_000_000


def test_D6_a_set_aside_of_twenty_from_a_surplus_of_eighteen():
    book = tomelilla()
    with pytest.raises(Refused, match="SET_ASIDE_ABOVE_SURPLUS") as caught:
        book.set_aside("social", sek("20 000 000"), result_year=2011, decision=KF)
    assert "8 000 000 kr is left of its surplus of 18 000 000 kr" in str(caught.value)


def test_D6_a_set_aside_in_a_loss_year():
    book = tomelilla()
    year_end(book).post()
    with pytest.raises(Refused, match="SURPLUS_MISSING") as caught:
        book.set_aside("social", sek("1 000 000"), result_year=2013, decision=KF)
    assert "−1 500 000" in str(caught.value)
