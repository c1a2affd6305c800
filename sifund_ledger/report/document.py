"""A report before it has a form (rapport): sections of prose, tables with the origin of each figure, pictures, records.

Every renderer goes through the same parts, so that a number is the same in all of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.boundary import check_fields, checked_methods
from sifund_ledger.fields.composed import choice_of
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.report import words
from sifund_ledger.report.charts.chart import Chart
from sifund_ledger.table import Table
from sifund_ledger.wording import Calls, in_python


class Form(StrEnum):
    """Who a report is for: the readers of an annual report, those who draw it up and examine it, or a member of the
    council, on one page. What an audit came to is for whoever asked for it, and the accounting
    records themselves for whoever is to keep them."""

    ANNUAL = "annual"
    WORKING = "working"
    MEMBER = "member"
    AUDIT = "audit"
    DOCUMENTATION = "documentation"


FORM = choice_of("form", Bilingual("form", "form"), (Form.ANNUAL, Form.WORKING, Form.MEMBER))
"""The forms of a year's report."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure comes from (härledning): its rule and paragraph, what it is made of, and the records behind it.

    ``text`` is the amount as it is printed; ``sign`` is how it counts in what it is a term of: 1, −1, or 0 for what
    only stands beside it. ``records`` are sequence numbers of the journal.
    """

    label: str
    text: str = ""
    sign: int = 0
    rule: str = ""
    note: str = ""
    records: tuple[int, ...] = ()
    terms: tuple[Origin, ...] = ()
    ore: int | None = None
    """The amount in öre, as ``text`` prints it."""

    def all_records(self) -> Iterator[int]:
        """Every record behind the figure and its terms."""
        yield from self.records
        for term in self.terms:
            yield from term.all_records()


Place = tuple[int, int]
"""A cell of a table: its row and its column, from 0."""


class Prose(NamedTuple):
    """Paragraphs; ``language`` where it is another than the report's, ``boxed`` for what is set apart."""

    paragraphs: tuple[str, ...]
    language: str = ""
    boxed: bool = False
    heading: str = ""


class Figures(NamedTuple):
    """A table, the origin of its figures by place, and the paragraph of each row by its number."""

    table: Table
    origins: Mapping[Place, Origin] = {}
    rules: Mapping[int, str] = {}

    def titled_by(self, heading: str, entity: str) -> bool:
        """Whether the heading above says all that the title of the table does, but for whose table it is."""
        return bool(heading) and str(self.table.title) in (heading, f"{heading}, {entity}")


class Observations(NamedTuple):
    """Findings, in the order in which they are to be read."""

    findings: tuple[Finding, ...]


class Pictures(NamedTuple):
    """Charts that stand side by side where there is room."""

    charts: tuple[Chart, ...]


class Voucher(NamedTuple):
    """A record as the reader meets it: its log line by column, and its postings as account, debit and credit."""

    seq: int
    line: tuple[str, ...]
    decision: str
    postings: tuple[tuple[str, str, str], ...]


class Vouchers(NamedTuple):
    """The records that figures of the report come from; as tables too, of the records and of what they post."""

    records: tuple[Voucher, ...]
    log: Table
    postings: Table


def cited(parts: Iterable[Part]) -> set[int]:
    """The records that the origins of figures name."""
    figures = (part for part in parts if isinstance(part, Figures))
    return {seq for part in figures for origin in part.origins.values() for seq in origin.all_records()}


Part = Prose | Figures | Observations | Pictures | Vouchers


class Section(NamedTuple):
    """A section: its code, which is its name in links, its heading, and its parts."""

    code: str
    heading: str
    parts: tuple[Part, ...]


@checked_methods
@dataclass(frozen=True, slots=True)
class Report:
    """A report (rapport): whose it is, if that is known, of what, and its sections.

    ``checkpoint`` is that of the book behind it, empty where there is none; ``draft`` says why it is not final, if it
    is not.
    """

    title: str
    entity: str
    form: Form
    language: Language
    checkpoint: str
    sections: tuple[Section, ...]
    draft: str = ""
    law: tuple[str, ...] = ()
    calls: Calls = in_python
    """How a command that a finding names is called where the reader stands."""

    def __post_init__(self) -> None:
        check_fields(self, "report")

    @property
    def foot(self) -> tuple[str, ...]:
        """What stands at its end: whose it is, the checkpoint of the book where there is one, and the law."""
        if not self.checkpoint:
            return tuple(filter(None, (self.entity, *self.law)))
        known, said = (words.FOOT[name].words(self.language) for name in ("checkpoint", "checkpoint_is"))
        return f"{self.entity} · {known} {self.checkpoint}", said, *self.law

    def _repr_html_(self) -> str:
        """Its tables, for a notebook; :meth:`html` is all of it, as a page."""
        return "".join(table._repr_html_() for table in self.tables)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the report, in its order."""
        parts = (part for section in self.sections for part in section.parts)
        return tuple(part.table for part in parts if isinstance(part, Figures))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart of the report, in its order."""
        parts = (part for section in self.sections for part in section.parts)
        return tuple(chart for part in parts if isinstance(part, Pictures) for chart in part.charts)

    def text(self) -> str:
        """The report as plain text: prose, tables, pictures in words, findings and records."""
        from sifund_ledger.report.as_text import text_of

        return text_of(self)

    def markdown(self) -> str:
        """The report as Markdown with pipe tables; names in it are text alone."""
        from sifund_ledger.report.markdown import markdown_of

        return markdown_of(self)

    def html(self) -> str:
        """The report as one HTML file that needs nothing else: no script, nothing fetched.

        Raises :class:`~sifund_ledger.Refused` where Jinja2 is not installed.
        """
        from sifund_ledger.report.html.page import page

        return page(self)

    def docx(self, template: str | os.PathLike[str] | None = None) -> bytes:
        """The report as a Word document, in named styles; in those of a ``template`` and on its pages, if there is one.

        Raises :class:`~sifund_ledger.Refused` where python-docx is not installed, and for what is no template.
        """
        from sifund_ledger.report.word.document import docx_of

        return docx_of(self, template)

    def xlsx(self) -> bytes:
        """The report as a workbook for spreadsheet programs: numbers, live totals, native charts, origins, records.

        Raises :class:`~sifund_ledger.Refused` where XlsxWriter is not installed.
        """
        from sifund_ledger.report.excel.arranged import xlsx_of

        return xlsx_of(self)
