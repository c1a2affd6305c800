"""S3, the loss-bearing rule: what an effect does not repay falls on the fund, or on a unit (lines 236–239).

MSEK: 2.5 of a fund of 6.0 is used by the labour market board; care and the schools were to repay 1.5 and 1.0; care
is measured to save 0.4, the schools nothing. The 2.1 that is missing is the fund's loss, or repaid by whoever bears it.
"""

from __future__ import annotations

from datetime import date

import pytest
from console import Console, row_of
from programme_books import kf, msek, new_book

from sifund_ledger import Book, presets
from sifund_ledger.money import from_ore

LINES = """
equity open BOOK 2015 --amount 190 --unit mkr --opening-deficits inga --decision "KF 2016-04-22 § 1"
fund create BOOK social --policy reversal_textbook --choose loss_bearer=BEARER --decision "KF 2016-04-22 § 1"
fund open BOOK social --amount 6 --unit mkr --year 2016 --decision "KF 2016-04-22 § 1"
project grant BOOK Stegen --fund social --amount 2.5 --unit mkr --board Arbetsmarknad --financing "ur fonden" \
 --plan Vård:2018=1.5 --plan Skola:2018=1 --start 2016-05-01 --end 2017-06-30 --decision "KF 2016-04-22 § 2"
project use BOOK Stegen --fund social --amount 2.5 --net-cost 2.5 --unit mkr --year 2016 --decision "KF 2017-04-22 § 1"
project close BOOK Stegen --year 2017 --decision "KF 2018-04-22 § 1"
project measure BOOK Stegen --board Vård --amount 0.4 --unit mkr --effect-year 2018 --decision "KF 2019-04-22 § 1"
project measure BOOK Stegen --board Skola --amount 0 --effect-year 2018 --decision "KF 2019-04-22 § 1"
project settle BOOK Stegen --frame-year 2019 --decision "KF 2019-04-22 § 2"
equity result BOOK 2019 --amount 9 --unit mkr
fund renew BOOK social --result-year 2019 --decision "KF 2020-04-22 § 1"
"""


def by_python(bearer: str) -> Book:
    book = new_book(2015, "190", {})
    book.create_fund("social", policy=presets.reversal_textbook.choose(loss_bearer=bearer), decision=kf(2016))
    book.open_fund("social", msek("6"), year=2016, decision=kf(2016))
    book.grant(
        "social", "Stegen", msek("2.5"), board="Arbetsmarknad", financing="ur fonden", decision=kf(2016, 2),
        plan={"Vård": {2018: msek("1.5")}, "Skola": {2018: msek("1")}}, start=date(2016, 5, 1), end=date(2017, 6, 30),
    )  # fmt: skip
    book.use("social", msek("2.5"), year=2016, project="Stegen", net_cost=msek("2.5"), decision=kf(2017))
    book.close_project("Stegen", year=2017, decision=kf(2018))
    for board, effect in (("Vård", "0.4"), ("Skola", "0")):
        book.measure("Stegen", board, msek(effect), effect_year=2018, decision=kf(2019))
    book.settle("Stegen", frame_year=2019, decision=kf(2019, 2))
    book.record_result(2019, msek("9"))
    book.renew("social", result_year=2019, decision=kf(2020))
    return book


CASES = {
    "fund": ("3.9", {"Vård": "0.4", "Skola": "0"}, "2.1"),
    "implementing_unit": ("6", {"Vård": "0.4", "Skola": "0", "Arbetsmarknad": "2.1"}, "0"),
    "benefiting_units": ("6", {"Vård": "1.5", "Skola": "1"}, "0"),
}
"""Who bears it: the fund after renewal, what each board has repaid, and the fund's loss."""


@pytest.mark.parametrize("bearer", CASES)
def test_what_is_missing_falls_on_whom_the_rule_names(bearer: str, console: Console):
    book = by_python(bearer)
    after, repaid, loss = CASES[bearer]
    assert book.fund("social").balance == msek(after)
    project = book.project("Stegen")
    paid = {board: from_ore(claim.repaid) for board, claim in project.claims}
    assert paid == {board: msek(amount) for board, amount in repaid.items()}
    assert (project.loss, project.to_repay) == (msek(loss), msek("0"))
    console.same_book(book, LINES.replace("BEARER", bearer))
    settled = console.done("show book.sifund project Stegen --table settlement")
    assert row_of(settled, "Fondens förlust") == [f"{loss.replace('.', ' ')}00 000" if loss != "0" else "0"]
    assert ("Förlusten bars av utföraren: Arbetsmarknad" in settled) is (bearer == "implementing_unit")
