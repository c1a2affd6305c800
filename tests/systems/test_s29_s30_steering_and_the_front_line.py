"""S29 and S30: strategic or operative; ideas from the front line, and how near it is decided."""

from __future__ import annotations

from fractions import Fraction

from programme_books import fund_book

from sifund_ledger.table import format_share


def test_ideas_from_the_front_line_and_decisions_near_it():
    """14 ideas, 9 from the front line (64 %), 6 decisions, none near it."""
    book = fund_book()
    for number in range(14):
        level = "front_line" if number < 9 else "administration"
        book.reach_stage(f"Idé {number}", "idea", day="2016-01-11", by="kurator", level=level)
        if number < 6:
            book.reach_stage(
                f"Idé {number}", "granted", day="2016-06-13", by="KS", level="executive",
                decision="KS 2016-06-13 § 60",
            )  # fmt: skip
    table = book.programme.initiatives(language="en")
    cells = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    assert cells["the front line"] == (9, Fraction(9, 14), 0, Fraction(0))
    assert format_share(Fraction(9, 14), 0) == "64 %"
    assert cells["the unit"][2] == 0
    assert cells["the executive board"][2:] == (6, Fraction(1))
    assert sum(each[0] for each in cells.values()) == 14


def test_the_portfolio_is_split():
    book = fund_book()
    for name, steering in (("A", "strategic"), ("B", "operative"), ("C", "operative"), ("D", None)):
        declared = {"steering": steering} if steering else {"small": False}
        book.declare_application(name, day="2016-01-10", fund="social", sought=100, **declared)
    rows = {str(row.cells[0]): row.cells[1:4] for row in book.programme.portfolio(language="en").rows}
    assert rows == {
        "strategic": (1, Fraction(1, 4), 10_000), "operative": (2, Fraction(1, 2), 20_000),
        "not stated": (1, Fraction(1, 4), 10_000),
    }  # fmt: skip
