"""Tables of a report in a Word document (tabeller): amounts to the right, heads that repeat, rows that do not break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sifund_ledger.report.document import Figures
from sifund_ledger.report.printed import opened
from sifund_ledger.report.word.layout import Layout
from sifund_ledger.report.word.markup import Markup, said
from sifund_ledger.table import ColumnKind, RowKind, Table

_RIGHT: Final = frozenset({ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT})
_TOGETHER: Final = {False: 34, True: 16}
"""How many lines of a table at most are kept on one page; on one on its side there is room for fewer."""
_STYLES: Final = {
    RowKind.PLAIN: ("Tabelltext", "Tabellbelopp"), RowKind.SUM: ("Tabellsumma", "Tabellsumma belopp"),
    RowKind.HEADING: ("Tabellrubrik", "Tabellbelopp"), RowKind.REMARK: ("Tabellanmärkning", "Tabellbelopp"),
}  # fmt: skip
_LINES: Final = (
    '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'
)


class TableMarkup:
    """Tables of one document; ``anchor`` gives the bookmark of an origin, by what its row and its column are called."""

    def __init__(self, markup: Markup, table_style: str, anchor: Callable[..., str]) -> None:
        self._markup, self._style, self._anchor = markup, table_style, anchor

    def table(self, figures: Figures, layout: Layout, bookmark: str = "") -> str:
        """The table itself, without its caption and its remarks; with a ``bookmark`` where it has no caption, and its
        first head says the unit."""
        table = figures.table
        heads = list(table.heads)
        if bookmark and any(True for _ in table.amounts()):
            heads[0] = table.measure
        has_heads = any(table.heads)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in layout.widths)
        rows = self._head(heads, table, layout, bookmark) if has_heads else ""
        rows += "".join(self._rows(figures, layout))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._style}"/><w:tblW w:w="{sum(layout.widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0620" if has_heads else "0600"}" '
            f'w:firstRow="{int(has_heads)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/><w:tblCaption w:val="{said(table.heading)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _head(self, heads: list[str], table: Table, layout: Layout, bookmark: str) -> str:
        first = self._markup.bookmark(bookmark) if bookmark else ""
        cells = [
            _cell(
                self._markup.paragraph(
                    "Tabellhuvud belopp" if kind in _RIGHT else "Tabellhuvud",
                    "" if place else first,
                    self._markup.run(head, size=layout.size),
                ),
                width,
            )
            for place, (head, kind, width) in enumerate(zip(heads, table.kinds, layout.widths, strict=True))
        ]
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def _rows(self, figures: Figures, layout: Layout) -> Iterator[str]:
        table = figures.table
        lines = len(table.rows) + 2 * len(figures.rules)
        together, above = lines <= _TOGETHER[layout.on_its_side], ""
        for number, (row, texts) in enumerate(zip(table.rows, table.printed(), strict=True)):
            keep = (together and number + 1 < len(table.rows)) or bool(not number and table.rows[1:])
            above = "" if row.kind is not RowKind.HEADING and not row.level else above
            if row.kind in (RowKind.HEADING, RowKind.REMARK) and len(row.cells) == 1:
                above = texts[0]
                style = _STYLES[row.kind][0]
                inside = self._markup.paragraph(style, self._markup.run(texts[0], size=layout.size), keep=keep)
                cells = _cell(inside, sum(layout.widths), span=len(table.columns))
            else:
                cells = "".join(self._cells(figures, layout, number, texts, above, keep=keep))
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cells(
        self, figures: Figures, layout: Layout, number: int, texts: list[str], above: str, *, keep: bool
    ) -> Iterator[str]:
        row = figures.table.rows[number]
        left, right = _STYLES[row.kind]
        lines = _LINES if row.kind is RowKind.SUM else ""
        for place, (text, kind, width) in enumerate(zip(texts, figures.table.kinds, layout.widths, strict=True)):
            origin = opened(figures, (number, place)) if place < len(row.cells) else None
            where = above, texts[0] if place else "", figures.table.heads[place]
            name = self._anchor(origin, *where, origin.label) if origin else ""
            content = self._markup.run(text, "Härledd" if name else "", size=layout.size)
            if name:
                content = self._markup.link(name, content)
            if place == 0 and (rule := figures.rules.get(number, "")):
                content += self._markup.line_break() + self._markup.run(rule, "Hänvisning")
            style, indent = right if kind in _RIGHT else left, 200 * row.level if place == 0 else 0
            yield _cell(self._markup.paragraph(style, content, indent=indent, keep=keep), width, lines)


def _cell(content: str, width: int, lines: str = "", span: int = 1) -> str:
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}{lines}</w:tcPr>{content}</w:tc>'
