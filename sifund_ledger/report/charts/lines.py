"""Lines (kurvor): a point for each label, joined where no label between them lacks one."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.report.charts.chart import Chart, Series
from sifund_ledger.report.charts.scale import RIGHT, WIDTH, Scale, axis, below, left_of, scale_of, text


def lines(chart: Chart) -> str:
    """The lines with their axis, labels and marks, as the inside of an SVG."""
    scale = scale_of(chart.values, chart.finest)
    count = max(1, len(chart.labels))
    left = left_of(scale, chart.unit, chart.language)
    room = (WIDTH - RIGHT - left) * 10 // count
    centres = [left + (number * room + room // 2) // 10 for number in range(len(chart.labels))]
    drawn = "".join(part for place, series in enumerate(chart.series) for part in _drawn(series, place, centres, scale))
    marks = "".join(_marked(chart, centres, scale))
    return axis(scale, left, chart.unit, chart.language) + drawn + marks + below(chart.labels, centres)


def _drawn(series: Series, place: int, centres: list[int], scale: Scale) -> Iterator[str]:
    way, joined = [], False
    for x, value in zip(centres, series.values, strict=True):
        if value is not None:
            way.append(f"{'L' if joined else 'M'}{x} {scale.y(value)}")
        joined = value is not None
    if way:
        yield f'<path class="l{place}" d="{"".join(way)}"/>'
    few = len(centres) <= 30
    for x, value in zip(centres, series.values, strict=True) if few else ():
        if value is not None:
            yield f'<circle class="p{place}" cx="{x}" cy="{scale.y(value)}" r="3"/>'


def _marked(chart: Chart, centres: list[int], scale: Scale) -> Iterator[str]:
    first = chart.series[0].values if chart.series else ()
    for label, mark in chart.marks:
        if label in chart.labels:
            number = chart.labels.index(label)
            value, x = first[number] or 0, centres[number]
            anchor = "end" if x > WIDTH * 2 // 3 else "start" if x < WIDTH // 3 else "middle"
            yield text(x, scale.y(value) + (16 if value < 0 else -8), mark, "tick", anchor)
