"""Books in which a fund has lived for some years. MSEK."""

from __future__ import annotations

from programme_books import fund_book, kf, msek

from sifund_ledger import Book, presets

OREBRO = presets.orebro_strict.choose(presentation="strict")


def over_two_mandates(path: object = None) -> Book:
    """6.0 of 10 granted in 2017, 3.0 repaid with the frame of 2018 and 1.0 with that of 2019, 2.0 planned for 2020."""
    book = fund_book(path, policy=OREBRO, year=2017)
    plan = {"Social": {2018: msek("3"), 2019: msek("1"), 2020: msek("2")}}
    book.grant(
        "social", "Navigator", msek("6"), board="Skola", financing="ur fonden", decision=kf(2017), plan=plan,
        start="2017-05-01", end="2017-12-31",
    )  # fmt: skip
    book.report_cost("social", "Navigator", msek("6"), year=2017, decision=kf(2018))
    book.use("social", msek("6"), year=2017, project="Navigator", decision=kf(2018))
    for year, saved in ((2018, "3"), (2019, "1")):
        book.measure("Navigator", "Social", msek(saved), effect_year=year - 1, decision=kf(year))
        book.repay("Navigator", "Social", effect_year=year - 1, frame_year=year, decision=kf(year))
        book.record_result(year, msek("9"))
        book.renew("social", msek(saved), result_year=year, decision=kf(year + 1))
    book.estimate_cost("social", "Navigator", msek("5"), year=2017, day="2017-06-01")
    return book
