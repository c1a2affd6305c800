"""A chart as SVG (bild): title and text alternative within it, names of the series above the plot."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from sifund_ledger.report.charts.bars import bars
from sifund_ledger.report.charts.chart import Chart, Shape
from sifund_ledger.report.charts.flow import flow
from sifund_ledger.report.charts.lines import lines
from sifund_ledger.report.charts.scale import BOTTOM, PLOT, TOP, WIDTH
from sifund_ledger.written import on_one_line

_DRAWN: Final[dict[Shape, Callable[[Chart], str]]] = {
    Shape.BARS: bars, Shape.STACKED: bars, Shape.LINES: lines, Shape.FLOW: flow,
}  # fmt: skip


def svg(chart: Chart) -> str:
    """The chart as one SVG element; a reader that cannot see it is given its title and its text alternative.

    >>> from sifund_ledger.report.charts.chart import Series
    >>> drawn = svg(Chart("funds", "Fonden <b>", Shape.BARS, ("2014",), (Series("A", (100,)),), "sv"))
    >>> "<title" in drawn and "Fonden &lt;b&gt;" in drawn and "2014 1 kr" in drawn
    True
    """
    title, said = (escape(on_one_line(each)) for each in (chart.title, chart.alternative))
    height = TOP + PLOT + BOTTOM
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{chart.code}-t {chart.code}-d">'
        f'<title id="{chart.code}-t">{title}</title><desc id="{chart.code}-d">{said}</desc>'
        f"{_DRAWN[chart.shape](chart)}</svg>"
    )
