"""S28 and D17: what exclusion costs society, a range with its source; never a plan value. Amounts are MSEK."""

from __future__ import annotations

from fractions import Fraction

import pytest
from programme_books import fund_book, kf, msek
from two_roads import Printed, recorded, typed

from sifund_ledger import Refused, presets
from sifund_ledger.cli.program import run
from sifund_ledger.programme.exclusion import exclusion_cost

MKR = 100_000_000


def test_a_cohort_of_1150():
    """138 persons, 1 380–2 070; a grant of 6.0 breaks even at 0.4–0.6 persons."""
    cost = exclusion_cost(1150, grant=6, unit="mkr")
    assert (cost.persons, cost.low.ore // MKR, cost.high.ore // MKR) == (138, 1380, 2070)
    assert cost.break_even == (Fraction(2, 5), Fraction(3, 5))
    assert "0,4–0,6 personer" in cost.table().text()


def test_d17_published_cohorts():
    for persons, cohort, percent in ((69, 539, "12.80"), (181, 1413, "12.81")):
        assert f"{100 * persons / cohort:.2f}" == percent
    cost = exclusion_cost(539, unit="mkr")
    assert (float(cost.persons), round(cost.low.ore / MKR), round(cost.high.ore / MKR)) == (64.68, 647, 970)
    assert (
        "1 100"
        in exclusion_cost(539, share=Fraction(69, 539), person=("15.942028", "15.942029"), unit="mkr")
        .table("en")
        .text()
    )


def test_the_figure_is_refused_as_a_plan_value():
    book = fund_book(policy=presets.reversal_textbook)
    plan = {"Social": {2017: exclusion_cost(1150).low}}
    with pytest.raises(Refused, match="SOCIETAL_NOT_AN_AMOUNT"):
        book.grant("social", "Navigator", msek("3"), board="Skola", financing="ur fonden", decision=kf(2014), plan=plan)


def test_by_python_and_the_command_line(tmp_path, capsys):
    """1 380–2 070 by both; in a book it is society's effect of a long term, reported and never clawed back."""
    printed, path = Printed(capsys), tmp_path / "bok.sifund"
    asked = ("programme", "exclusion", "--cohort", "1150", "--grant", "6", "--unit", "mkr")
    table = printed.tables(*asked)["exclusion"]
    assert [(row["low"], row["high"]) for row in table] == [("1380", "2070"), ("10", "15")]
    fund_book(path).close()
    typed(path, "project stage", "Navigator", "--stage", "idé", "--day", "2014-01-11", "--by", "kurator")
    lines = ("2016:Social:undviken kostnad:kort sikt:0.5", "2034:Samhället:undviken kostnad:lång sikt:10")
    asked = tuple(part for line in lines for part in ("--lines", line))
    typed(path, "project join", "Navigator", "--participant", "Social", "--day", "2014-01-11")
    typed(path, "project effect", "Navigator", *asked, "--unit", "mkr", "--by", "controllern", "--day", "2014-02-01")
    book = fund_book()
    book.reach_stage("Navigator", "idea", day="2014-01-11", by="kurator")
    book.join_project("Navigator", "Social", day="2014-01-11")
    effects = [
        (2016, "Social", "avoided", "short", msek("0.5")),
        (2034, "Samhället", "avoided", "long", msek("10")),
    ]
    book.calculate_effect("Navigator", effects, by="controllern", day="2014-02-01")
    assert recorded(path) == recorded(book)
    rows = printed.page(path, "effects", "--project", "Navigator")
    assert [(row["actor"], row["amount"], row["repaid"]) for row in rows] == [
        ("Social", "500000", "yes"), ("Samhället", "10000000", "no"),
    ]  # fmt: skip


def test_on_the_command_line(capsys):
    assert run(["programme", "exclusion", "--cohort", "1150", "--grant", "6", "--unit", "mkr", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Society's cost, not the municipality's: it cannot be in a repayment plan." in out
    assert "A grant of 6 mkr breaks even if 0.4–0.6 persons escape exclusion." in out
