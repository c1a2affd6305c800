"""A report as a Word document (Word-dokument): its sections in order, an appendix of origins, marks on every page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sifund_ledger.report import words
from sifund_ledger.report.document import (
    Figures,
    Observations,
    Part,
    Pictures,
    Prose,
    Report,
    Section,
    Vouchers,
)  # fmt: skip
from sifund_ledger.report.word import charts
from sifund_ledger.report.word.layout import Page, layout_of
from sifund_ledger.report.word.markup import NAMESPACES, TAGS, Markup
from sifund_ledger.report.word.origins import Origins
from sifund_ledger.report.word.prose import observations, paragraphs, vouchers
from sifund_ledger.report.word.styles import set_language, size_of, styles_of
from sifund_ledger.report.word.tables import TableMarkup
from sifund_ledger.report.word.template import blank, document_of, saved

if TYPE_CHECKING:
    from docx.document import Document

    from sifund_ledger.report.charts.chart import Chart

_EMU: Final = 635
_LONGEST_TITLE: Final = 255
_CHART_HEIGHT: Final = 3100
_GAP: Final = 120


class _Block(NamedTuple):
    """Elements that stand on one page, and whether it is on its side."""

    markup: str
    on_its_side: bool = False


def docx_of(report: Report, template_path: str | os.PathLike[str] | None = None) -> bytes:
    """The report as a Word document, in the styles and on the pages of a template where one is given.

    The same report gives the same bytes. Raises :class:`~sifund_ledger.errors.UnreadableInput` where python-docx is not
    installed, and for a template that is no Word document.
    """
    return _Writing(report, document_of(template_path), own_pages=template_path is not None).written()


class _Writing:
    """A report on its way into a document."""

    def __init__(self, report: Report, document: Document, *, own_pages: bool) -> None:
        self.report, self.document, self.own_pages = report, document, own_pages
        styles = styles_of(document, blank())
        self.markup = Markup(styles)
        self.origins = Origins(self.markup, report.language, _decisions(report))
        self.head = ""
        self.tables = TableMarkup(self.markup, styles["Siffertabell"], self.origins.name)
        page = document.sections[-1]
        sides = [int(each or 0) // _EMU for each in (page.page_width, page.page_height)]
        margins = sum(int(each or 0) // _EMU for each in (page.left_margin, page.right_margin, page.gutter))
        size = size_of(document, styles["Tabelltext"])
        # A digit of Arial takes 0.556 of its size; letters of a template may be as wide as Verdana's.
        self.page = Page(sides[0] - margins, max(sides) - margins, size, 64 if own_pages else 54)
        self.numbers = {"table": 0, "chart": 0}

    def written(self) -> bytes:
        """The bytes of the whole document."""
        set_language(self.document, TAGS[self.report.language])
        self._properties()
        self._marks()
        self._fill(list(self._blocks()))
        return saved(self.document)

    def _properties(self) -> None:
        """What the document says of itself: no author, and no day but those of the book."""
        properties = self.document.core_properties
        element: Any = properties._element
        for child in list(element):
            element.remove(child)
        properties.title = ", ".join(filter(None, (self.report.title, self.report.entity)))[:_LONGEST_TITLE]
        properties.language = TAGS[self.report.language]

    def _marks(self) -> None:
        """The draft mark above, the checkpoint and the page's number below, on every page; beside the template's."""
        page, said = self.document.sections[-1], self.report
        first, even = page.different_first_page_header_footer, self.document.settings.odd_and_even_pages_header_footer
        kinds = ["", *(["first_page_"] if first else []), *(["even_page_"] if even else [])]
        head = [self.markup.run(said.entity)] if said.entity and not self.own_pages else []
        if said.draft:
            head += [*([self.markup.run(" · ")] if head else []), self.markup.run(said.draft, "Utkast")]
        for kind in kinds:
            if head:
                self._mark(getattr(page, f"{kind}header"), self.markup.paragraph("header", *head))
            if foot := "".join(self._foot()):
                self._mark(getattr(page, f"{kind}footer"), self.markup.paragraph("footer", foot))

    def _foot(self) -> Iterator[str]:
        language, markup = self.report.language, self.markup
        if not self.own_pages:
            numbers = {"page": markup.field("PAGE"), "pages": markup.field("NUMPAGES")}
            for part in words.PAGE.words(language).replace("{", "\0{").split("\0"):
                name, _, rest = part.removeprefix("{").partition("}")
                yield numbers[name] + markup.run(rest) if part.startswith("{") else markup.run(part)
            yield markup.run(" · " if self.report.checkpoint else "")
        if self.report.checkpoint:
            yield markup.run(f"{words.FOOT['checkpoint'].words(language)} {self.report.checkpoint}")

    def _mark(self, place: Any, paragraph: str) -> None:
        """A paragraph at the end of a header or a footer; one that was not there is made without its empty line."""
        made = place.is_linked_to_previous
        element = place._element
        for empty in list(element) if made else ():
            element.remove(empty)
        element.append(_parsed(paragraph)[0])

    def _blocks(self) -> Iterator[_Block]:
        said, markup = self.report, self.markup
        form = words.FORMS[said.form.value].words(said.language)
        yield _Block(
            markup.paragraph("Title", markup.run(said.title))
            + markup.paragraph("Subtitle", markup.run(" · ".join(filter(None, (said.entity, form)))))
        )
        records = [each for each in said.sections if any(isinstance(part, Vouchers) for part in each.parts)]
        for section in (each for each in said.sections if each not in records):
            yield from self._section(section)
        yield from self._appendix()
        for section in records:
            yield from self._section(section)
        foot = "".join(markup.paragraph("Tabellanmärkning", markup.run(text)) for text in said.foot[1:])
        yield _Block(foot)

    def _appendix(self) -> Iterator[_Block]:
        if self.origins:
            heading = self.markup.run(words.HEADINGS["origins"].words(self.report.language))
            yield _Block(self.markup.paragraph("heading 1", heading) + "".join(self.origins.markup()))

    def _section(self, section: Section) -> Iterator[_Block]:
        """The heading of a section on the page of its first part, and its parts."""
        heading = self.markup.paragraph("heading 1", self.markup.run(section.heading))
        before: Part | None = None
        for part in section.parts:
            block = self._part(part, before, section.heading if before is None else "")
            yield _Block(heading + block.markup, block.on_its_side)
            heading, before = "", part

    def _part(self, part: Part, before: Part | None, heading: str) -> _Block:
        match part:
            case Prose():
                return _Block("".join(paragraphs(part, self.markup, after_table=isinstance(before, Figures))))
            case Observations():
                return _Block("".join(observations(part, self.report, self.markup)))
            case Pictures():
                return _Block("".join(self._pictures(part.charts)))
            case Vouchers():
                return _Block("".join(vouchers(part, self.report, self.markup, self.page.upright)))
            case Figures():
                return self._figures(part, heading)

    def _figures(self, figures: Figures, heading: str) -> _Block:
        """A table below its caption; where the heading says the same, the unit alone is said, in its head."""
        table, markup = figures.table, self.markup
        layout = layout_of(table, self.page)
        self.numbers["table"] += 1
        bookmark = f"t{self.numbers['table']}"
        same = figures.titled_by(heading, self.report.entity) and any(table.heads) and not table.heads[0]
        self.origins.begin(bookmark, str(table.title))
        caption = markup.bookmark(bookmark, markup.run(table.heading)) if not same else ""
        # Word's own caption may be parted from what is below it, so a template's may too.
        caption = markup.paragraph("caption", caption, keep=True) if caption else ""
        made = self.tables.table(figures, layout, bookmark if same else "")
        remarks = "".join(markup.paragraph("Tabellanmärkning", markup.run(str(each))) for each in table.remarks)
        return _Block(f"{caption}{made}{remarks}", layout.on_its_side)

    def _pictures(self, drawn: tuple[Chart, ...]) -> Iterator[str]:
        """Two charts beside each other, or one as wide as the text."""
        for start in range(0, len(drawn), 2):
            pair = drawn[start : start + 2]
            width = self.page.upright if len(drawn) == 1 else (self.page.upright - _GAP) // 2
            gap = self.markup.run(" ")
            yield self.markup.paragraph("Bild", gap.join(self._chart(chart, width) for chart in pair))

    def _chart(self, chart: Chart, width: int) -> str:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part as PackagePart

        self.numbers["chart"] += 1
        name = PackURI(f"/word/charts/report-{self.numbers['chart']}.xml")  # of no name that a template's own has
        made = PackagePart(name, charts.TYPE, charts.part(chart), self.document.part.package)
        relation = self.document.part.relate_to(made, charts.RELATION)
        return charts.inline(chart, relation, self.numbers["chart"], width, _CHART_HEIGHT)

    def _fill(self, blocks: list[_Block]) -> None:
        """Put the blocks into the body; where the page turns, a section ends."""
        body = self.document.element.body
        last = body.xpath("./w:sectPr")[-1]
        side = False
        for number, block in enumerate(blocks):
            if block.on_its_side is not side:
                if number:
                    last.addprevious(_end_of(_turned(last, side=side)))
                side = block.on_its_side
            for element in _parsed(block.markup):
                last.addprevious(element)
        for later in body.xpath(".//w:sectPr")[1:]:
            for first in later.xpath("./w:titlePg"):  # the first page of the document alone is a first page
                later.remove(first)


def _decisions(report: Report) -> dict[int, str]:
    """The decisions of the report's records by their numbers."""
    parts = (part for section in report.sections for part in section.parts if isinstance(part, Vouchers))
    return {record.seq: record.decision for part in parts for record in part.records}


def _parsed(markup: str) -> list[Any]:
    """The elements of a text of elements."""
    from docx.oxml.parser import parse_xml

    return list(parse_xml(f"<w:body {NAMESPACES}>{markup}</w:body>"))


def _turned(section: Any, *, side: bool) -> Any:
    """What a section's pages are like; on its side the long edge is the width."""
    from docx.oxml.ns import qn

    made = deepcopy(section)
    size = made.find(qn("w:pgSz"))
    if side and size is not None:
        short, long = sorted((size.get(qn("w:w")), size.get(qn("w:h"))), key=int)
        size.set(qn("w:w"), long)
        size.set(qn("w:h"), short)
        size.set(qn("w:orient"), "landscape")
    return made


def _end_of(section: Any) -> Any:
    """The paragraph that ends a section, as low as can be."""
    (made,) = _parsed('<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>')
    made.pPr.append(section)
    return made
