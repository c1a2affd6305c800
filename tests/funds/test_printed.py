"""What prints has tables in both languages, as plain dictionaries too; snapshots pickle, copy and compare."""

import copy
import json
import pickle
from datetime import date
from fractions import Fraction

import pytest
from fund_books import kf, new_book

from sifund_ledger import YearFigures, balance_requirement, presets, sek
from sifund_ledger.findings import Bilingual, Clause, note
from sifund_ledger.table import LABEL, Column, ColumnKind, Printed, Row, RowKind, Table


@pytest.fixture(scope="module")
def book():
    book = new_book(opened=2012)
    book.create_fund("social", policy=presets.orebro_strict.choose(presentation="strict"), decision=kf(2012))
    book.record_result(2013, sek("100,50"))
    book.set_aside("social", sek("65,50"), result_year=2013, decision=kf(2014))
    book.grant(
        "social", "Navigator", sek(6), board="Social", financing="fonden", start=date(2014, 5, 1),
        end=date(2016, 12, 31), plan={"Social": {2016: sek(3), 2017: sek(3)}}, decision=kf(2014),
    )  # fmt: skip
    return book


@pytest.fixture
def printed(book):
    statement = balance_requirement([YearFigures(year=2013, net_result=sek(-5))], opening_deficits=[])
    run = book.year_end(2014, YearFigures(net_result=sek(1)))
    return [
        statement,
        run,
        book.equity_note(2013),
        book.fund("social"),
        book.fund("social").account(),
        book.project("Navigator"),
        book.runway("social", year=2014),
        book.target("social", {2013: sek(6500)}),
        book.settlement("Navigator"),
        book.roads("social", first_year=2013, last_year=2013),
    ]


def test_everything_that_prints_has_its_tables_in_both_languages(printed):
    for each in printed:
        assert isinstance(each, Printed)
        swedish, english = each.tables(), each.tables("en")
        assert [table.code for table in swedish] == [table.code for table in english]
        for table, other in zip(swedish, english, strict=True):
            assert table.code
            assert table.text() in str(each)
            assert other.text() in each.text("en")
            assert table.title != other.title
            assert [column.code for column in table.columns] == [column.code for column in other.columns]
            assert [row.code for row in table.rows] == [row.code for row in other.rows]
            assert list(table.amounts()) == list(other.amounts())
            assert json.loads(json.dumps(table.records())) == table.records()
        assert each._repr_html_().startswith("<table>")


def test_codes_tell_columns_and_rows_apart(printed):
    for each in printed:
        for table in each.tables():
            codes = [column.code for column in table.columns]
            assert len(codes) == len(set(codes))
            assert all(row.code for row in table.rows)


def test_snapshots_pickle_copy_and_compare(printed, book):
    for each in printed:
        if each is not printed[1]:  # a year-end holds the way to record it
            assert pickle.loads(pickle.dumps(each)) == each == copy.deepcopy(each)
        assert each.tables() == pickle.loads(pickle.dumps(each.tables()))
    assert book.project("Navigator") == book.project("Navigator")


def test_every_table_of_a_book_is_asked_for_in_english(book):
    for table in (
        book.deposits("social", language="en"),
        book.intentions("social", language="en"),
        book.entitlements("social", language="en"),
        book.repayment_plan("Navigator", language="en"),
        book.overdue("social", year=2016, language="en"),
        book.frames("social", budget_year=2016, language="en"),
        book.carry_overs("social", language="en"),
        book.project_costs("social", language="en"),
    ):
        assert table.language == "en"
    assert book.deposits("social", language="en").text().splitlines()[-1].split() == ["Total", "65.50", "65.50"]
    assert book.deposits("social").text().splitlines()[-1].split() == ["Summa", "65,50", "65,50"]


def test_a_project_prints_its_amounts_and_its_plan(book):
    text = str(book.project("Navigator"))
    assert text.startswith("Projekt: Navigator (pågår) (kr)")
    assert "Återföringsplan och utfall: Navigator (kr)" in text


def test_an_explanation_is_a_table_of_terms_set_in():
    statement = balance_requirement(
        [YearFigures(year=2013, net_result=sek("5,50"), realised_gains=sek(1))], opening_deficits=[]
    )
    table = statement.explain("result_after_adjustments", language="en").table()
    assert [(row["row"], row["level"], row["amount"]) for row in table.records()] == [
        ("result_after_adjustments", 0, 450),
        ("net_result", 1, 550),
        ("realised_gains", 1, -100),
    ]
    assert "5.50" in table.text()


def test_each_kind_of_column_is_printed_as_what_it_is():
    kinds = {kind.value: kind for kind in ColumnKind}
    cells = ("x", 2013, Fraction(3, 40), 2013, 2013, date(2013, 1, 2))
    columns = tuple(Column(code, "", kind) for code, kind in kinds.items())
    swedish = Table("T", columns, (Row(cells, code="r"),))
    english = Table("T", columns, (Row(cells, code="r"),), language="en")
    assert swedish.text().splitlines()[-1].split("  ") == ["x", "20,13", "7,5 %", "2 013", "2013", "2013-01-02"]
    assert english.text().splitlines()[-1].split("  ") == ["x", "20.13", "7.5%", "2 013", "2013", "2013-01-02"]
    assert swedish.records() == [
        {"row": "r", "level": 0, "kind": "plain", "text": "x", "amount": 2013, "share": "0.075", "count": 2013,
         "year": 2013, "day": "2013-01-02"}
    ]  # fmt: skip
    assert list(swedish.amounts()) == [2013]


def test_a_row_is_set_in_by_its_level_and_a_remark_is_no_record():
    rows = (Row(("Fond", 100), level=0, code="a"), Row(("varav", 50), level=1, code="b"), Row(("§",), RowKind.REMARK))
    table = Table("T", (LABEL, Column("amount", "")), rows)
    assert table.text().splitlines()[2:4] == ["Fond     1,00", "  varav  0,50"]
    assert "padding-left:2em" in table._repr_html_()
    assert [record["level"] for record in table.records()] == [0, 1]


def test_a_finding_is_stamped_with_a_unit_once():
    code = note("{left:unit} kvar{more}.", "{left:unit} left{more}.")
    finding = code.at("x", left=155_000_000, more=Clause("; {left:unit} i år", "; {left:unit} this year"))
    assert finding.in_unit("mkr").message_sv == "1,55 mkr kvar; 1,55 mkr i år."
    assert finding.in_unit("mkr").message == "1.55 mkr left; 1.55 mkr this year."
    assert finding.message == "1 550 000 kr left; 1 550 000 kr this year."
    assert finding.in_unit("kr") == finding
    assert Bilingual("{a}", "{a}!").filled(a=1) == ("1", "1!")
