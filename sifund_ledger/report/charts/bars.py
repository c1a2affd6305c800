"""Bars (staplar): side by side, or on each other, for each label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.report.charts.chart import Chart, Shape
from sifund_ledger.report.charts.scale import RIGHT, WIDTH, Scale, axis, below, left_of, scale_of

_WIDEST: Final = 260
"""How wide a bar is at most, in tenths."""


def bars(chart: Chart) -> str:
    """The bars with their axis and labels, as the inside of an SVG."""
    stacked = chart.shape is Shape.STACKED
    scale = scale_of(_tops(chart) if stacked else chart.values, chart.finest)
    count = max(1, len(chart.labels))
    left = left_of(scale, chart.unit, chart.language)
    room = (WIDTH - RIGHT - left) * 10 // count  # tenths, so that many labels still fill the width
    drawn = "".join(_drawn(chart, scale, left, room, stacked=stacked))
    centres = [left + (number * room + room // 2) // 10 for number in range(count)]
    return axis(scale, left, chart.unit, chart.language) + drawn + below(chart.labels, centres[: len(chart.labels)])


def _tops(chart: Chart) -> list[int]:
    """The highest and the lowest end of each label's bars on each other."""
    columns = list(zip(*(series.values for series in chart.series), strict=True))
    ups = [sum(value for value in column if value and value > 0) for column in columns]
    downs = [sum(value for value in column if value and value < 0) for column in columns]
    return [*ups, *downs]


def _drawn(chart: Chart, scale: Scale, begin: int, room: int, *, stacked: bool) -> Iterator[str]:
    gap = room // 5
    beside = 1 if stacked else max(1, len(chart.series))
    width = min(_WIDEST, max(10, (room - gap) // beside))
    margin = (room - beside * width) // 2
    for number in range(len(chart.labels)):
        up = down = 0
        for place, series in enumerate(chart.series):
            value = series.values[number]
            if not value:
                continue
            left = number * room + margin + (0 if stacked else place * width)
            start = (up if value > 0 else down) if stacked else 0
            y, end = sorted((scale.y(start), scale.y(start + value)))
            up, down = (up + value, down) if value > 0 else (up, down + value)
            x, wide = begin + left // 10, max(1, width // 10 - 1)
            yield f'<rect class="s{place}" x="{x}" y="{y}" width="{wide}" height="{max(1, end - y)}"/>'
