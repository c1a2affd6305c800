"""S25 and K7: what a project has not used of a year's frame is carried over, and no ordinary frame shrinks. MSEK."""

from __future__ import annotations

import pytest
from programme_books import fund_book, kf, msek, rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book, Refused


def used_in_part(path: object = None) -> Book:
    """3.0 over three years, 0.8 used of the first 1.0 (D19)."""
    book = fund_book(path, year=2014)
    book.grant(
        "social", "Navigator", msek("3"), board="Skola", financing="ur fonden", decision=kf(2014),
        frames={year: msek("1") for year in (2014, 2015, 2016)},
    )  # fmt: skip
    book.report_cost("social", "Navigator", msek("0.8"), year=2014, decision=kf(2015))
    book.use("social", msek("0.8"), year=2014, project="Navigator", decision=kf(2015))
    return book


def test_what_is_not_used_is_carried_over_and_the_frame_stays():
    """0.3 is refused, 0.2 carried over, and 2.2 left of the grant; the frames of the three years stay 1.0 each."""
    book = used_in_part()
    with pytest.raises(Refused, match="CARRY_OVER_ABOVE_FRAME"):
        book.carry_over("Navigator", msek("0.3"), year=2014, decision=kf(2015))
    book.carry_over("Navigator", msek("0.2"), year=2014, decision=kf(2015))
    (row,) = rows(book.carry_overs("social"))
    assert (row["left"], row["carried_over"]) == (220_000_000, 20_000_000)
    assert book.fund("social").committed == msek("2.2")


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    path, printed = tmp_path / "bok.sifund", Printed(capsys)
    fund_book(path, year=2014).close()
    about = 'fond = "social"\nprojekt = "Navigator"\n'
    frames = '{ 2014 = "1 000 000", 2015 = "1 000 000", 2016 = "1 000 000" }'
    granted = f'gör = "bevilja"\n{about}belopp = "3 000 000"\nnämnd = "Skola"\nfinansiering = "ur fonden"\n'
    posted(path, f"{granted}ramar = {frames}", decision=str(kf(2014)))
    used = f'{about}år = 2014\nbeslut = "{kf(2015)}"\n'
    posted(
        path, f'gör = "rapportera_kostnad"\n{used}brutto = "800 000"',
        f'gör = "ianspråkta"\n{used}belopp = "800 000"',
    )  # fmt: skip
    carry = ("--year", "2014", "--unit", "mkr", "--decision", str(kf(2015)))
    typed(path, "project carry-over", "Navigator", "--amount", "0.3", *carry, code=2)
    assert "CARRY_OVER_ABOVE_FRAME" in printed.errors()
    typed(path, "project carry-over", "Navigator", "--amount", "0.2", *carry)
    book = used_in_part()
    book.carry_over("Navigator", msek("0.2"), year=2014, decision=kf(2015))
    assert recorded(path) == recorded(book)
    (table,) = printed.tables("show", str(path), "fund", "social", "--table", "carry-overs").values()
    assert [(row["left"], row["carried_over"]) for row in table] == [("2200000", "200000")]
