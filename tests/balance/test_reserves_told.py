"""The reserves as they are read: the table, and how ceilings and balances explain themselves (MSEK)."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from drawing import drawn, mkr, opening, year

from sifund_ledger.errors import Refused
from sifund_ledger.law import Reserve
from sifund_ledger.report import statement_report
from sifund_ledger.report.arranging import relabelled

BASES = {"taxes_and_grants": 1000, "equity": 500, "pension_contingency": 100}


def reserves():
    return drawn(
        year(2022, 30, reserve_before=10, reserve_allocated=20, **BASES),
        year(2023, -15, reserve_used=15, **BASES),
        year(2024, 80, reserve_allocated=40, **BASES),
        year(2025, -6, equalisation_reserve_used=6, **BASES),
        entity="Exempel",
    )


def test_the_table_rolls_both_reserves_and_tells_the_room():
    tables = {table.code: table for table in reserves().tables()}
    assert tables["reserves"].title == "Reserver"
    cells = {(i, row.cells[0]): row.cells[1:] for i, row in enumerate(tables["reserves"].rows)}
    m = 100_000_000
    assert cells[1, "Ingående balans"] == (10 * m, 30 * m, 15 * m, 15 * m)
    assert cells[4, "Utgående balans"] == (30 * m, 15 * m, 15 * m, 9 * m)
    assert cells[6, "Ingående balans"] == (None, None, 0, 40 * m)
    assert cells[8, "Utgående balans"] == (None, None, 40 * m, 40 * m)
    assert cells[10, "Tak, årets resultat"] == (20 * m, 0, 70 * m, 0)
    assert cells[11, "Tak, reservens storlek"] == (None, None, 50 * m, 50 * m)
    assert cells[12, "Utrymme upp till taket"] == (None, None, 50 * m, 10 * m)
    # The deficit of 2023 was met by the reserve in full.
    assert cells[13, "Föreslaget (praxis)"] == (20 * m, 0, 50 * m, 0)
    assert "Room for an allocation" in drawn(year(2016, 30, **BASES)).text("en")


def test_where_nothing_is_known_there_is_no_table():
    assert [table.code for table in drawn(year(2016, 30, reserve_allocated=5)).tables()] == ["statement"]


def test_ceilings_explain_themselves_down_to_their_base():
    statement = drawn(
        year(2024, 80, earmark_set_aside=5, reserve_before=0, **BASES), opening_deficits=[opening(2023, 30)]
    )
    assert (
        str(statement.explain("reserve_flow"))
        == """\
Tak för reservering, årets resultat 2024: 70 mkr
    regel CAP-1, KL (2017:725) 11:14
  + Det lägsta av årets resultat och resultatet efter justeringar: 80 mkr
  − 1 % av skatter, generella statsbidrag och utjämning: 10 mkr"""
    )
    assert "+ 5 % of taxes and general grants: 50 mkr" in str(statement.explain("reserve_stock", language="en"))
    proposed = statement.explain("reserve_proposed")
    assert proposed.amount == mkr(35)
    assert proposed.terms[-1][1].ore == mkr(15).get_amount_in_sub_unit()
    for code in ("reserve_flow", "reserve_stock", "reserve_proposed"):
        explained = statement.explain(code)
        assert explained.ore == sum(sign * term.ore for sign, term in explained.terms)


def test_reserves_explain_themselves():
    statement = reserves()
    for number in (2022, 2023, 2024, 2025):
        for reserve in Reserve:
            account = statement.year(number).reserve(reserve)
            if account is not None:
                explained = statement.explain(reserve, number)
                assert explained.ore == account.closing_ore == sum(sign * t.ore for sign, t in explained.terms)
    assert "Använt under året: 6 mkr" in str(statement.explain("equalisation_reserve"))


def test_no_room_is_told_in_words_and_what_is_not_known_is_refused():
    assert "inget utrymme återstår" in str(drawn(year(2016, 5, **BASES)).explain("reserve_flow"))
    with pytest.raises(Refused, match="LINE_UNKNOWN"):
        drawn(year(2016, 5)).explain("reserve_flow")
    with pytest.raises(Refused, match="LINE_UNKNOWN"):
        drawn(year(2016, 5)).explain("result_reserve")


@pytest.mark.parametrize(
    ("rur", "rer", "rows"),
    [
        (0, 0, []),
        (5, 0, [("Reservering av medel till resultatutjämningsreserv", 5, 0)]),
        (0, 4, [("Reservering av medel till resultatreserv", 0, 4)]),
        (5, 4, [
            ("Reservering av medel till resultatutjämningsreserv", 5, 0),
            ("Reservering av medel till resultatreserv", 0, 4),
        ]),
    ],
)  # fmt: skip
def test_a_row_of_the_statement_names_the_reserve_that_moved(rur, rer, rows):
    """RUR to 2023 and RER from 2024 are different reserves, whichever years stand side by side."""
    statement = drawn(
        year(2023, 30, reserve_allocated=rur, reserve_before=10, **BASES),
        year(2024, 80, reserve_allocated=rer, **BASES),
    )
    m = 100_000_000
    shown = [row for row in statement.tables()[0].rows if row.code == "reserve_allocated"]
    assert [row.cells for row in shown] == [(name, -a * m, -b * m) for name, a, b in rows]
    own = relabelled(statement.tables()[0], {"reserve_allocated": "Reserverat"})
    together = [row.cells for row in own.rows if row.code == "reserve_allocated"]
    assert together == ([("Reserverat", -rur * m, -rer * m)] if rows else [])
    workbook = openpyxl.load_workbook(BytesIO(statement_report(statement).xlsx()), data_only=False)
    printed = {row[0].value for sheet in workbook for row in sheet.iter_rows()}
    assert {name for name, *_ in rows} <= printed
