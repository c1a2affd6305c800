"""S29: strategic or operative steering; what projects declare splits the portfolio. MSEK."""

from __future__ import annotations

from fractions import Fraction

from programme_books import fund_book, msek
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book

DECLARED = {"A": "strategic", "B": "operative", "C": "operative", "D": None}


def portfolio() -> Book:
    book = fund_book()
    for name, steering in DECLARED.items():
        declared = {"steering": steering} if steering else {"small": False}
        book.declare_application(name, day="2016-01-10", fund="social", sought=msek("1.5"), **declared)
    return book


def test_the_portfolio_is_split():
    """One of four strategic, two operative, one that does not say; 1.5 sought by each."""
    rows = {str(row.cells[0]): row.cells[1:4] for row in portfolio().programme.portfolio(language="en").rows}
    assert rows == {
        "strategic": (1, Fraction(1, 4), 150_000_000), "operative": (2, Fraction(1, 2), 300_000_000),
        "not stated": (1, Fraction(1, 4), 150_000_000),
    }  # fmt: skip


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    path = tmp_path / "bok.sifund"
    fund_book(path).close()
    about = 'gör = "redovisa_ansökan"\nprojekt = "{}"\ndag = 2016-01-10\nfond = "social"\nsökt = "1 500 000"\n'
    words = {"A": "strategisk", "B": "operativ", "C": "operativ"}
    posted(path, *(about.format(name) + f'styrning = "{word}"' for name, word in words.items()))
    asked = ("--day", "2016-01-10", "--fund", "social", "--sought", "1.5", "--unit", "mkr", "--no-small")
    typed(path, "project declare", "D", *asked)
    assert recorded(path) == recorded(portfolio())
    split = {row["steering"]: (row["projects"], row["sought"]) for row in Printed(capsys).page(path, "portfolio")}
    assert split == {"strategic": (1, "1500000"), "operative": (2, "3000000"), "not stated": (1, "1500000")}
