"""S27: a yearly deposit meant as a long-term incentive; each year has a decision of its own. MSEK."""

from __future__ import annotations

from programme_books import fund_book, kf, msek, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book


def intended() -> Book:
    """2.0 meant a year for three years, 2.0 and 1.5 decided."""
    book = fund_book(year=2014)
    book.state_intention("social", {year: msek("2") for year in (2014, 2015, 2016)}, decision=kf(2014))
    for year, amount in ((2014, "2"), (2015, "1.5")):
        book.record_result(year, msek("10"))
        book.set_aside("social", msek(amount), result_year=year, decision=kf(year + 1))
    return book


def test_each_year_of_an_intention_has_its_own_decision():
    """The second year is 0.5 short, and the third is lacking: 2.0."""
    book = intended()
    assert {row["year"]: row["difference"] for row in rows(book.intentions("social"))} == {
        2014: 0, 2015: -50_000_000, 2016: -200_000_000,
    }  # fmt: skip
    decided = [str(each.decision) for each in book.records() if each.event.kind == "set_aside"]
    assert decided == [str(kf(2015)), str(kf(2016))]


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    path = tmp_path / "ale.sifund"
    fund_book(path, year=2014).close()
    meant = '{ 2014 = "2 000 000", 2015 = "2 000 000", 2016 = "2 000 000" }'
    posted(path, f'gör = "ange_avsikt"\nfond = "social"\nbelopp = {meant}', decision=str(kf(2014)))
    for year, amount in (("2014", "2"), ("2015", "1.5")):
        typed(path, "equity result", year, "--amount", "10", "--unit", "mkr")
        deposit = ("--amount", amount, "--unit", "mkr", "--result-year", year, "--decision", str(kf(int(year) + 1)))
        typed(path, "fund set-aside", "social", *deposit)
    assert recorded(path) == recorded(intended())
    (table,) = Printed(capsys).tables("show", str(path), "fund", "social", "--table", "intentions").values()
    assert [(row["year"], row["difference"]) for row in table] == [(2014, "0"), (2015, "-500000"), (2016, "-2000000")]
