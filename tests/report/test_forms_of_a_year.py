"""The forms of a year's report: what stands in each, in which order, and where its figures come from."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from books import hostile, municipal, orebro
from opened import assert_opens
from reading import Page

from sifund_ledger import Refused, UnreadableInput, YearFigures, open_book, sek
from sifund_ledger.report import Labels, fund_report, parse_labels, project_report, year_report
from sifund_ledger.report.document import Figures
from sifund_ledger.report.labels import LABELLED
from sifund_ledger.table import ColumnKind

GOLDEN = Path(__file__).parent / "golden"


def without_style(html: str) -> str:
    """The page without its style sheet, which says nothing."""
    head, _, rest = html.partition("<style>")
    return head + rest.partition("</style>\n")[2]


def pages():
    book = orebro()
    yield "orebro-2016-annual", lambda: year_report(book, 2016).html()
    yield "orebro-2022-annual", lambda: year_report(book, 2022).html()
    yield "orebro-2022-working", lambda: year_report(book, 2022, form="working").html()
    yield "orebro-2016-member", lambda: year_report(book, 2016, form="member").html()
    yield "orebro-delvis", lambda: project_report(book, "Delvis").html()


@pytest.mark.parametrize("name", [name for name, _ in pages()])
def test_a_page_is_the_one_that_a_person_has_seen(name):
    """Made anew with ``python tests/report/test_forms_of_a_year.py``, and looked at, when it should change."""
    assert without_style(dict(pages())[name]()) == (GOLDEN / f"{name}.html").read_text(encoding="utf-8")


def codes(report):
    return [section.code for section in report.sections]


def test_the_annual_form_has_the_year_first_and_no_codes_and_no_findings():
    report = year_report(orebro(), 2022)
    page = Page(report.html())
    assert [column.code for column in report.tables[0].columns] == ["label", "2022", "2021"]
    assert "findings" not in codes(report)
    assert "records" not in codes(report)
    assert not any(code in page.said for code in ("NEVER_COMPARED", "BKR-1", "deficits"))
    assert "details" not in report.html().partition("<body")[2]


def test_the_working_form_has_the_findings_first_and_every_paragraph():
    report = year_report(orebro(), 2022, form="working")
    page = Page(report.html())
    assert codes(report)[0] == "findings"
    assert codes(report)[-1] == "records"
    assert "DEFICIT_ARISEN" in page.said
    assert "BKR-1, LKBR (2018:597) 11:10, lagtexten är läst" in page.said


def test_the_way_leads_from_the_balance_requirement_result_to_the_record():
    report = year_report(orebro(), 2022, form="working")
    statement = next(part for section in report.sections if section.code == "statement" for part in section.parts)
    assert isinstance(statement, Figures)
    row = next(i for i, row in enumerate(statement.table.rows) if row.code == "balance_requirement_result")
    origin = statement.origins[row, 1]
    assert origin.rule.startswith("BKR-1")
    while origin.terms:
        (origin,) = origin.terms
    seq = origin.records[0]
    assert next(record for record in orebro().records(seq - 1)).event.kind == "result_recorded"
    html = report.html()
    assert f'<a href="#p{seq}">{seq}</a>' in html
    assert f'<li id="p{seq}">' in html


def test_every_amount_of_a_working_paper_opens():
    """But those that are zero: in the package of every year, and in the report of every fund and project."""
    for book in (orebro(), hostile()):
        reports = [year_report(book, year, form="working") for year in book.years]
        reports += [fund_report(book, fund) for fund in book.funds]
        reports += [project_report(book, project) for project in book.projects]
        assert all(assert_opens(report) for report in reports)
    book = municipal()
    run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")), grounds_decision="KF 2014-04-28 § 32")
    report = year_report(book, 2013, run=run, form="working")
    assert any(table.code == "proposed_postings" for table in report.tables)
    assert assert_opens(report)
    assert assert_opens(year_report(book, 2012, form="working", unit="mkr"))


def test_a_fund_and_a_project_are_reported_over_their_life():
    fund = fund_report(orebro(), "social")
    assert codes(fund) == ["terms", "account", "projects", "repayments", "decisions", "records"]
    assert [row.cells[0] for row in fund.tables[0].rows][:2] == ["2013", "2014"]
    assert len(fund.charts) >= 3
    project = project_report(orebro(), "Delvis")
    assert codes(project) == ["grant", "decisions", "records"]
    for report in (fund, project):
        assert report.checkpoint in report.html()
    with pytest.raises(Refused):
        fund_report(orebro(), "okänd")


def test_the_page_of_a_council_member_has_plain_words_and_three_pictures():
    report = year_report(orebro(), 2016, form="member")
    assert report.tables == ()
    assert len(report.charts) == 3
    assert "En öronmärkning är inte pengar, inget bankkonto och ingen avsättning." in Page(report.html()).said


def test_the_page_says_what_an_earmark_is_not_when_the_fund_is_used_up_too():
    """K1 and K2: the fund is used up in 2014; in 2015 nothing is left, and nothing was met."""
    book = open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, tzinfo=UTC))
    book.open_equity(2013, sek("1000"), opening_deficits=[], decision="KF 2014-04-22 § 1")
    book.create_fund("social", policy="tomelilla_earmark", decision="KF 2014-04-22 § 1")
    book.open_fund("social", sek("5"), year=2014, decision="KF 2014-04-22 § 2")
    about = {"board": "Skola", "financing": "ur fonden", "decision": "KF 2014-04-22 § 3"}
    book.grant("social", "Navigator", sek("5"), **about)
    used = {"year": 2014, "project": "Navigator", "net_cost": sek("5"), "decision": "KF 2015-04-22 § 3"}
    book.use("social", sek("5"), **used)
    for year in (2014, 2015):
        book.record_result(year, sek("9"))
    said = [Page(year_report(book, year, form="member").html()).said for year in (2014, 2015)]
    for text in said:
        assert "fonderna är tomma" in text
        assert "En öronmärkning är inte pengar, inget bankkonto och ingen avsättning." in text
    assert "resultatet är detsamma med och utan fonderna" in said[1]


def test_labels_of_ones_own_stand_in_the_place_of_ours():
    labels = parse_labels(
        '[statement]\nnet_result = "Resultat"\ntitle = "Vår utredning"\n[projects]\nused = "Förbrukat"\n'
        '[equity]\nclosing = "EK"\n[fund_account]\nused = "Använt"\n'
    )
    said = Page(year_report(orebro(), 2016, labels=labels).html()).said
    for label in ("Resultat", "Vår utredning", "Förbrukat", "EK", "Använt"):
        assert label in said
    assert "Årets resultat enligt resultaträkningen" not in said


def test_labels_for_what_there_is_not_are_refused_with_their_line():
    with pytest.raises(UnreadableInput) as caught:
        parse_labels('[statement]\nnet_reslt = "Resultat"\n[okänd]\na = "b"\n[equity]\nclosing = 3\n')
    found = {each.code: each.place for each in caught.value.findings}
    assert found["LABEL_ROW_UNKNOWN"].startswith("labels.toml:2: statement.net_reslt")
    assert found["LABEL_TABLE_UNKNOWN"].startswith("labels.toml:3: okänd")
    assert len(found) == 3


def test_every_row_that_a_report_prints_can_have_a_label():
    report = year_report(orebro(), 2022, form="working")
    for table in report.tables:
        if table.code in LABELLED and table.code != "deficit_roll":
            known = {*LABELLED[table.code], "earmark", "year"}
            rows = {row.code for row in table.rows if table.kinds[0] is ColumnKind.TEXT and row.code.islower()}
            own = {"social", "lyckas"} | {row.code for row in table.rows if row.code[:1].isupper()}
            listed = table.code in ("projects", "repayment_plan", "deficits")
            assert listed or {code for code in rows if not code[:4].isdigit()} <= known | own, table.code
    assert Labels().of("statement") == {}


def test_english_has_no_swedish_and_swedish_no_english():
    english = Page(year_report(orebro(), 2022, language="en").html()).said
    swedish = Page(year_report(orebro(), 2022).html()).said
    assert "Balance requirement statement" in english
    for word in ("Årets", "Öronmärkt", "Underskott", "Återför"):
        assert word not in english
    for word in ("Balance", "Equity", "Set aside", "Repaid"):
        assert word not in swedish


def test_nothing_loads_jinja_before_a_page_is_asked_for():
    code = (
        "import sys; from sifund_ledger.cli.program import run; run(['list', '--help']); "
        "import sifund_ledger.report; from sifund_ledger.report import year_report; "
        "sys.exit('jinja2' in sys.modules or 'matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, make in pages():
        (GOLDEN / f"{name}.html").write_text(without_style(make()), encoding="utf-8")
