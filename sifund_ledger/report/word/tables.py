"""Tables of a report in a Word document (tabeller): amounts to the right, heads that repeat, rows that do not break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from sifund_ledger.report.document import Figures, Origin
from sifund_ledger.report.printed import opened
from sifund_ledger.report.word.markup import Markup, said
from sifund_ledger.table import ColumnKind, Row, RowKind, Table

_RIGHT: Final = frozenset({ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT})
_SIZES: Final = (17, 15, 13)
"""The sizes of text, in half points, from which the largest is taken that has room; the first is the style's own."""
_MARGINS: Final = 150
_OF_TEXT: Final = 18
_OF_WORD: Final = 24
"""How many characters of a text, and of a long word, must have room on a line."""
_TOGETHER: Final = 16
"""How many rows at most are kept on one page."""
_STYLES: Final = {
    RowKind.PLAIN: ("Tabelltext", "Tabellbelopp"), RowKind.SUM: ("Tabellsumma", "Tabellsumma belopp"),
    RowKind.HEADING: ("Tabellrubrik", "Tabellbelopp"), RowKind.REMARK: ("Tabellanmärkning", "Tabellbelopp"),
}  # fmt: skip
_LINES: Final = (
    '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'
)


class Layout(NamedTuple):
    """How a table is set: on a page on its side or not, its text's size, and the widths of its columns."""

    on_its_side: bool
    size: int
    widths: tuple[int, ...]


def layout_of(table: Table, upright: int, on_its_side: int) -> Layout:
    """The first of the ways to set a table in which its columns have room; widths in twentieths of a point."""
    ways = [(False, upright, _SIZES[0]), (False, upright, _SIZES[1]), *((True, on_its_side, size) for size in _SIZES)]
    fits = (way for way in ways if sum(_least_and_wanted(table, way[2])[0]) <= way[1])
    turned, width, size = next(fits, ways[-1])
    least, wanted = _least_and_wanted(table, size)
    return Layout(turned, size if size != _SIZES[0] else 0, _shared(least, wanted, width))


def _least_and_wanted(table: Table, size: int) -> tuple[list[int], list[int]]:
    """The width that each column needs, and the one at which nothing in it is broken over lines."""
    least, wanted = [], []
    heads = list(table.heads)
    heads[0] = heads[0] or table.measure
    printed = [cells for cells, row in zip(table.printed(), table.rows, strict=True) if len(row.cells) > 1]
    for place, (head, kind) in enumerate(zip(heads, table.kinds, strict=True)):
        texts = [cells[place] for cells in printed]
        longest = max(map(len, texts), default=0)
        word = min(_OF_WORD, max((len(word) for text in (head, *texts) for word in text.split()), default=0))
        needed = max(word, min(longest, _OF_TEXT)) if kind is ColumnKind.TEXT else max(longest, word)
        least.append(needed * size * 54 // 10 + _MARGINS)  # an Arial digit is 0.556 of its size
        wanted.append(max(least[-1], longest * size * 5 + _MARGINS))
    return least, wanted


def _shared(least: list[int], wanted: list[int], width: int) -> tuple[int, ...]:
    """The width parted: what each column needs, then what it wants in proportion, and the first has what is left."""
    left = width - sum(least)
    more = [want - need for want, need in zip(wanted, least, strict=True)]
    if left < 0:
        return tuple(need * width // sum(least) for need in least)
    given = more if sum(more) <= left else [each * left // sum(more) for each in more]
    widths = [need + each for need, each in zip(least, given, strict=True)]
    widths[0] += width - sum(widths)
    return tuple(widths)


class TableMarkup:
    """Tables of one document; ``anchor`` is the bookmark that says where a figure comes from."""

    def __init__(self, markup: Markup, table_style: str, anchor: Callable[[Origin, str], str]) -> None:
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
        together = len(table.rows) <= _TOGETHER
        for number, (row, texts) in enumerate(zip(table.rows, table.printed(), strict=True)):
            keep = (together and number + 1 < len(table.rows)) or bool(not number and table.rows[1:])
            if row.kind in (RowKind.HEADING, RowKind.REMARK) and len(row.cells) == 1:
                style = _STYLES[row.kind][0]
                inside = self._markup.paragraph(style, self._markup.run(texts[0], size=layout.size), keep=keep)
                cells = _cell(inside, sum(layout.widths), span=len(table.columns))
            else:
                cells = "".join(self._cells(figures, layout, number, row, texts, keep=keep))
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cells(
        self, figures: Figures, layout: Layout, number: int, row: Row, texts: list[str], *, keep: bool
    ) -> Iterator[str]:
        left, right = _STYLES[row.kind]
        lines = _LINES if row.kind is RowKind.SUM else ""
        for place, (text, kind, width) in enumerate(zip(texts, figures.table.kinds, layout.widths, strict=True)):
            origin = opened(figures, (number, place)) if place < len(row.cells) else None
            name = self._anchor(origin, figures.table.heads[place]) if origin else ""
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
