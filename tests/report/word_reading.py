"""An independent reader of Word documents (avläsning): python-docx's parts and their elements, and nothing of ours."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

import docx
from docx.oxml.ns import qn

OF_RULES = "Hänvisning"


@dataclass
class WordCell:
    text: str
    style: str
    indent: int = 0


@dataclass
class WordTable:
    title: str
    rows: list[list[WordCell]] = field(default_factory=list)
    heads: int = 0
    widths: list[int] = field(default_factory=list)
    size: int = 22


class WordPage:
    """The tables of a document cell by cell, its paragraphs in order, its places and links, headers and footers."""

    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(BytesIO(data))
        self.names = {style.get(qn("w:styleId")): style.xpath("string(./w:name/@w:val)")
                      for style in self.document.styles.element.xpath("./w:style")}  # fmt: skip
        body = self.document.element.body
        self.places = [str(name) for name in body.xpath(".//w:bookmarkStart/@w:name")]
        self.links = [str(name) for name in body.xpath(".//w:hyperlink/@w:anchor")]
        self.drawn = [dict(each.attrib) for each in body.xpath(".//wp:docPr")]
        self.tables = [self._table(each) for each in body.xpath("./w:tbl")]
        self.paragraphs = [(self._style(each), self._said(each)) for each in body.xpath("./w:p[not(w:pPr/w:sectPr)]")]
        self.outline = [self._line(each) for each in body if each.tag in (qn("w:p"), qn("w:tbl"))]
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        relations = b"".join(part for name, part in self.parts.items() if name.endswith(".rels"))
        self.external = re.findall(rb'Target="[a-z]+:[^"]*"|TargetMode="External"', relations)

    def _style(self, paragraph) -> str:
        return self.names.get(str(paragraph.xpath("string(./w:pPr/w:pStyle/@w:val)")), "")

    def _said(self, element, leave: str = "") -> str:
        parts = []
        for run in element.xpath(".//w:r"):
            if not leave or self.names.get(run.xpath("string(./w:rPr/w:rStyle/@w:val)")) != leave:
                parts += [each.text or "" if each.tag == qn("w:t") else "\t" for each in run.xpath("./w:t | ./w:tab")]
        return "".join(parts)

    def _table(self, element) -> WordTable:
        table = WordTable(str(element.xpath("string(./w:tblPr/w:tblCaption/@w:val)")))
        table.widths = [int(width) for width in element.xpath("./w:tblGrid/w:gridCol/@w:w")]
        sizes = element.xpath("./w:tr/w:tc/w:p/w:r/w:rPr[not(w:rStyle)]/w:sz/@w:val")
        table.size = int(sizes[0]) if sizes else 22
        table.heads = len(element.xpath("./w:tr[w:trPr/w:tblHeader]"))
        for row in element.xpath("./w:tr"):
            assert row.xpath("./w:trPr/w:cantSplit")
            cells = []
            for cell in row.xpath("./w:tc"):
                (paragraph,) = cell.xpath("./w:p")
                text = self._said(paragraph, OF_RULES).replace("\xa0", " ")
                cells.append(WordCell(text, self._style(paragraph)))
            table.rows.append(cells)
        return table

    def _line(self, element) -> str:
        if element.tag == qn("w:p"):
            drawn = "".join(f"[{each.get('title')}]" for each in element.xpath(".//wp:docPr"))
            return f"{self._style(element)}: {self._said(element)}{drawn}".rstrip(": ")
        rows = [" | ".join(self._said(cell) for cell in row.xpath("./w:tc")) for row in element.xpath("./w:tr")]
        return "\n".join(f"    {row}".rstrip() for row in rows)

    @property
    def said(self) -> str:
        """All text of the document, tables too."""
        return "\n".join(self.outline).replace("\xa0", " ")

    def of_pages(self, what: str) -> list[str]:
        """The text of every header, or footer, that some page has."""
        return [self._said(docx.oxml.parser.parse_xml(data)) for name, data in sorted(self.parts.items())
                if name.startswith(f"word/{what}")]  # fmt: skip
