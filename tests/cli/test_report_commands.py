"""``sifund report``, ``fund report``, ``project report`` and ``year-end``: pages and documents in files, and tables."""

from __future__ import annotations

import json

import docx
import pytest

from sifund_ledger.cli.exit_codes import ExitCode

FIGURES = 'entity = "Ale"\nunit = "mkr"\nopening_deficits = []\n[[year]]\nyear = 2013\nnet_result = "10"\n'


@pytest.mark.parametrize(
    "line",
    [
        "report ale.sifund 2013",
        "report ale.sifund 2013 --form working --unit mkr",
        "report ale.sifund 2013 --form member --lang en",
        "fund report ale.sifund social",
        "project report ale.sifund Navigator --unit tkr",
    ],
)
def test_a_page_goes_into_a_file_and_over_none(ale, line):
    ale.done(f"{line} -o page.html")
    page = (ale.folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    status, _, err = ale(f"{line} -o page.html")
    assert status == ExitCode.USAGE
    assert "OUTPUT_IN_THE_WAY" in err
    assert ale.done(line).startswith("<!doctype html>")


def test_the_tables_of_a_report_are_had_as_data(ale):
    told = json.loads(ale.done("report ale.sifund 2013 -O json"))["tables"]
    assert [table["code"] for table in told][:3] == ["statement", "equity", "fund_account"]
    assert told[0]["rows"][0]["2013"] == "10000000"
    assert "Balanskravsutredning, Ale" in ale.done("report ale.sifund 2013 -O text")


def test_a_year_without_a_result_is_refused_with_the_years_there_are(ale):
    status, out, err = ale("report ale.sifund 2014")
    assert (status, out) == (ExitCode.REFUSED, "")
    assert "YEAR_WITHOUT_RESULT" in err
    assert "2013" in err
    status, _, err = ale("fund report ale.sifund okänd")
    assert status == ExitCode.REFUSED
    assert "FUND_UNKNOWN" in err


def test_labels_come_from_a_file(ale):
    (ale.folder / "labels.toml").write_text('[statement]\nnet_result = "Vårt resultat"\n', encoding="utf-8")
    assert "Vårt resultat" in ale.done("report ale.sifund 2013 --labels labels.toml")
    (ale.folder / "labels.toml").write_text('[statement]\nresult = "Vårt resultat"\n', encoding="utf-8")
    status, _, err = ale("report ale.sifund 2013 --labels labels.toml")
    assert status == ExitCode.USAGE
    assert "labels.toml:2: statement.result: LABEL_ROW_UNKNOWN" in err


def test_a_year_end_is_printed_as_a_page_before_and_after_it_is_posted(ale):
    (ale.folder / "figures.toml").write_text(FIGURES, encoding="utf-8")
    proposed = ale.done("year-end ale.sifund 2013 figures.toml -O html")
    assert "Förslag: inte registrerat i boken" in proposed
    assert "Iakttagelser" in proposed
    annual = ale.done("year-end ale.sifund 2013 figures.toml -O html --form annual")
    assert "Iakttagelser" not in annual
    ale.done("year-end ale.sifund 2013 figures.toml --post -O html -o posted.html")
    recorded = ale.done("report ale.sifund 2013 --form working")
    assert "inte registrerat" not in recorded
    assert "book." not in recorded.partition('id="brief"')[0]  # remedies are commands to type


@pytest.mark.parametrize(
    "line",
    [
        "report ale.sifund 2013",
        "fund report ale.sifund social",
        "project report ale.sifund Navigator",
        "year-end ale.sifund 2013 figures.toml",
    ],
)
def test_a_document_goes_into_a_file_and_takes_a_template(ale, line):
    (ale.folder / "figures.toml").write_text(FIGURES, encoding="utf-8")
    ale.done(f"{line} -o page.docx")
    assert "Ale" in docx.Document(ale.folder / "page.docx").paragraphs[1].text
    ale.done(f"{line} -O docx -o second.docx --template page.docx --lang en")
    second = docx.Document(ale.folder / "second.docx")
    assert [style.name for style in second.styles] == [
        style.name for style in docx.Document(ale.folder / "page.docx").styles
    ]
    status, _, err = ale(f"{line} -o page.html --template page.docx --lang en")
    assert (status, "OPTION_WITHOUT_USE" in err) == (ExitCode.USAGE, True)
    status, _, err = ale(f"{line} -o third.docx --template figures.toml")
    assert (status, "figures.toml: WORD_TEMPLATE_UNREADABLE" in err) == (ExitCode.USAGE, True)
    assert not (ale.folder / "third.docx").exists()


def test_nothing_is_recorded_where_the_document_cannot_be_made(ale):
    (ale.folder / "figures.toml").write_text(FIGURES, encoding="utf-8")
    for more in ("--template figures.toml", "--tie-out", "--texts"):
        status, _, _ = ale(f"year-end ale.sifund 2013 figures.toml --post -o page.docx {more}")
        assert status == ExitCode.USAGE
    assert "year_end" not in ale.done("log ale.sifund -O json")


def test_amounts_are_rounded_in_thousands_or_with_the_decimals_asked_for(ale):
    def shown(options: str) -> list[str]:
        lines = ale.done(f"report ale.sifund 2013 -O text --form working {options}").splitlines()
        return [line for line in lines if line.startswith("Årets resultat enligt resultaträkningen")]

    assert shown("--unit tkr")[0].endswith(" 10 000")
    assert shown("--unit mkr")[0].endswith(" 10,0")
    assert shown("--unit mkr --decimals 3")[0].endswith(" 10,000")
    assert shown("")[0].endswith(" 10 000 000")
    assert ale("report ale.sifund 2013 --decimals 9")[0] == ExitCode.USAGE


def test_a_report_is_markdown_text_and_csv(ale):
    ale.done("report ale.sifund 2013 -o page.md")
    assert (
        (ale.folder / "page.md").read_text(encoding="utf-8").startswith("# Balanskrav och öronmärkt eget kapital 2013")
    )
    assert "En öronmärkning är inte pengar" in ale.done("report ale.sifund 2013 --form member -O text")
    assert ale.done("report ale.sifund 2013 -O csv").startswith("Balanskravsutredning, Ale (kr)\n;2013\n")


def test_the_budget_of_a_figures_file_is_a_column(ale):
    budget = FIGURES.replace("year = 2013\n", 'year = 2013\nkind = "budget"\n').replace('"10"', '"7"')
    (ale.folder / "budget.toml").write_text(budget, encoding="utf-8")
    told = json.loads(ale.done("report ale.sifund 2013 -O json --budget budget.toml"))["tables"][0]
    assert told["rows"][0]["2013_budget"] == "7000000"
    (ale.folder / "outcome.toml").write_text(FIGURES, encoding="utf-8")
    status, _, err = ale("report ale.sifund 2013 --budget outcome.toml")
    assert status == ExitCode.USAGE
    assert "FIGURES_KIND_MISSING" in err
    status, _, err = ale("year-end ale.sifund 2013 budget.toml")
    assert status == ExitCode.USAGE
    assert "Filen har inget utfall för 2013, bara: 2013 budget." in err
    both = FIGURES + '[[year]]\nyear = 2013\nkind = "budget"\nnet_result = "7"\n'
    (ale.folder / "both.toml").write_text(both, encoding="utf-8")
    assert "2013 budget" in ale.done("year-end ale.sifund 2013 both.toml -O md")
