"""Reports as text, Markdown and CSV: all that a page says, the same cells, and nothing that a name can break."""

from __future__ import annotations

import csv
import io
import re

import pytest
from books import HOSTILE, hostile, orebro
from markdown_it import MarkdownIt

from sifund_ledger.exchange.tables import tables_to_csv
from sifund_ledger.report import Labels, Report, fund_report, project_report, year_report
from sifund_ledger.report.document import Observations, Prose, Vouchers
from sifund_ledger.table import ColumnKind, RowKind
from sifund_ledger.written import cleaned, on_one_line

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
BREAKS = ("softbreak", "hardbreak")
MORE_THAN_TEXT = {
    "html_block", "html_inline", "link_open", "image", "code_inline", "s_open", "fence", "code_block",
}  # fmt: skip
RIGHT = {ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT}


def flat(text: str) -> str:
    """Text without how its blanks were set."""
    return " ".join(on_one_line(text).replace("\xa0", " ").replace("\u2003", " ").split())


def reports():
    for book, year in ((orebro(), 2016), (hostile(), 2013)):
        for form in ("annual", "working", "member"):
            yield year_report(book, year, form=form)
    yield year_report(hostile(), 2013, unit="tkr", form="working", language="en")
    yield project_report(orebro(), "Delvis", unit="mkr")
    for name in HOSTILE:
        yield fund_report(hostile(), name)


def parts_of(report: Report, kind: type):
    return [part for section in report.sections for part in section.parts if isinstance(part, kind)]


def test_text_has_the_words_the_tables_and_the_pictures():
    for report in reports():
        text = report.text()
        said = flat(text)
        assert not UNSEEN.search(text.replace("\n", ""))
        for paragraph in (each for part in parts_of(report, Prose) for each in part.paragraphs):
            assert flat(paragraph) in said
        for table in report.tables:
            assert table.text() in text
        for chart in report.charts:
            assert flat(chart.alternative) in said
        for record in (each for part in parts_of(report, Vouchers) for each in part.records):
            assert flat(record.decision) in said
        assert report.checkpoint in said
        assert all(section.heading in said for section in report.sections)


def test_the_members_page_is_words_in_text():
    text = year_report(orebro(), 2016, form="member").text()
    assert "En öronmärkning är inte pengar" in text
    assert "120 000 000 kr" in text.replace("\n", "|")  # no amount is broken over two lines


class ReadMarkdown:
    """The tables of a Markdown document cell by cell, its text, and whatever is more than text."""

    def __init__(self, text: str) -> None:
        self.tables: list[list[list[str]]] = []
        self.aligned: list[list[str]] = []
        self.markup: set[str] = set()
        self.said: list[str] = []
        in_cell = False
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
            self.markup.add(token.type)
            if token.type == "table_open":
                self.tables.append([])
                self.aligned.append([])
            elif token.type == "tr_open":
                self.tables[-1].append([])
            elif token.type == "th_open":
                self.aligned[-1].append(str(token.attrs.get("style", "")))
            elif token.type == "inline":
                self.markup |= {child.type for child in token.children}
                self.said.append("".join(" " if each.type in BREAKS else each.content for each in token.children))
                if in_cell:
                    self.tables[-1][-1].append(self.said[-1])
            in_cell = token.type in ("th_open", "td_open")


def test_markdown_reads_back_as_the_tables_have_it():
    for report in reports():
        read = ReadMarkdown(report.markdown())
        assert not MORE_THAN_TEXT & read.markup
        assert len(read.tables) == len(report.tables)
        figures = [part for section in report.sections for part in section.parts if hasattr(part, "rules")]
        for cells, aligned, part in zip(read.tables, read.aligned, figures, strict=True):
            table = part.table
            assert len(cells) == 1 + len(table.rows)
            assert ["right" in style for style in aligned] == [kind in RIGHT for kind in table.kinds]
            for number, (row, printed) in enumerate(zip(cells[1:], table.printed(), strict=True)):
                rule = f" ({part.rules[number]})" if number in part.rules else ""
                assert [flat(each) for each in row] == [flat(printed[0] + rule), *map(flat, printed[1:])]
        said = flat(" ".join(read.said))
        for paragraph in (each for part in parts_of(report, Prose) for each in part.paragraphs):
            assert flat(paragraph) in said
        for finding in (each for part in parts_of(report, Observations) for each in part.findings):
            assert finding.code in said


def test_names_are_text_in_markdown_and_start_nothing():
    labels = Labels(
        {"statement": {"net_result": "# rubrik", "title": "- lista"}, "equity": {"closing": "1. ett | två"}}
    )
    read = ReadMarkdown(year_report(hostile(), 2013, labels=labels).markdown())
    said = flat(" ".join(read.said))
    for name in (*HOSTILE, "# rubrik", "- lista", "1. ett | två"):
        assert flat(cleaned(name)) in said
    assert "ordered_list_open" not in read.markup


@pytest.mark.parametrize("unit", ["kr", "tkr"])
def test_csv_has_each_table_below_its_title_and_what_it_prints(unit):
    report = year_report(hostile(), 2013, form="working", unit=unit)
    text = tables_to_csv(report.tables, titled=True)
    blocks = [list(csv.reader(io.StringIO(block), delimiter=";")) for block in text.split("\r\n\r\n")]
    assert len(blocks) == len(report.tables)
    for (title, heads, *rows), table in zip(blocks, report.tables, strict=True):
        assert title == [table.heading]
        assert len(heads) == len(table.columns)
        shown = [row for row in table.rows if row.kind is not RowKind.REMARK]
        for row, of in zip(rows, shown, strict=True):
            for cell, kind, ore in zip(row, table.kinds, of.cells, strict=False):
                if kind is ColumnKind.AMOUNT and isinstance(ore, int):
                    places = {"kr": 100, "tkr": 100_000}[table.unit]
                    assert round(float(cell.replace(",", ".")) * places) == ore
                else:
                    assert not cell.startswith(("=", "+", "-", "@"))


def test_the_title_of_a_column_is_guarded_too():
    labels = Labels({"fund_account": {"used": "=1+1"}})
    text = tables_to_csv(year_report(orebro(), 2016, form="working", labels=labels).tables, titled=True)
    assert ";'=1+1;" in text
    assert ";=1+1;" not in text
