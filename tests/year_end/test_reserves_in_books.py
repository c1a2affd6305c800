"""Reserves as movements within equity: allocated, used and dissolved by year-ends, and tied to the statement."""

from __future__ import annotations

import pytest

from sifund_ledger import Decision, Refused, YearFigures, open_book
from sifund_ledger.money import from_ore, to_ore

KF = Decision.parse("KF 2014-04-24 § 7")


def mkr(text: str):
    return from_ore(to_ore(text, unit="mkr"))


def council(year: int) -> Decision:
    return Decision.parse(f"KF {year + 1}-04-20 § 12")


def gothenburg():
    """Göteborg at the close of 2014, mkr: equity 18 410, of which 549 in RUR (note 11 of the years after)."""
    book = open_book(create="Göteborgs Stad", actor="ekonomi")
    book.open_equity(2014, mkr("18410"), opening_deficits=[], decision=KF, equalisation_reserve=mkr("549"))
    return book


def test_R28_gothenburg_2015_to_2018_ties_the_reserve_to_the_note_year_by_year():
    book = gothenburg()
    years = {
        2015: ("824", "445", "108", "657", "19234"),
        2016: ("938", "436", "212", "869", "20172"),
        2017: ("2128", "824", "1000", "1869", "22300"),
        2018: ("1792", "739", "740", "2609", "24092"),
    }
    for year, (result, gains, allocated, reserve, closing) in years.items():
        figures = YearFigures(
            net_result=mkr(result),
            realised_gains=mkr(gains),
            reserve_allocated=mkr(allocated),
            reserve_decision=council(year),
        )
        run = book.year_end(year, figures)
        assert not [finding for finding in run.findings if finding.code.startswith("EQUITY_")]
        run.post()
        note = book.equity_note(year)
        assert (from_ore(note.equalisation_reserve_ore), from_ore(note.closing_ore)) == (mkr(reserve), mkr(closing))
        assert run.equity_note == note
    assert "2 609 000 000" in str(book.equity_note(2018))


def test_a_use_lowers_the_reserve_and_lifts_the_result_to_zero():
    book = gothenburg()
    figures = YearFigures(net_result=mkr("-100"), reserve_used=mkr("100"), reserve_decision=council(2015))
    run = book.year_end(2015, figures)
    assert run.statement.year(2015).to_restore == mkr("0")
    run.post()
    note = book.equity_note(2015)
    assert (note.equalisation_reserve_ore, note.closing_ore) == (mkr("449").amount * 100, mkr("18310").amount * 100)


def test_a_use_above_the_reserve_is_refused_by_the_statement_and_the_ledger():
    book = gothenburg()
    figures = YearFigures(net_result=mkr("-600"), reserve_used=mkr("600"), reserve_decision=council(2015))
    with pytest.raises(Refused, match="RESERVE_USE_ABOVE_BALANCE"):
        book.year_end(2015, figures)


def test_an_allocation_needs_the_councils_decision_when_it_is_posted_not_when_it_is_printed():
    book = gothenburg()
    run = book.year_end(2015, YearFigures(net_result=mkr("824"), reserve_allocated=mkr("108")))
    assert "108" in str(run)
    head = book.head
    with pytest.raises(Refused, match="RESERVE_UNDECIDED"):
        run.post()
    assert book.head == head


def test_figures_stated_anew_move_the_reserve_by_the_difference():
    book = gothenburg()
    for allocated, kinds in (("108", ["reserve_allocated"]), ("100", ["reserve_allocated"]), ("100", [])):
        gains = mkr("1") if not kinds else mkr("0")
        figures = YearFigures(
            net_result=mkr("824"),
            realised_gains=gains,
            reserve_allocated=mkr(allocated),
            reserve_decision=council(2015),
        )
        seq = book.head.seq
        book.year_end(2015, figures).post()
        recorded = [record.event.kind for record in book.records(seq)]
        assert [kind for kind in recorded if kind.startswith("reserve")] == kinds
    assert from_ore(book.equity_note(2015).equalisation_reserve_ore) == mkr("649")


def test_from_2024_an_allocation_goes_to_the_result_reserve_and_the_old_one_is_used_beside_it():
    book = open_book(create="Exempelkommunen", actor="ekonomi")
    book.open_equity(2023, mkr("1000"), opening_deficits=[], decision=KF, equalisation_reserve=mkr("50"))
    surplus = YearFigures(
        net_result=mkr("40"), taxes_and_grants=mkr("1000"), reserve_allocated=mkr("30"), reserve_decision=council(2024)
    )
    book.year_end(2024, surplus).post()
    loss = YearFigures(net_result=mkr("-20"), equalisation_reserve_used=mkr("20"), reserve_decision=council(2025))
    run = book.year_end(2025, loss)
    assert not [finding for finding in run.findings if finding.code == "RESERVE_BALANCE_UNKNOWN"]
    run.post()
    note = book.equity_note(2025)
    assert (from_ore(note.equalisation_reserve_ore), from_ore(note.result_reserve_ore)) == (mkr("30"), mkr("30"))
    assert from_ore(note.closing_ore) == mkr("1020")


def test_DIS_1_what_is_left_of_the_old_reserve_is_dissolved_into_other_equity():
    book = gothenburg()
    before = book.equity_note(2015)
    note = book.dissolve_reserve("equalisation_reserve", mkr("549"), year=2015, decision=council(2015))
    assert note.equalisation_reserve_ore == 0
    assert note.closing_ore == before.closing_ore
    with pytest.raises(Refused, match="BALANCE_ON_WRONG_SIDE"):
        book.dissolve_reserve("equalisation_reserve", mkr("1"), year=2015, decision=council(2015))
    with pytest.raises(Refused, match="DECISION_WITHOUT_AUTHORITY"):
        book.dissolve_reserve("equalisation_reserve", mkr("1"), year=2015, decision=Decision.parse("KS 2016-01-01 § 1"))


def test_R43_a_reserve_that_an_earlier_year_takes_back_is_gone_from_the_years_after():
    book = open_book(create="Exempelkommunen", actor="ekonomi")
    book.open_equity(2014, mkr("1000"), opening_deficits=[], decision=KF)

    def run(year: int, allocated: str):
        more = {"taxes_and_grants": mkr("100"), "pension_contingency": mkr("0"), "reserve_decision": council(year)}
        return book.year_end(year, YearFigures(net_result=mkr("16"), reserve_allocated=mkr(allocated), **more))

    run(2015, "5").post()
    run(2016, "0").post()
    assert book.statement(2016).year(2016).figures.reserve_before == mkr("5")
    run(2015, "0").post()
    assert book.statement(2016).year(2016).figures.reserve_before == mkr("0")
    third = run(2017, "0")
    assert third.errors == ()
    third.post()
    for year in (2015, 2016, 2017):
        book.close_year(year, decision=council(year))
    assert book.closed_through == 2017
