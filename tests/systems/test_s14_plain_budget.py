"""S14: the plain budget, without a fund. MSEK."""

from __future__ import annotations

import pytest
from programme_books import fund_book, kf, msek, rows

from sifund_ledger import Refused, presets


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
