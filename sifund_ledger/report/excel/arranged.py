"""A report set on sheets (uppställd på blad): each part where a reader of spreadsheets looks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from sifund_ledger.findings import REMEDY, Finding
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Observations, Prose, Report, Section, Vouchers
from sifund_ledger.report.excel.charts import set_charts
from sifund_ledger.report.excel.origins import Cited, OriginSheet
from sifund_ledger.table import Column, ColumnKind, Row, Table
from sifund_ledger.workbook import looks
from sifund_ledger.workbook.workbook import Workbook


def xlsx_of(report: Report) -> bytes:
    """The report as a workbook; the same report gives the same bytes.

    Raises :class:`~sifund_ledger.Refused` where XlsxWriter is not installed.
    """
    return _Arranged(report).made()


class _Group(NamedTuple):
    """Tables of one kind that share a sheet, and the paragraphs that stand with them."""

    figures: tuple[Figures, ...]
    said: tuple[Prose, ...]


class _Arranged:
    """A report on its way onto sheets."""

    def __init__(self, report: Report) -> None:
        self.report, self.language = report, report.language
        known = words.FOOT["checkpoint"].words(self.language)
        foot = f"{known} {report.checkpoint}" if report.checkpoint else ""
        self.workbook = Workbook(report.title, report.entity, language=self.language, draft=report.draft, foot=foot)
        self.workbook.about(
            words.FORMS[report.form.value].words(self.language), *([foot] if foot else []), *report.foot[1:]
        )  # fmt: skip
        opens = any(isinstance(part, Figures) and part.origins for each in report.sections for part in each.parts)
        self.origins = OriginSheet(self.workbook, self.language) if opens else None

    def made(self) -> bytes:
        """Everything on its sheet: what is read first, tables, pictures, texts, origins, records."""
        for section in self.report.sections:
            self._section(section)
        charts = [chart for chart in self.report.charts if any(chart.values)]
        if charts:
            set_charts(self.workbook, charts)
        cited: dict[int, Cited] = {}
        for part in (part for each in self.report.sections for part in each.parts if isinstance(part, Vouchers)):
            cited = self._records(part)
        if self.origins is not None:
            self.origins.fill(cited)
        return self.workbook.file()

    def _section(self, section: Section) -> None:
        for part in section.parts:
            if isinstance(part, Observations):
                self._observations(section, part)
        figures = any(isinstance(part, Figures) for part in section.parts)
        texts = [part for part in section.parts if isinstance(part, Prose) and (part.boxed or not figures)]
        if texts:
            sheet = self.workbook.sheet(section.heading)
            for text in texts:
                sheet.prose(text.paragraphs, text.heading)
        groups = list(_groups(part for part in section.parts if part not in texts))
        for number, group in enumerate(groups):
            self._figures(section, group, "" if number or texts else section.heading)

    def _figures(self, section: Section, group: _Group, name: str) -> None:
        """Tables below each other where they are of one kind; alone, a table gives its sheet the title."""
        tables = [part.table for part in group.figures]
        alone = len(tables) == 1
        title = str(tables[0].title) if alone else section.heading
        sheet = self.workbook.sheet(title, name or str(tables[0].title))
        for part in group.figures:
            beside = {words.RULES.words(self.language): part.rules} if part.rules else {}
            first = sheet.begins(part.table, alone=alone, beside=bool(beside))
            links = self.origins.links(part, sheet, first) if self.origins is not None else {}
            sheet.table(part.table, beside=beside, links=links, alone=alone)
        width = max(len(table.columns) for table in tables)
        for text in group.said:
            for paragraph in text.paragraphs:
                sheet.across(width, paragraph, looks.BODY)

    def _observations(self, section: Section, part: Observations) -> None:
        sheet = self.workbook.sheet(section.heading)
        if part.findings:
            sheet.table(self._findings(section.heading, part.findings))
        else:
            sheet.prose([words.NO_FINDINGS.words(self.language)])

    def _findings(self, title: str, findings: Iterable[Finding]) -> Table:
        columns = tuple(
            Column(code, said.words(self.language), ColumnKind.TEXT) for code, said in words.FINDING_COLUMNS.items()
        )
        remedy = REMEDY.words(self.language).capitalize()
        columns = tuple(each._replace(title=remedy) if each.code == "remedy" else each for each in columns)
        rows = []
        for found in findings:
            message, do = found.in_language(self.language, self.report.calls)
            severity = words.SEVERITIES[found.severity].words(self.language)
            rows.append(
                Row((severity, message, found.cited(self.language), do, found.placed(self.language), found.code))
            )
        return Table(title, columns, tuple(rows), language=self.language)

    def _records(self, part: Vouchers) -> dict[int, Cited]:
        """Sheets of records and of what they post; gives each record as origins cite it."""
        log = self.workbook.sheet(words.HEADINGS["records"].words(self.language))
        postings = self.workbook.sheet(str(part.postings.title))
        at: dict[str, str] = {}
        first_line: dict[str, str] = {}
        for number, row in enumerate(part.log.rows):
            at[row.code] = log.at(log.begins(part.log) + number)
        for number, row in enumerate(part.postings.rows):
            first_line.setdefault(row.code, postings.at(postings.begins(part.postings) + number))
        for sheet, table, others in ((log, part.log, first_line), (postings, part.postings, at)):
            links = {(n, 0): others[row.code] for n, row in enumerate(table.rows) if row.code in others}
            sheet.table(table, links=links)
        columns = [column.code for column in part.log.columns]
        what, about, decision = (columns.index(code) for code in ("what", "about", "decision"))
        return {
            int(row.code): Cited(
                at[row.code], ": ".join(str(row.cells[i]) for i in (what, about) if row.cells[i]),
                str(row.cells[decision] or ""),
            )
            for row in part.log.rows
        }  # fmt: skip


def _groups(parts: Iterable[object]) -> Iterator[_Group]:
    """Tables of one kind that follow each other, with the prose between them."""
    kept = [part for part in parts if isinstance(part, Figures | Prose)]
    figures = [part for part in kept if isinstance(part, Figures)]
    said = [part for part in kept if isinstance(part, Prose)]
    made = [tuple(each) for _, each in groupby(figures, key=lambda part: part.table.code)]
    for number, each in enumerate(made):
        yield _Group(each, tuple(said) if number == 0 else ())
