"""K9: effects are a matrix of year, actor and kind of cost; what lies beyond the horizon, or elsewhere, is reported."""

from __future__ import annotations

from fractions import Fraction

import pytest
from programme_books import fund_book, kf, msek, rows

from sifund_ledger import Refused, presets

LINES = [
    "2017:Social:avoided:short:1000000", "2026:Social:avoided:long:3000000", "2017:Regionen:avoided:short:2000000",
    "2016:Social:added:short:-200000",
]  # fmt: skip


def test_only_own_boards_within_the_horizon_can_be_clawed_back():
    book = fund_book(policy=presets.orebro_strict.choose(presentation="strict"))
    book.grant(
        "social", "Navigator", msek("3"), board="Skola", financing="ur fonden", decision=kf(2014),
        plan={"Social": {2017: msek("3")}}, start="2014-05-01", end="2015-12-31",
    )  # fmt: skip
    book.calculate_effect("Navigator", LINES, by="controllern", day="2014-05-02")
    shown = [
        (row["year"], row["actor"], row["repaid"]) for row in rows(book.programme.effects("Navigator", language="en"))
    ]
    assert shown == [(2016, "Social", "no"), (2017, "Regionen", "no"), (2017, "Social", "yes"), (2026, "Social", "no")]


def test_a_line_that_cannot_be_read_is_refused():
    book = fund_book()
    book.reach_stage("Navigator", "idea", day="2014-05-01", by="kurator")
    for line in ("2017:Social:avoided:short", "2017:Social:sparad:short:1", "i år:Social:avoided:short:1"):
        with pytest.raises(Refused):
            book.calculate_effect("Navigator", [line], by="controllern", day="2014-05-02")


def test_three_special_teachers_or_more_teachers():
    """1.5 that saves 0.6 a year for the social services against 1.5 that saves 0.2: 1.60 and 0.53 per krona."""
    book = fund_book()
    for name, yearly in (("Tre speciallärare", 600_000), ("Fler lärare", 200_000)):
        book.declare_application(name, day="2016-01-10", fund="social", sought=msek("1.5"))
        lines = [f"{year}:Social:avoided:short:{yearly}" for year in range(2017, 2021)]
        book.calculate_effect(name, [*lines, "2017:Skola:added:short:-1"], by="controllern", day="2016-01-11")
    first, second = book.programme.alternatives(language="en").rows
    assert (first.cells[5], first.cells[6]) == (Fraction(239_999_900, 150_000_000), 2019)
    assert (second.cells[5], second.cells[6]) == (Fraction(79_999_900, 150_000_000), None)
    assert (first.cells[7], first.cells[8]) == ("Social", "Skola")
