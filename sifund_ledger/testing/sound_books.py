"""A book with something of everything in it (provbok), closed year by year: what an audit finds nothing wrong with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.book import Book
from sifund_ledger.decisions import Decision
from sifund_ledger.funds.policy import presets
from sifund_ledger.money import from_ore, sek
from sifund_ledger.store.opening import open_book

SOCIAL: Final = presets.orebro_strict.choose(presentation="strict", gl_treatment="sub_account")
DIRECT: Final = presets.tomelilla_earmark.choose(presentation="strict", gl_treatment="sub_account")


def council(year: int, paragraph: int = 30) -> Decision:
    """A decision of the council's in the spring of a year."""
    return Decision("KF", date(year, 4, 28), str(paragraph))


def sound_book() -> Book:
    """A municipality from 2013 to 2019, in memory; made up. Equity is 400 million kronor at first.

    *social* follows Örebro's policy: Navigator is granted, amended, used, closed, measured, repaid, waived and settled.
    *unga* is used without a project, and its use is a ground for the deficit of 2015. RUR is allocated and used.
    Every year to 2018 is posted, compared and closed.

    >>> with sound_book() as book:
    ...     book.closed_through, len(book.funds), len(book.projects)
    (2018, 2, 1)
    """
    book = open_book(
        create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, 12, tzinfo=UTC),
        salt=lambda: bytes(16),
    )  # fmt: skip
    book.open_equity(2012, sek("400 000 000"), opening_deficits=[], decision=council(2013, 1))
    book.create_fund("social", policy=SOCIAL, decision=council(2013, 2))
    book.create_fund("unga", policy=DIRECT, decision=council(2013, 3))
    book.delegate("social", "amend", to="KS", decision=council(2013, 4))
    book.delegate("social", "waive", to="KS", decision=council(2013, 4))
    _post(book, 2013, "30 000 000", allocated="3 000 000")
    book.set_aside("social", sek("10 000 000"), result_year=2013, decision=council(2014, 32))
    book.set_aside("unga", sek("5 000 000"), result_year=2013, decision=council(2014, 33))
    _close(book, 2013)
    _granted_and_used(book)
    _deficit_and_grounds(book)
    _repaid_and_settled(book)
    return book


def _post(book: Book, year: int, result: str, *, allocated: str = "0", used: str = "0", grounds: bool = False) -> None:
    """Post a year-end; what is used of funds is invoked as grounds where that is asked for."""
    figures = YearFigures(
        net_result=sek(result), equity=from_ore(book.equity_note(year - 1).closing_ore) + sek(result),
        taxes_and_grants=sek("200 000 000"), pension_contingency=sek(0),
        reserve_allocated=sek(allocated), reserve_used=sek(used), reserve_decision=council(year + 1, 31),
    )  # fmt: skip
    book.year_end(year, figures, grounds_decision=council(year + 1, 34) if grounds else None).post()


def _close(book: Book, year: int) -> None:
    """Hold a year against the general ledger, and close it."""
    note = book.equity_note(year)
    book.compare_equity(
        year, source="general_ledger", document=f"{year}.se", net_result=from_ore(note.result_ore),
        closing_equity=from_ore(note.closing_ore), equalisation_reserve=from_ore(note.equalisation_reserve_ore),
        earmarks={fund: from_ore(ore) for fund, ore in note.earmarks},
    )  # fmt: skip
    book.close_year(year, decision=council(year + 1, 40))


def _granted_and_used(book: Book) -> None:
    """2014: a project of the education board, raised by the executive board; its first costs and uses."""
    book.grant(
        "social", "Navigator", sek("6 000 000"), board="Utbildning", financing="ur fonden", start=date(2014, 5, 1),
        end=date(2015, 12, 31), frames={2014: sek("3 000 000"), 2015: sek("3 000 000")}, decision=council(2014, 50),
        plan={"Skola": {2017: sek("2 400 000")}, "Social": {2017: sek("1 800 000"), 2018: sek("1 800 000")}},
    )  # fmt: skip
    book.amend_grant(
        "Navigator", sek("600 000"), plan={"Skola": {2017: sek("600 000")}}, frames={2015: sek("600 000")},
        reason="Fler elever", decision=Decision.parse("KS 2014-09-10 § 120"),
    )  # fmt: skip
    book.grant(
        "social", "Fel", sek("1 000 000"), board="Utbildning", financing="ur fonden", start=date(2014, 5, 1),
        end=date(2015, 12, 31), plan={"Skola": {2017: sek("1 000 000")}}, decision=council(2014, 51),
    )  # fmt: skip
    book.correct(book.head.seq, reason="Fel belopp", decision=council(2014, 51))
    book.report_cost("social", "Navigator", sek("2 800 000"), year=2014, contributions=sek("300 000"),
                     decision=Decision.parse("BUN 2015-01-21 § 4"))  # fmt: skip
    book.use("social", sek("2 500 000"), year=2014, project="Navigator", decision=council(2015, 50))
    _post(book, 2014, "10 000 000")
    _close(book, 2014)


def _deficit_and_grounds(book: Book) -> None:
    """2015: a deficit, of which a fund's use is a ground, a reserve meets a part, and the rest has an action plan."""
    book.use("unga", sek("2 000 000"), year=2015, decision=council(2016, 50))
    book.report_cost("social", "Navigator", sek("3 900 000"), year=2015, decision=Decision.parse("BUN 2016-01-20 § 3"))
    book.use("social", sek("3 600 000"), year=2015, project="Navigator", decision=council(2016, 51))
    book.close_project("Navigator", year=2015, decision=council(2016, 51))
    _post(book, 2015, "-9 000 000", used="1 000 000", grounds=True)
    book.adopt_plan(2015, due_year=2018, measures="Vakanser tillsätts inte.", decision=council(2016, 52))
    _close(book, 2015)


def _repaid_and_settled(book: Book) -> None:
    """2016 to 2019: the deficit is restored, boards repay, the project is settled, and what comes back is renewed."""
    _post(book, 2016, "12 000 000")
    _close(book, 2016)
    book.measure(
        "Navigator", "Skola", sek("2 000 000"), effect_year=2016, decision=Decision.parse("BUN 2017-02-08 § 9")
    )
    book.measure("Navigator", "Social", sek("900 000"), effect_year=2016, decision=Decision.parse("SN 2017-02-09 § 7"))
    for board, amount in (("Skola", "2 000 000"), ("Social", "900 000")):
        book.repay("Navigator", board, sek(amount), effect_year=2016, frame_year=2017, decision=council(2017, 50))
    book.waive(
        "Navigator", "Skola", sek("500 000"), reason="Skolan lades ned", decision=Decision.parse("KS 2017-05-10 § 60")
    )
    book.reorganise(
        "Social", successors={"Omsorg": "1"}, last_day=date(2017, 12, 31), reason="Ny nämnd", decision=council(2017, 51)
    )
    _post(book, 2017, "8 000 000", allocated="1 000 000")
    book.renew("social", sek("2 900 000"), result_year=2017, decision=council(2018, 50))
    _close(book, 2017)
    book.settle("Navigator", frame_year=2018, decision=council(2018, 51))
    _post(book, 2018, "4 000 000")
    _close(book, 2018)
    book.set_aside("unga", sek("1 000 000"), result_year=2018, year=2019, decision=council(2019, 50))
