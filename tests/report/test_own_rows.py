"""Rows in an order of one's own: which are printed, in which order, which as one; and no term of a sum is lost."""

from __future__ import annotations

from io import BytesIO

import pytest
from books import orebro
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from reading import Page

from sifund_ledger import UnreadableInput
from sifund_ledger.balance.statement.lines import SUBTOTALS, TERMS
from sifund_ledger.report import parse_labels, year_report
from sifund_ledger.report.own_rows import laid_out, terms_of
from sifund_ledger.rounding import row_totals
from sifund_ledger.table import Row, RowKind, Table

CODES = ["net_result", "realised_gains", "unrealised_gains", "reserve_used", "other", "balance_requirement_result"]
AMOUNTS = st.integers(-(10**9), 10**9) | st.just(0)
TABLES = st.lists(st.tuples(st.sampled_from(CODES), AMOUNTS), max_size=8).map(
    lambda rows: Table("", (), tuple(Row((code, ore), code=code) for code, ore in rows))
)
ORDERS = st.lists(st.sampled_from([*CODES, "realised_gains + unrealised_gains", "- reserve_used"]), max_size=6)


@given(TABLES, ORDERS)
def test_what_a_result_is_made_of_is_never_lost(table, order):
    own = laid_out(table, order, never_left_out=TERMS)
    lost = [row.code for row in table.rows if row.code in TERMS and row.cells[1]]
    named = {term.code for row in own.rows for term in terms_of(row.code)}
    assert set(lost) <= named
    if not order:
        assert own is table


@given(TABLES, st.permutations(CODES))
def test_an_order_of_every_row_keeps_every_amount(table, order):
    own = laid_out(table, order)
    assert sorted(own.rows) == sorted(table.rows)
    assert [order.index(row.code) for row in own.rows] == sorted(order.index(row.code) for row in table.rows)


def test_rows_become_one_and_turn_their_sign():
    rows = (Row(("a", 5, None), code="a"), Row(("b", -2, 7), RowKind.SUM, "b"), Row(("rubrik",), RowKind.HEADING, "h"))
    own = laid_out(Table("", (), rows), ["h", "a + b", "- b", "a-b", "a + absent"])
    assert [(row.cells, row.kind) for row in own.rows] == [
        (("rubrik",), RowKind.HEADING), (("a", 3, 7), RowKind.SUM), (("b", 2, -7), RowKind.SUM),
        (("a", 7, -7), RowKind.SUM), (("a", 5, None), RowKind.PLAIN),
    ]  # fmt: skip


STATEMENT = orebro().statement(2022).table()


@given(st.lists(st.sampled_from([*(row.code for row in STATEMENT.rows), "remaining_result - to_restore"]), unique=True))
def test_what_is_set_as_a_sum_is_one_in_every_column(order):
    own = laid_out(STATEMENT, order, never_left_out=TERMS)
    for total in row_totals(own):
        for column in range(1, len(own.columns)):
            cells = [row.cells[column] if len(row.cells) > 1 else None for row in own.rows]
            assert cells[total.total] is None or total.way(cells) is not None, own.rows[total.total].code


LABELS = """\
[statement]
rows = ["net_result", "unrealised_losses", "balance_requirement_result", "- to_restore"]
net_result = "Resultat"
"- to_restore" = "Att återställa"
[equity]
rows = ["closing"]
[fund_account]
rows = ["closing", "opening"]
"""


def test_the_annual_form_has_the_order_and_rows_that_are_zero_and_the_working_form_the_statutes():
    labels = parse_labels(LABELS)
    annual = {table.code: table for table in year_report(orebro(), 2022, labels=labels).tables}
    assert [row.cells[0] for row in annual["statement"].rows] == [
        "Resultat", "Orealiserade förluster i värdepapper", "Årets balanskravsresultat", "Att återställa",
    ]  # fmt: skip
    assert [row.cells[1] for row in annual["statement"].rows] == [-20 * 10**8, 0, -20 * 10**8, -20 * 10**8]
    assert [row.code for row in annual["equity"].rows] == ["closing"]
    assert [row.code for row in annual["fund_account"].rows] == ["closing", "opening"]
    working = {table.code: table for table in year_report(orebro(), 2022, form="working", labels=labels).tables}
    assert {"result_after_adjustments", "to_restore"} <= {row.code for row in working["statement"].rows}
    assert "Att återställa" in Page(year_report(orebro(), 2022, labels=labels).html()).said


@pytest.mark.parametrize("title", ["Balanskravsutredning 2022", "Hur balanskravet är uppfyllt"])
def test_a_title_of_ones_own_is_read_in_every_form(title):
    report = year_report(orebro(), 2022, labels=parse_labels(f'[statement]\ntitle = "{title}"\n'))
    assert f"**{title} (kr)**" in report.markdown()
    assert f"<caption>{title} (kr)</caption>" in report.html()
    assert f"{title} (kr)" in [each.text for each in Document(BytesIO(report.docx())).paragraphs]


def test_a_list_below_its_own_heading_has_its_unit_in_markdown():
    assert "\n\n**Projekt (tkr, avrundat)**\n\n| Projekt | " in year_report(orebro(), 2022, unit="tkr").markdown()


def test_an_order_of_rows_that_there_are_not_is_refused_with_its_line():
    with pytest.raises(UnreadableInput) as caught:
        parse_labels(
            '[statement]\nrows = ["net_result",\n  "nett_result"]\n[projects]\nrows = ["used"]\n[equity]\nrows = 3\n'
        )
    places = [each.place for each in caught.value.findings]
    assert [each.partition(": ")[2] for each in places] == ["statement.rows[2]", "projects.rows", "equity.rows"]
    assert places[0].startswith("labels.toml:3")


def test_no_subtotal_is_a_term():
    assert not TERMS & SUBTOTALS
