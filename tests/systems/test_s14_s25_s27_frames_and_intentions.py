"""S14, the plain budget; S25 and K7, use it or lose it; S27, a yearly deposit as a long-term incentive. MSEK."""

from __future__ import annotations

import pytest
from programme_books import fund_book, kf, msek, rows

from sifund_ledger import Refused, presets
from sifund_ledger.cli.program import run


def test_s14_a_project_in_the_plain_budget_has_its_costs_and_no_fund_lines():
    book = fund_book(year=2014)
    book.create_fund("utan fond", policy=presets.plain_budget, decision=kf(2014, 9))
    book.report_cost("utan fond", "Ny metod", msek("1.2"), year=2014, decision=kf(2015), board="Skola")
    book.report_cost("utan fond", "Ny metod", msek("0.8"), year=2015, decision=kf(2016), board="Skola")
    costs = rows(book.project_costs("utan fond"))
    assert [(row["year"], row["net"]) for row in costs] == [(2014, 120_000_000), (2015, 80_000_000)]
    assert book.fund("utan fond").balance == msek("0")
    with pytest.raises(Refused, match="APPROPRIATION_EXCEEDED"):
        book.grant("utan fond", "Ny metod", msek("1"), board="Skola", financing="ram", decision=kf(2016))


def test_s25_what_is_not_used_is_carried_over_and_the_frame_stays():
    """3.0 over three years, 0.8 used of the first 1.0: 0.2 carried over, and 2.2 left of the grant (D19)."""
    book = fund_book(year=2014)
    book.grant(
        "social", "Navigator", msek("3"), board="Skola", financing="ur fonden", decision=kf(2014),
        frames={year: msek("1") for year in (2014, 2015, 2016)},
    )  # fmt: skip
    book.report_cost("social", "Navigator", msek("0.8"), year=2014, decision=kf(2015))
    book.use("social", msek("0.8"), year=2014, project="Navigator", decision=kf(2015))
    with pytest.raises(Refused, match="CARRY_OVER_ABOVE_FRAME"):
        book.carry_over("Navigator", msek("0.3"), year=2014, decision=kf(2015))
    book.carry_over("Navigator", msek("0.2"), year=2014, decision=kf(2015))
    (row,) = rows(book.carry_overs("social"))
    assert (row["left"], row["carried_over"]) == (220_000_000, 20_000_000)
    assert book.fund("social").committed == msek("2.2")


def test_s27_each_year_of_an_intention_has_its_own_decision(tmp_path, capsys):
    """2.0 meant a year for three years, 2.0 and 1.5 decided: the third is lacking, and the second is 0.5 short."""
    path = tmp_path / "ale.sifund"
    book = fund_book(path, year=2014)
    book.state_intention("social", {year: msek("2") for year in (2014, 2015, 2016)}, decision=kf(2014))
    for year, amount in ((2014, "2"), (2015, "1.5")):
        book.record_result(year, msek("10"))
        book.set_aside("social", msek(amount), result_year=year, decision=kf(year + 1))
    differences = {row["year"]: row["difference"] for row in rows(book.intentions("social"))}
    assert differences == {2014: 0, 2015: -50_000_000, 2016: -200_000_000}
    book.close()
    assert run(["show", str(path), "fund", "social", "--table", "intentions", "--lang", "en"]) == 0
    assert "−500 000" in capsys.readouterr().out
