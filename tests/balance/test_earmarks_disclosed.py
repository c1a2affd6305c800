"""How earmarks are disclosed beside the sums: where they stand, and with which sign (MSEK)."""

from __future__ import annotations

from drawing import drawn, row, year

from sifund_ledger import open_book, presets, sek


def heading(statement, language="sv"):
    (found,) = (each for each in statement.table(language).rows if each.code.startswith("disclosed"))
    return found.cells[0]


def test_before_2013_the_disclosure_does_not_deny_a_row_that_the_table_has():
    own = year(2012, 10, other_adjustments=[row("Öronmärkning till social investeringsfond", -4)], earmark_set_aside=4)
    assert "ingår inte ovan" not in heading(drawn(own))
    assert "kan ingå ovan" in heading(drawn(own))
    assert "may be summed" in drawn(own).text("en")
    # Beside a year with a formula the same heading stands above both columns.
    assert "ingår inte ovan" not in heading(drawn(own, year(2013, 10, earmark_set_aside=4)))


def test_where_no_row_above_can_hold_it_the_disclosure_says_that_it_is_not_summed():
    assert "ingår inte ovan" in heading(drawn(year(2012, 10, earmark_set_aside=4)))
    local = year(2014, 10, other_adjustments=[row("RIPS", 1)], earmark_set_aside=4, presentation="below")
    assert "ingår inte ovan" in heading(drawn(local))


def test_the_signs_of_an_earmark_follow_one_rule_that_the_heading_says():
    # Every amount has the sign that it has in the sum it belongs to: the result here, the fund in the fund's account.
    with open_book(create="A", actor="e") as book:
        book.open_equity(2012, 900, opening_deficits=[], decision="KF 2013-04-22 § 1")
        book.record_result(2013, 100)
        book.create_fund("social", policy=presets.tomelilla_earmark, decision="KF 2013-04-22 § 2")
        book.set_aside("social", sek(40), result_year=2013, decision="KF 2014-04-28 § 3")
        book.use("social", sek(15), year=2013, decision="KF 2014-04-28 § 4")
        statement, account = book.statement(2013), book.fund("social").account()
    assert [statement.year(2013).line(code).ore for code in ("earmark_set_aside", "earmark_used")] == [-4000, 1500]
    by_code = {each.code: each.cells[1] for each in account.table().rows}
    assert (by_code["set_aside"], by_code["used"]) == (4000, -1500)
    assert "tecken som i resultatet" in heading(statement)
    assert "signs as in the result" in heading(statement, "en")
