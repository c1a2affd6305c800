"""How the tables of a Word document get room (sättning): the widths of columns, smaller text, pages on their side."""

from __future__ import annotations

from typing import Final, NamedTuple

from sifund_ledger.table import ColumnKind, Table

_MARGINS: Final = 170
_AIR: Final = 260
"""What stands between a cell and the next: at least, and how much more where there is room; in twentieths of a
point."""
_OF_TEXT: Final = 18
_OF_WORD: Final = 24
"""How many characters of a text, and of a long word, must have room on a line."""
_STEP: Final = 2
_SMALLEST: Final = 10
"""By how much text becomes smaller at a time, and how small it becomes; in half points."""


class Page(NamedTuple):
    """How wide text stands on a page, and on one on its side, in twentieths of a point; the size of tables' text in
    half points; and how many hundredths of its size a character takes at most."""

    upright: int
    on_its_side: int
    size: int
    share: int


class Layout(NamedTuple):
    """How a table is set: on a page on its side or not, the size of its text where it is not the style's, and the
    widths of its columns in twentieths of a point."""

    on_its_side: bool
    size: int
    widths: tuple[int, ...]


def layout_of(table: Table, page: Page) -> Layout:
    """The first of the ways to set a table in which no amount is broken: upright, a little smaller, on its side."""
    needs = _characters(table)
    sizes = range(page.size, _SMALLEST - 1, -_STEP) or range(page.size, page.size + 1)

    def least(size: int) -> list[int]:
        return [few * size * page.share // 10 + _MARGINS for few, _ in needs]

    ways = [*((False, page.upright, size) for size in sizes[:2]), *((True, page.on_its_side, size) for size in sizes)]
    fits = (way for way in ways if sum(least(way[2])) <= way[1])
    turned, width, size = next(fits, ways[-1])
    wanted = [max(few, many * size * page.share // 11 + _MARGINS)
              for few, (_, many) in zip(least(size), needs, strict=True)]  # fmt: skip
    return Layout(turned, size if size != page.size else 0, _shared(least(size), wanted, width))


def _characters(table: Table) -> list[tuple[int, int]]:
    """How many characters each column needs, and how many it has where nothing in it is broken over lines."""
    needs = []
    heads = list(table.heads)
    heads[0] = heads[0] or table.measure
    printed = [cells for cells, row in zip(table.printed(), table.rows, strict=True) if len(row.cells) > 1]
    for place, (head, kind) in enumerate(zip(heads, table.kinds, strict=True)):
        texts = [cells[place] for cells in printed]
        longest = max(map(len, texts), default=0)
        word = min(_OF_WORD, max((_broad(word) for text in (head, *texts) for word in text.split()), default=0))
        needs.append((max(word, min(longest, _OF_TEXT) if kind is ColumnKind.TEXT else longest), longest))
    return needs


def _broad(word: str) -> int:
    """How many characters' room a word needs: capitals, m and w take more than one.

    >>> _broad("Genom"), _broad("post")
    (6, 4)
    """
    return len(word) + (sum(each.isupper() or each in "mw" for each in word) + 1) // 2


def _shared(least: list[int], wanted: list[int], width: int) -> tuple[int, ...]:
    """The width parted: what each column needs, then what it wants in proportion, and the first has what is left."""
    left = width - sum(least)
    more = [want - need for want, need in zip(wanted, least, strict=True)]
    if left < 0:
        return tuple(need * width // sum(least) for need in least)
    given = more if sum(more) <= left else [each * left // sum(more) for each in more]
    air = min(_AIR, (left - sum(given)) // len(least))
    widths = [need + each + air for need, each in zip(least, given, strict=True)]
    widths[0] += width - sum(widths)
    return tuple(widths)
