"""S31 and S2: a fund that sleeps, who answers for it, what is to come back with which budget; towns side by side."""

from __future__ import annotations

from datetime import date

from programme_books import fund_book, kf, msek, rows

from sifund_ledger import presets
from sifund_ledger.cli.program import run

OREBRO = presets.orebro_strict.choose(presentation="strict")


def sleeping(path=None):
    """4.0 of 10 granted in 2014, to be repaid over five years; nothing since."""
    book = fund_book(path, policy=OREBRO)
    book.delegate("social", "grant", to="KS", decision=kf(2014))
    book.delegate("social", "administer", to="Socialnämnden", decision=kf(2014))
    book.grant(
        "social", "Navigator", msek("4"), board="Skola", financing="ur fonden", decision=kf(2014),
        plan={"Social": {year: msek("0.8") for year in range(2015, 2020)}}, start="2014-05-01", end="2014-12-31",
    )  # fmt: skip
    return book


def test_a_dormant_fund_has_its_balance_its_claims_and_who_answers_for_it():
    (fund,) = rows(sleeping().programme.funds(on=date(2017, 6, 30), language="en"))
    assert (fund["state"], fund["last_grant"], fund["decides"]) == ("dormant", 2014, "KF, KS")
    assert fund["administers"].startswith("KF, ")
    assert (fund["available"], fund["committed"], fund["claims"]) == (600_000_000, 400_000_000, 400_000_000)
    (woken,) = rows(sleeping().programme.funds(on=date(2015, 6, 30), language="en"))
    assert woken["state"] == "running"


def test_what_is_to_come_back_belongs_to_a_budget():
    refill = rows(sleeping().programme.refill(on=date(2016, 6, 30), language="en"))
    assert [(row["year"], row["belongs"]) for row in refill] == [
        (2015, "late, the frame of 2015"), (2016, "this year's frame, 2016"), (2017, "the budget of 2017"),
        (2018, "the plan of 2018 in the budget of 2017"), (2019, "the plan of 2019 in the budget of 2017"),
    ]  # fmt: skip
    assert sum(row["expected"] for row in refill) == 400_000_000


def test_municipalities_side_by_side_on_the_command_line(tmp_path, capsys):
    first, second = tmp_path / "ale.sifund", tmp_path / "orebro.sifund"
    fund_book(first).close()
    sleeping(second).close()
    assert run(["programme", "compare", str(first), str(second), "-O", "csv", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    assert len(lines) == 3
    assert "10000000" in lines[2].replace(" ", "").replace(".00", "")
    assert run(["programme", "show", str(second), "funds", "--day", "2020-01-01"]) == 0
    assert "vilande" in capsys.readouterr().out
