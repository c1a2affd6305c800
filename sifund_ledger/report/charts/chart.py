"""What a chart shows (diagram): its shape, its labels, its series; öre, never a float."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from sifund_ledger.amounts import ORE_PER_UNIT, Language, Unit, amount_in_unit, decimals_of, round_ore
from sifund_ledger.report.charts.scale import unit_of
from sifund_ledger.rounding import step_of


class Shape(StrEnum):
    """How a chart is drawn: bars side by side, bars on each other, lines, or a flow from left to right."""

    BARS = "bars"
    STACKED = "stacked"
    LINES = "lines"
    FLOW = "flow"


class Series(NamedTuple):
    """A named row of amounts, one for each label; ``None`` where there is none."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: in a flow the first series is what comes, the second what goes, and labels name both in order.

    ``marks`` are words to stand at a label, such as a deadline.
    """

    code: str
    title: str
    shape: Shape
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    language: Language
    marks: tuple[tuple[str, str], ...] = ()
    stated: Unit | None = None
    """The unit of the report, where it rounds (:meth:`in_unit`)."""

    def in_unit(self, unit: Unit) -> Chart:
        """The same chart in a unit with decimals, its values rounded as the tables are; itself in exact kronor."""
        if decimals_of(unit) is None:
            return self
        step = step_of(unit)
        series = tuple(
            each._replace(values=tuple(None if value is None else round_ore(value, step=step) for value in each.values))
            for each in self.series
        )
        return replace(self, series=series, stated=unit)

    @property
    def finest(self) -> int:
        """The least step that its axis may have, in öre: what its figures are rounded to."""
        return step_of(self.stated) if self.stated else 1

    @property
    def values(self) -> tuple[int, ...]:
        """Every amount of the chart."""
        return tuple(value for series in self.series for value in series.values if value is not None)

    @property
    def unit(self) -> Unit:
        """The unit of its figures."""
        return self.stated or unit_of(self.values)

    @property
    def heading(self) -> str:
        """The title, with the unit behind it where an axis has figures without one."""
        return self.title if self.shape is Shape.FLOW else f"{self.title} ({self.unit})"

    @property
    def alternative(self) -> str:
        """The chart in words: every amount where they are few, else the first, the last, the lowest and the highest.

        >>> chart = Chart("funds", "Fonden", Shape.LINES, ("2014", "2015"), (Series("Fonden", (100, 200)),), "sv")
        >>> chart.alternative
        'Fonden: 2014 1 kr, 2015 2 kr.'
        >>> replace(chart, series=(Series("Fonden", (250_000_000, 83_333_333)),)).alternative.replace("\xa0", " ")
        'Fonden: 2014 2,5 mkr, 2015 833 333,33 kr.'
        """
        said = [f"{series.name}: {', '.join(self._points(series))}." for series in self.series if any(series.values)]
        said += [f"{label}: {mark}." for label, mark in self.marks]
        return " ".join(said)

    def _points(self, series: Series) -> Iterator[str]:
        points = [(label, value) for label, value in zip(self.labels, series.values, strict=True) if value is not None]
        if len(points) > _FEW:
            lowest, highest = (which(points, key=lambda point: point[1]) for which in (min, max))
            points = list(dict.fromkeys((points[0], lowest, highest, points[-1])))
            points.sort(key=lambda point: self.labels.index(point[0]))
        for label, value in points:
            yield f"{label} {amount_in_unit(value, self._told_in(value), self.language)}"

    def _told_in(self, value: int) -> Unit:
        """The unit of the chart; kronor for an amount that would have more decimals in it than kronor have."""
        return self.unit if self.stated or value % (ORE_PER_UNIT[self.unit] // 100) == 0 else "kr"


_FEW = 8
