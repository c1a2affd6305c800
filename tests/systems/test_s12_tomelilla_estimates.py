"""S12, Tomelilla: the year's cost is estimated and changes with money and need; each estimate stands (818–822).

MSEK: 4.0, 4.6 and 3.9 with 4.5 available; the outcome is 3.7.
"""

from __future__ import annotations

from console import Console, row_of
from programme_books import fund_book, kf, msek, new_book, rows, warned

from sifund_ledger import Book, presets
from sifund_ledger.cli.program import run

LINES = """
equity open BOOK 2015 --amount 1000 --unit mkr --opening-deficits inga --decision "KF 2016-04-22 § 1"
fund create BOOK social --policy tomelilla_earmark --decision "KF 2016-04-22 § 1"
fund open BOOK social --amount 4.5 --unit mkr --year 2016 --decision "KF 2016-04-22 § 1"
project estimate BOOK Familjer --fund social --amount 4.0 --unit mkr --year 2016 --day 2016-02-01
project estimate BOOK Familjer --fund social --amount 4.6 --unit mkr --year 2016 --day 2016-06-01 \
 --reason "fler familjer"
project estimate BOOK Familjer --fund social --amount 3.9 --unit mkr --year 2016 --day 2016-10-01 \
 --reason "senare start"
project grant BOOK Familjer --fund social --amount 3.9 --unit mkr --board Social --financing "ur fonden" \
 --decision "KF 2016-04-22 § 1"
project cost BOOK Familjer --fund social --gross 3.7 --unit mkr --year 2016 --decision "KF 2017-04-22 § 1"
"""

ESTIMATES = (("4.0", "2016-02-01", ""), ("4.6", "2016-06-01", "fler familjer"), ("3.9", "2016-10-01", "senare start"))


def by_python() -> Book:
    book = new_book(2015, "1000", {})
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=kf(2016))
    book.open_fund("social", msek("4.5"), year=2016, decision=kf(2016))
    for amount, day, reason in ESTIMATES:
        book.estimate_cost("social", "Familjer", msek(amount), year=2016, day=day, reason=reason)
    book.grant("social", "Familjer", msek("3.9"), board="Social", financing="ur fonden", decision=kf(2016))
    book.report_cost("social", "Familjer", msek("3.7"), year=2016, decision=kf(2017))
    return book


def test_estimates_against_what_there_is_and_the_outcome():
    """4.0, 4.6, 3.9 with 4.5 available: the second is flagged by 0.1; 3.7 is −0.3 and −0.2 against first and last."""
    book = by_python()
    (flagged,) = warned(book, "ESTIMATE_ABOVE_AVAILABLE")
    assert "an estimate of 4 600 000 kr for 2016 is 100 000 kr above the 4 500 000 kr that there is" in flagged
    estimates, log = book.programme.estimates("social")
    (row,) = rows(estimates)
    assert (row["first"], row["last"], row["changes"]) == (400_000_000, 390_000_000, 2)
    assert (row["outcome"], row["against_first"], row["against_last"]) == (370_000_000, -30_000_000, -20_000_000)
    assert [(each["day"], each["reason"]) for each in rows(log)] == [(day, reason) for _, day, reason in ESTIMATES]


def test_on_the_command_line(console: Console):
    console.same_book(by_python(), LINES)
    shown = console.done("programme show book.sifund estimates")
    figures = ["2016", "4 000 000", "3 900 000", "2", "3 700 000", "−300 000", "−200 000"]
    assert row_of(shown, "Familjer") == figures
    assert "2016-10-01  3 900 000  senare start" in shown


def test_other_projects_of_the_year_count():
    book = fund_book(amount="4.5", year=2016)
    book.estimate_cost("social", "Familjer", msek("4.0"), year=2016, day="2016-02-01")
    book.estimate_cost("social", "Unga", msek("0.6"), year=2016, day="2016-02-02")
    assert "100 000 kr above the 500 000 kr" in warned(book, "ESTIMATE_ABOVE_AVAILABLE")[0]


def test_an_estimate_that_was_wrong_is_corrected(tmp_path, capsys):
    path = tmp_path / "tomelilla.sifund"
    fund_book(path, amount="4.5", year=2016).close()
    options = ["--fund", "social", "--year", "2016", "--unit", "mkr", "--actor", "ekonomi", "--lang", "en"]
    assert run(["project", "estimate", str(path), "Familjer", "--amount", "4.6", "--day", "2016-02-01", *options]) == 0
    assert "ESTIMATE_ABOVE_AVAILABLE" in capsys.readouterr().err
    assert run(["correct", str(path), "7", "--reason", "fel belopp", "--actor", "ekonomi"]) == 0
    assert run(["project", "estimate", str(path), "Familjer", "--amount", "4.0", "--day", "2016-02-02", *options]) == 0
    capsys.readouterr()
    assert run(["programme", "show", str(path), "estimates", "--lang", "en"]) == 0
    assert "4 600 000" not in capsys.readouterr().out
