"""The year-ends whose texts are kept under golden/; ``python tests/year_end/text_books.py`` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sifund_ledger import (
    Book,
    Decision,
    ExceptionalGround,
    OpeningDeficit,
    YearEnd,
    YearFigures,
    open_book,
    presets,
    sek,
)
from sifund_ledger.balance.figures.year_figures import GroundEffect
from sifund_ledger.year_end.texts.drafting import text_of

GOLDEN = Path(__file__).parent / "golden"
KF = Decision.parse("KF 2013-04-22 § 45")
GROUNDS = Decision.parse("KF 2014-04-28 § 32")


def new_book(entity: str, year: int) -> Book:
    return open_book(create=entity, actor="ekonomi", clock=lambda: datetime(year, 6, 30, 12, tzinfo=UTC))


def book_of(use: int = 1_000_000) -> Book:
    """Equity of 400 million, a fund with 10 million of 2011's result, 4 of them granted, and a use in 2013."""
    book = new_book("Tomelilla kommun", 2018)
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
    for year, result in ((2011, 18_000_000), (2012, 4_000_000)):
        book.record_result(year, sek(result))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.set_aside("social", sek("10 000 000"), result_year=2011, decision=KF)
    book.grant("social", "Navigator", sek("4 000 000"), board="BUN", financing="ur fonden", decision=KF)
    if use:
        cost, decision = sek(use), Decision.parse("KF 2014-04-28 § 31")
        book.use("social", cost, year=2013, project="Navigator", net_cost=cost, decision=decision)
    return book


def tomelilla() -> tuple[Book, YearEnd]:
    """A loss that a project has caused; a part of it is waived, an action plan is to be adopted for the rest."""
    book = book_of()
    return book, book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision=GROUNDS)


def vansbro() -> tuple[Book, YearEnd]:
    """The annual report of 2019: deficits of three years, one in part waived and in part given a longer time."""
    book = new_book("Vansbro kommun", 2020)
    before = [OpeningDeficit(year=year, left=sek(left)) for year, left in ((2017, 3_674_000), (2018, 5_721_000))]
    opening = Decision.parse("KF 2019-04-29 § 30")
    book.open_equity(2018, sek("150 000 000"), opening_deficits=before, decision=opening)
    decision = Decision.parse("KF 2020-04-27 § 40", state="proposed")

    def ground(ore: int, effect: GroundEffect, reason: str, due: int | None = None) -> ExceptionalGround:
        return ExceptionalGround(
            amount=sek(ore), deficit_year=2019, effect=effect, due_year=due, reason=reason, decision=decision
        )

    figures = YearFigures(
        net_result=sek("-35 507 000"),
        exceptional_grounds=(
            ground(16_064_000, GroundEffect.WAIVE, "Försäljning av bioenergianläggningen"),
            ground(19_443_000, GroundEffect.EXTEND, "Återställandet behöver längre tid", 2025),
        ),
    )
    return book, book.year_end(2019, figures)


def malmo() -> tuple[Book, YearEnd]:
    """The annual report of 2015: a deficit restored, and a part of the result put into RUR."""
    book = new_book("Malmö", 2016)
    book.open_equity(
        2013, sek("9 000 000 000"), opening_deficits=[], equalisation_reserve=sek("12 000 000"), decision=KF
    )
    use = Decision.parse("KF 2015-04-30 § 50")
    book.year_end(2014, YearFigures(
        net_result=sek("-149 000 000"), realised_gains=sek("56 000 000"), reserve_used=sek("12 000 000"),
        reserve_decision=use,
    )).post()  # fmt: skip
    figures = YearFigures(
        net_result=sek("563 000 000"), realised_gains=sek("23 000 000"), reserve_allocated=sek("185 000 000"),
        taxes_and_grants=sek("15 000 000 000"),
    )  # fmt: skip
    return book, book.year_end(2015, figures)


def reserve_and_undecided() -> tuple[Book, YearEnd]:
    """A year with RER (constructed): the reserve is used with a purpose, equity is adjusted, what a project has cost is
    not yet used, and a rule sets aside; nothing of that is decided."""
    book = new_book("Exempelby kommun", 2026)
    kf = Decision.parse("KF 2024-04-29 § 20")
    book.open_equity(2023, sek("500 000 000"), opening_deficits=[], decision=kf)
    rule = replace(presets.tomelilla_earmark, set_aside_rule="percent_of_result", set_aside_share="0.10")
    book.create_fund("Tidiga insatser", policy=rule, decision=kf)
    book.change_purpose("Tidiga insatser", "Förebyggande arbete för barn och unga.", decision=kf)
    book.year_end(2024, YearFigures(
        net_result=sek("60 000 000"), taxes_and_grants=sek("1 000 000 000"), reserve_allocated=sek("20 000 000"),
        reserve_decision=Decision.parse("KF 2025-04-28 § 30"),
    )).post()  # fmt: skip
    later = Decision.parse("KF 2025-04-28 § 31")
    book.set_aside("Tidiga insatser", sek("8 000 000"), result_year=2024, decision=later)
    book.grant("Tidiga insatser", "Skolstart", sek("5 000 000"), board="Barnnämnden", financing="ur fonden",
               start=date(2025, 5, 1), end=date(2026, 12, 31), decision=later)  # fmt: skip
    book.report_cost(
        "Tidiga insatser", "Skolstart", sek("2 400 000"), year=2025, decision=Decision.parse("BN 2026-01-21 § 4")
    )
    book.adjust_equity(2025, sek("3 000 000"), reason="Ändrad redovisningsprincip", decision=later)
    figures = YearFigures(
        net_result=sek("12 000 000"), realised_gains=sek("16 000 000"), reserve_used=sek("4 000 000"),
        reserve_purpose="Skatteintäkterna blev lägre än väntat", taxes_and_grants=sek("1 040 000 000"),
        reserve_decision=Decision.parse("KF 2026-04-27 § 30", state="proposed"),
    )  # fmt: skip
    return book, book.year_end(2025, figures)


YEAR_ENDS: dict[str, Callable[[], tuple[Book, YearEnd]]] = {
    "tomelilla-2013": tomelilla,
    "vansbro-2019": vansbro,
    "malmo-2015": malmo,
    "reserv-2025": reserve_and_undecided,
}
UNITS: dict[str, Any] = {"vansbro-2019": "tkr", "malmo-2015": "mkr"}


def texts_of(name: str) -> str:
    """The texts of a year-end as one, in the unit that its report prints."""
    book, run = YEAR_ENDS[name]()
    return text_of(book.texts(run, unit=UNITS.get(name, "kr"))) + "\n"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in YEAR_ENDS:
        (GOLDEN / f"{each}.txt").write_text(texts_of(each), encoding="utf-8")
