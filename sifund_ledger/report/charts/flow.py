"""A flow (flöde): what comes on the left, what goes on the right, bands between them as wide as the amounts."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final, NamedTuple

from sifund_ledger.report.charts.chart import Chart
from sifund_ledger.report.charts.scale import PLOT, TOP, WIDTH, figure, text
from sifund_ledger.written import on_one_line

_BAR: Final = 10
_SIDE: Final = 126
_GAP: Final = 30
_LONGEST: Final = 22
_LINES: Final = 3


class _Block(NamedTuple):
    label: str
    ore: int
    top: int
    height: int


def flow(chart: Chart) -> str:
    """The blocks of both sides and the bands between them, as the inside of an SVG."""
    sides = [
        [(label, value) for label, value in zip(chart.labels, series.values, strict=True) if value]
        for series in chart.series
    ]
    total = max((sum(value for _, value in side) for side in sides), default=0)
    if not total:
        return ""
    left, right = (list(_placed(side, total)) for side in sides)
    return "".join((*_bands(left, right), *_blocks(left, chart, 0), *_blocks(right, chart, 1)))


def _placed(side: list[tuple[str, int]], total: int) -> Iterator[_Block]:
    room = PLOT - _GAP * (len(side) - 1)
    top = TOP
    for label, ore in side:
        height = max(2, ore * room // total)
        yield _Block(label, ore, top, height)
        top += height + _GAP


def _blocks(side: list[_Block], chart: Chart, place: int) -> Iterator[str]:
    for number, block in enumerate(side):
        x = _SIDE if place == 0 else WIDTH - _SIDE - _BAR
        kind = 0 if place == 0 else 1 + number % 3
        yield f'<rect class="s{kind}" x="{x}" y="{block.top}" width="{_BAR}" height="{block.height}"/>'
        at, anchor = (x - 6, "end") if place == 0 else (x + _BAR + 6, "start")
        said = wrap(on_one_line(block.label), _LONGEST)[:_LINES]
        y = block.top + block.height // 2 + 4 - 6 * len(said)
        for line, words in enumerate(said):
            yield text(at, y + 12 * line, words, "tick", anchor)
        yield text(
            at, y + 12 * len(said), f"{figure(block.ore, chart.unit, chart.language)} {chart.unit}", "value", anchor
        )


def _bands(left: list[_Block], right: list[_Block]) -> Iterator[str]:
    """What leaves each block on the left, in order, for the blocks on the right, in order."""
    start, end, middle = _SIDE + _BAR, WIDTH - _SIDE - _BAR, WIDTH // 2
    given, taken = [0] * len(left), [0] * len(right)
    i = j = 0
    while i < len(left) and j < len(right):
        ore = min(left[i].ore - given[i], right[j].ore - taken[j])
        a, b = _part(left[i], given[i], ore), _part(right[j], taken[j], ore)
        yield (
            f'<path class="band b{1 + j % 3}" d="M{start} {a[0]}C{middle} {a[0]} {middle} {b[0]} {end} {b[0]}'
            f'V{b[1]}C{middle} {b[1]} {middle} {a[1]} {start} {a[1]}Z"/>'
        )
        given[i] += ore
        taken[j] += ore
        i, j = i + (given[i] == left[i].ore), j + (taken[j] == right[j].ore)


def _part(block: _Block, before: int, ore: int) -> tuple[int, int]:
    """Where a part of a block begins and ends."""
    return tuple(block.top + each * block.height // block.ore for each in (before, before + ore))  # type: ignore[return-value]  # of two
