"""An independent reader of report pages (avläsning): the standard library's HTML parser, and nothing of the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from html.parser import HTMLParser

_VOID = {"meta", "br", "link", "img", "path", "rect", "circle"}


@dataclass
class ReadCell:
    text: str = ""
    value: str | None = None
    why: str = ""
    kind: str = ""


@dataclass
class ReadTable:
    caption: str = ""
    rows: list[tuple[str, list[ReadCell]]] = field(default_factory=list)

    def amount(self, label: str, column: int = 1) -> Decimal:
        """The amount of a row by its label, as a machine reads it."""
        found = [cells[column].value for _, cells in self.rows if cells and cells[0].text == label]
        assert found, f"{self.caption} has no row {label}: {[cells[0].text for _, cells in self.rows]}"
        assert found[0] is not None
        return Decimal(found[0])


class Page(HTMLParser):
    """The tables of a page cell by cell, its ids and links, what it would fetch or run, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[ReadTable] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetches: list[str] = []
        self.text: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        if self.open:
            self.faults.append(f"left open: {self.open}")

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        kind = given.get("class", "")
        if tag not in _VOID:
            self.open.append((tag, kind))
        if "id" in given:
            self.ids.append(given["id"])
        for name, value in given.items():
            if name in ("src", "srcset", "data", "action", "poster") or name.startswith("on"):
                self.fetches.append(f"{tag} {name}={value}")
            if name == "href":
                (self.links if value.startswith("#") else self.fetches).append(value)
            if "url(" in value:
                self.fetches.append(value)
        if tag in ("script", "link", "iframe", "object", "embed", "form", "base"):
            self.fetches.append(tag)
        if tag == "table":
            self.tables.append(ReadTable())
        elif tag == "tr":
            self.tables[-1].rows.append((kind, []))
        elif tag in ("th", "td"):
            self.tables[-1].rows[-1][1].append(ReadCell(kind=kind))
        elif tag == "data":
            cell = self.tables[-1].rows[-1][1][-1]
            cell.value = given["value"]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> where {self.open[-1:]} is open")
        else:
            self.open.pop()

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        if "style" in tags:
            if "url(" in data or "@import" in data:
                self.fetches.append(data)
            return
        said = data.replace("\xa0", " ")
        self.text.append(said)
        kinds = [kind for _, kind in self.open]
        if "caption" in tags:
            self.tables[-1].caption += said
        elif ("th" in tags or "td" in tags) and not any(kind in ("cite", "vh") for kind in kinds):
            cell = self.tables[-1].rows[-1][1][-1]
            if "why" in kinds:
                cell.why += said
            else:
                cell.text += said

    @property
    def said(self) -> str:
        """All text of the page."""
        return " ".join("".join(self.text).split())
