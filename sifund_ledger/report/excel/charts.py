"""The pictures of a report as native charts (diagram): their figures stand in cells, their words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sifund_ledger.report import words
from sifund_ledger.report.charts.chart import Chart, Shape
from sifund_ledger.table import LABEL, Column, Row, Table
from sifund_ledger.workbook import looks
from sifund_ledger.workbook.sheet import Sheet
from sifund_ledger.workbook.workbook import Workbook
from sifund_ledger.written import on_one_line

_MADE: Final[dict[Shape, dict[str, str]]] = {
    Shape.BARS: {"type": "column"},
    Shape.STACKED: {"type": "column", "subtype": "stacked"},
    Shape.LINES: {"type": "line"},
    Shape.FLOW: {"type": "column", "subtype": "stacked"},
}
_SIZE: Final = {"width": 496, "height": 320}
_BESIDE: Final = 8
"""How many columns of usual width a picture takes, with the gap to the next."""
_BELOW: Final = 17
"""How many rows of usual height."""
_ACROSS: Final = 2
_ON_A_PAGE: Final = 3
_SCALE: Final = 62
"""In per cent, so that two pictures stand beside each other on a page."""
_FONT: Final = {"name": "Arial", "size": 9, "color": looks.INK}
_SMALL: Final = {"name": "Arial", "size": 8, "color": looks.SOFT}


def set_charts(workbook: Workbook, charts: Sequence[Chart]) -> None:
    """A sheet with the pictures, two in a row, and one with their figures."""
    pictures = workbook.sheet(words.HEADINGS["pictures"].words(workbook.language))
    figures = workbook.sheet(words.FIGURES_OF_PICTURES.words(workbook.language))
    begun = pictures.row
    for number, chart in enumerate(charts):
        line, place = divmod(number, _ACROSS)
        made = _drawn(workbook, figures, chart)
        pictures.picture(begun + line * _BELOW, place * _BESIDE, made, on_one_line(chart.alternative))
    lines = -(-len(charts) // _ACROSS)
    pictures.row = begun + lines * _BELOW
    breaks = [begun + line * _BELOW for line in range(_ON_A_PAGE, lines, _ON_A_PAGE)]
    pictures.paged(_ACROSS * _BESIDE - 1, _SCALE, breaks)


def table_of(chart: Chart) -> Table:
    """The figures of a chart as a table: a row for each label; a flow has a row for each side. The title has the unit,
    since here a flow has an axis too.

    >>> from sifund_ledger.report.charts.chart import Series
    >>> flow = Chart("f", "Vägen", Shape.FLOW, ("A", "B"), (Series("Från", (5, None)), Series("Till", (None, 5))), "sv")
    >>> [row.cells for row in table_of(flow).rows]
    [('Från', 5, None), ('Till', None, 5)]
    """
    series = [(each.name, each.values) for each in chart.series]
    if chart.shape is Shape.FLOW:
        columns, rows = list(chart.labels), series
    else:
        columns = [name for name, _ in series]
        rows = list(zip(chart.labels, zip(*(values for _, values in series), strict=True), strict=True))
    heads = (Column(f"{number}", name) for number, name in enumerate(columns))
    made = tuple(Row((label, *values)) for label, values in rows)
    title = f"{chart.title} ({chart.unit})"
    return Table(title, (LABEL, *heads), made, unit=chart.unit, code=chart.code, language=chart.language)


def _drawn(workbook: Workbook, figures: Sheet, chart: Chart) -> Any:
    """The chart, from cells that it sets on the sheet of figures; names and title are cells too, and never obeyed."""
    table = table_of(chart)
    title = figures.row
    first = figures.table(table, alone=False)
    last = first + len(table.rows) - 1
    made = workbook.made.add_chart(_MADE[chart.shape])
    for number in range(1, len(table.columns)):
        colour = looks.SERIES[(number - 1) % len(looks.SERIES)]
        made.add_series(
            {
                "name": [figures.name, first - 1, number],
                "categories": [figures.name, first, 0, last, 0],
                "values": [figures.name, first, number, last, number],
                "data_labels": _marks(chart) if number == 1 and chart.marks else {},
                **_look(chart.shape, colour, number),
            }
        )
    made.set_title({"name": [figures.name, title, 0], "name_font": {**_FONT, "size": 11, "bold": True}})
    numbers = figures.looks.amount(min(table.places, 1))
    made.set_y_axis(
        {
            "num_format": numbers, "num_font": _SMALL, "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": looks.RULE, "width": 0.75}},
        }
    )  # fmt: skip
    made.set_x_axis({"num_font": _SMALL, "label_position": "low", "line": {"color": looks.INK, "width": 0.75}})
    alone = len(table.columns) == 2
    made.set_legend({"none": True} if alone else {"position": "bottom", "font": _FONT})
    made.set_size(_SIZE)
    made.set_chartarea({"border": {"none": True}})
    made.show_blanks_as("gap")
    return made


def _look(shape: Shape, colour: str, number: int) -> dict[str, Any]:
    if shape is Shape.LINES:
        dash = "dash" if number > 1 else "solid"
        marker = {"type": "circle", "size": 5, "fill": {"color": colour}, "border": {"color": colour}}
        return {"line": {"color": colour, "width": 2.25, "dash_type": dash}, "marker": marker}
    return {
        "fill": {"color": colour},
        "border": {"none": True},
        "gap": 60,
        "overlap": 0 if shape is Shape.BARS else 100,
    }


def _marks(chart: Chart) -> dict[str, Any]:
    """Words at single labels, such as a deadline."""
    said = dict(chart.marks)
    labels = [{"value": on_one_line(said[label])} if label in said else {"delete": True} for label in chart.labels]
    return {"value": True, "custom": labels, "position": "above", "font": _SMALL}
