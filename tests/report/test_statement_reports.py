"""A statement from figures alone as a report, in each form: the last year first, nothing of a book in it."""

from __future__ import annotations

from reading import Page
from test_numbers_alike import assert_alike
from word_reading import WordPage

from sifund_ledger import YearFigures, balance_requirement, sek
from sifund_ledger.exchange import read_figures
from sifund_ledger.exchange.examples import MALMO
from sifund_ledger.report import statement_report


def test_the_statement_of_malmo_is_alike_in_every_form():
    statement = read_figures(MALMO).statement()
    for form, language in (("annual", "sv"), ("working", "sv"), ("working", "en")):
        report = statement_report(statement, form=form, language=language)
        assert_alike(report)
        assert report.tables[0].code == "statement"
        assert [column.code for column in report.tables[0].columns] == ["label", "2015", "2014", "2013"]
    annual = statement_report(statement)
    page = Page(annual.html())
    assert next(table for table in page.tables).amount("Årets balanskravsresultat") == 355
    for said in (page.said, WordPage(annual.docx()).said, annual.text(), annual.markdown()):
        assert "Kontrollpunkt" not in said
        assert "Bokens sista post" not in said
        assert "Malmö" in said
    assert WordPage(annual.docx()).of_pages("footer") == ["Sida 1 av 1"]


def test_the_working_form_has_findings_and_says_where_amounts_come_from():
    report = statement_report(read_figures(MALMO).statement(), form="working")
    assert [section.code for section in report.sections] == ["findings", "statement", "deficits"]
    said = WordPage(report.docx()).said
    assert "PRESENTED_DIFFERS" in said
    assert "Härledning: Årets balanskravsresultat, 2015: 355 000 000 kr · BKR-1, KRL (1997:614) 4:3 a" in said


def test_many_years_stand_in_tables_below_each_other():
    years = [YearFigures(year=year, net_result=sek(year)) for year in range(2000, 2014)]
    report = statement_report(balance_requirement(years, opening_deficits=[], entity="Ale"))
    shown = [[column.code for column in table.columns[1:]] for table in report.tables if table.code == "statement"]
    assert [len(each) for each in shown] == [6, 6, 2]
    assert [code for each in shown for code in each] == [str(year) for year in range(2013, 1999, -1)]
    assert_alike(report)


def test_a_statement_with_errors_is_marked_as_a_draft():
    figures = [YearFigures(year=2016, net_result=sek(30), reserve_allocated=sek(21), taxes_and_grants=sek(1000))]
    statement = balance_requirement(figures, opening_deficits=[], draft=True)
    report = statement_report(statement)
    assert report.draft == "Utkast: har fel att rätta"
    assert WordPage(report.docx()).of_pages("header") == [report.draft]
    assert "****" not in report.markdown()
    assert report.text().startswith("Balanskravsutredning 2016\n")
