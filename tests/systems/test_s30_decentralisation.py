"""S30: ideas from the front line, and how near it is decided."""

from __future__ import annotations

from fractions import Fraction

from programme_books import fund_book
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book
from sifund_ledger.table import format_share

DECISION = "KS 2016-06-13 § 60"


def ideas() -> Book:
    """14 ideas, 9 from the front line, 6 of them decided by the executive board."""
    book = fund_book()
    for number in range(14):
        level = "front_line" if number < 9 else "administration"
        book.reach_stage(f"Idé {number}", "idea", day="2016-01-11", by="kurator", level=level)
    for number in range(6):
        about = {"day": "2016-06-13", "by": "KS", "decision": DECISION}  # which says at what level
        book.reach_stage(f"Idé {number}", "granted", **about)
    return book


def test_ideas_from_the_front_line_and_decisions_near_it():
    """14 ideas, 9 from the front line (64 %), 6 decisions, none near it."""
    table = ideas().programme.initiatives(language="en")
    cells = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    assert cells["the front line"] == (9, Fraction(9, 14), 0, Fraction(0))
    assert format_share(Fraction(9, 14), 0) == "≈ 64 %"
    assert cells["the unit"][2] == 0
    assert cells["the executive board"][2:] == (6, Fraction(1))
    assert sum(each[0] for each in cells.values()) == 14


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    path = tmp_path / "bok.sifund"
    fund_book(path).close()
    about = 'gör = "nå_skede"\nprojekt = "Idé {}"\nskede = "idé"\ndag = 2016-01-11\nav = "kurator"\nnivå = "{}"'
    levels = (("frontlinjen" if number < 9 else "förvaltningen") for number in range(14))
    posted(path, *(about.format(number, level) for number, level in enumerate(levels)))
    decided = ("--day", "2016-06-13", "--by", "KS", "--level", "kommunstyrelsen", "--decision", DECISION)
    for number in range(6):
        typed(path, "project stage", f"Idé {number}", "--stage", "beviljad", *decided)
    assert recorded(path) == recorded(ideas())
    rows = Printed(capsys).page(path, "initiatives")
    assert [(row["row"], row["level"], row["ideas"], row["decisions"]) for row in rows] == [
        ("the front line", 0, 9, 0), ("the unit", 0, 0, 0), ("the administration", 0, 5, 0),
        ("the executive board", 0, 0, 6),
    ]  # fmt: skip
    assert rows[0]["of_ideas"].startswith("0.642857")
