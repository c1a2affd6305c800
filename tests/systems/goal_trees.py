"""One goal of the council, three tactical, twelve operative, of which one has nothing above it; by both roads."""

from __future__ import annotations

from pathlib import Path

from programme_books import fund_book
from two_roads import posted

from sifund_ledger import Book

YEARS = {"day": "2018-11-01", "first_year": 2019, "last_year": 2022}
_TOP = "Färre i utanförskap"


def _above(number: int) -> str:
    return "" if number == 7 else f"Taktiskt {(number - 1) % 3 + 1}"


def with_goals() -> Book:
    """The goals by Python."""
    book = fund_book(year=2018)
    book.state_goal(_TOP, level="strategic", indicator="andel unga som varken", owner="KF", **YEARS)
    for number in range(1, 4):
        book.state_goal(f"Taktiskt {number}", level="tactical", parent=_TOP, **YEARS)
    for number in range(1, 13):
        book.state_goal(f"Operativt {number}", level="operative", parent=_above(number), **YEARS)
    return book


def post_goals(path: Path) -> None:
    """The same goals by an events file."""
    fund_book(path, year=2018).close()
    years = "dag = 2018-11-01\nförsta_år = 2019\nsista_år = 2022\n"
    top = f'gör = "ange_mål"\nmål = "{_TOP}"\nnivå = "strategiskt"\nindikator = "andel unga som varken"\nägare = "KF"\n'
    below = [("taktiskt", f"Taktiskt {number}", _TOP) for number in range(1, 4)]
    below += [("operativt", f"Operativt {number}", _above(number)) for number in range(1, 13)]
    events = (
        f'gör = "ange_mål"\nmål = "{goal}"\nnivå = "{level}"\nunder = "{above}"\n' for level, goal, above in below
    )
    posted(path, top + years, *(each + years for each in events))
