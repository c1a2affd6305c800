"""The neutral table, as text and as HTML."""

import importlib
import pkgutil

from hypothesis import given
from hypothesis import strategies as st

import sifund_ledger
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, text
from sifund_ledger.table import LABEL, Column, ColumnKind, Row, RowKind, Table

FUND = Table(
    "Fonden",
    (LABEL, Column("2013", "2013"), Column("2014", "2014")),
    (
        Row(("Ingående", 1_000_000_000, 750_000_000)),
        Row(("Avgår",), RowKind.HEADING),
        Row(("Ianspråktaget", -250_000_000, None)),
        Row(("Utgående", 750_000_000, 750_000_000), RowKind.SUM),
        Row(("Enligt KF § 45.",), RowKind.REMARK),
    ),
    remarks=("Beloppen är preliminära.",),
)


def test_as_text():
    assert str(FUND) == FUND.text()
    assert FUND.text() == "\n".join(
        [
            "Fonden (kr)",
            "──────────────────────────────────────",
            "                     2013       2014",
            "Ingående       10 000 000  7 500 000",
            "",
            "Avgår",
            "Ianspråktaget  −2 500 000",
            "──────────────────────────────────────",
            "Utgående        7 500 000  7 500 000",
            "Enligt KF § 45.",
            "Beloppen är preliminära.",
        ]
    ).replace("──────────────────────────────────────", "─" * 36)


def test_in_millions_with_one_number_of_decimals():
    table = Table("T", (LABEL, Column("a", "a")), (Row(("x", 1_550_000_000)), Row(("y", 1_000_000_000))), unit="mkr")
    assert [line.split()[-1] for line in table.text().splitlines()[3:]] == ["15,5", "10,0"]
    assert table.heading == "T (mkr)"
    rounded = Table("T", (LABEL, Column("a", "a")), table.rows, unit="mkr", decimals=0)
    assert [line.split()[-1] for line in rounded.text().splitlines()[3:]] == ["16", "10"]


def test_without_amounts_there_is_no_unit():
    table = Table("Texter", (Column("a", "a", ColumnKind.TEXT), Column("b", "b", ColumnKind.TEXT)), (Row(("x", "y")),))
    assert table.heading == "Texter"
    assert list(table.amounts()) == []
    assert "kr" not in table.text()


def test_without_heads_or_rows():
    assert Table("Tomt", (LABEL, LABEL), ()).text() == "Tomt\n" + "─" * 4
    assert Table("Tomt", (LABEL,), (Row(("Inget.",), RowKind.REMARK),)).text() == "Tomt\n────\nInget."


def test_every_amount_in_order():
    assert list(FUND.amounts()) == [1_000_000_000, 750_000_000, -250_000_000, 750_000_000, 750_000_000]


class TestHTML:
    def test_says_what_the_text_says(self):
        html = FUND._repr_html_()
        assert html.startswith("<table><caption>Fonden (kr)</caption>")
        for part in ("<th>2014</th>", ">−2 500 000</td>", ">7 500 000</th>", '<td colspan="3">Enligt KF § 45.</td>'):
            assert part in html
        assert html.endswith("</table><p>Beloppen är preliminära.</p>")

    @given(st.text(max_size=20))
    def test_lets_nothing_through(self, text):
        table = Table(
            text,
            (Column("x", text, ColumnKind.TEXT), Column("a", "a")),
            (Row((text, 100)), Row((text,), RowKind.REMARK)),
            remarks=(text,),
        )
        bare = Table("", (LABEL, Column("a", "a")), (Row(("", 100)), Row(("",), RowKind.REMARK)), remarks=("",))
        assert table._repr_html_().count("<") == bare._repr_html_().count("<")


def test_is_a_value():
    again = Table(FUND.title, FUND.columns, FUND.rows, FUND.remarks, code="fund_account")
    assert again == FUND
    assert hash(again) == hash(FUND)


def test_no_column_has_the_name_of_what_a_row_has_itself():
    """As data a row has its code, level and kind beside its cells: a column of the same name would hide them."""
    own = set(Table("", (), (Row(()),)).records()[0])
    for found in pkgutil.walk_packages(sifund_ledger.__path__, "sifund_ledger."):
        for name, form in vars(importlib.import_module(found.name)).items():
            if isinstance(form, Form):
                assert own.isdisjoint(each.code for each in form.fields), (found.name, name)


def test_a_row_has_the_same_code_in_either_language():
    form = Form("levels", Bilingual("Nivåer", "Levels"), (text("at", "Nivå", "Level"),))
    listed = {form.listing([(Bilingual("enheten", "the unit"),)], language).rows[0].code for language in ("sv", "en")}
    assert listed == {"the unit"}
