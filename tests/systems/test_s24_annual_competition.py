"""S24: projects compete for the year's means (C3, C5). The budget's result has their costs in it; they are not taken
once more, and a budget that does not balance is found unless grounds cover what is missing (R7). MSEK."""

from __future__ import annotations

from programme_books import fund_book, kf, msek
from two_roads import Printed, recorded, typed

from sifund_ledger import Book, ExceptionalGround, YearFigures, sek
from sifund_ledger.cli.program import run

FIGURES = """enhet = "mkr"
organisation = "Ale"
[[år]]
år = 2015
slag = "budget"
årets_resultat = "{result}"
"""
GROUND = """ianspråktaget = "2.5"
[[år.synnerliga_skäl]]
belopp = "0.5"
underskottsår = 2015
verkan = "waive"
skäl = "Projekt ur fonden"
beslut = "KF 2014-04-22 § 1"
källa = "earmark:social"
"""


def budgeted(path: object = None) -> Book:
    """A fund of 4.0, of which 2.5 is granted for 2015, financed by the earmark."""
    book = fund_book(path, amount="4", year=2014)
    book.grant(
        "social", "Navigator", msek("2.5"), board="Skola", financing="ur fonden", decision=kf(2014),
        frames={2015: msek("2.5")},
    )  # fmt: skip
    return book


def found(book: Book, result: str, **more: object) -> bool:
    """Whether a budget with a result is found not to balance."""
    budget = YearFigures(year=2015, kind="budget", net_result=sek(result), **more)
    return "BUDGET_NOT_BALANCED" in [each.code for each in book.foresee([budget]).findings]


def test_a_planned_use_does_not_make_a_budget_balance():
    """+2.0 after a cost of 2.5 is in balance; −0.5 is not, though 2.5 is to be used, without a ground."""
    book = budgeted()
    assert not found(book, "2 000 000")
    assert found(book, "-500 000")
    assert found(book, "-500 000", earmark_used=sek("2 500 000"))
    ground = ExceptionalGround(
        amount=sek("500 000"), deficit_year=2015, reason="Projekt ur fonden", decision=kf(2014), source="earmark:social"
    )  # fmt: skip
    assert not found(book, "-500 000", earmark_used=sek("2 500 000"), exceptional_grounds=[ground])


def test_on_the_command_line(tmp_path, capsys):
    path, figures, printed = tmp_path / "ale.sifund", tmp_path / "budget.toml", Printed(capsys)
    fund_book(path, amount="4", year=2014).close()
    grant = ("--fund", "social", "--amount", "2.5", "--unit", "mkr", "--board", "Skola", "--financing", "ur fonden")
    typed(path, "project grant", "Navigator", *grant, "--frames", "2015=2.5", "--decision", str(kf(2014)))
    assert recorded(path) == recorded(budgeted())
    for result, more, balances in (("2", "", True), ("-0.5", "", False), ("-0.5", GROUND, True)):
        figures.write_text(FIGURES.format(result=result) + more, encoding="utf-8")
        assert run(["budget", str(path), "2015", str(figures)]) == 0
        assert ("BUDGET_NOT_BALANCED" in printed.errors()) is not balances
        table = printed.tables("budget", str(path), "2015", str(figures))["statement"]
        assert {row["row"]: row["2015_budget"] for row in table}["balance_requirement_result"] == result
    (frames,) = printed.tables("frames", str(path), "2015").values()
    assert [(row["board"], row["granted"]) for row in frames] == [("Skola", "2500000")]
