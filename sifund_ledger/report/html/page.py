"""A report as one HTML file that needs nothing else (webbsida): no script, nothing fetched, print style of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from sifund_ledger.amounts import canonical_amount
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import REMEDY
from sifund_ledger.report import findings as codes
from sifund_ledger.report import words
from sifund_ledger.report.charts.chart import Shape
from sifund_ledger.report.charts.drawing import svg
from sifund_ledger.report.document import Figures, Observations, Origin, Pictures, Prose, Report, Vouchers
from sifund_ledger.report.printed import harmless, opened
from sifund_ledger.table import ColumnKind, RowKind, Table

if TYPE_CHECKING:
    from jinja2 import Environment

_KINDS: Final = {
    Prose: "prose", Figures: "figures", Observations: "observations", Pictures: "pictures", Vouchers: "vouchers",
}  # fmt: skip
_DECISION: Final = re.compile(r"\S{1,12} \d{4}-\d\d-\d\d § \S{1,8}")
_OF_TEXT: Final = 18
"""How many characters of a text have room on a line."""
_OF_NAME: Final = 20
_OF_WORD: Final = 20
_NARROW: Final = 104
_WIDE: Final = 140
"""How many characters of a row fit the page, and how many fit it set smaller; a wider table is set row by row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the page has it: its text, its class, the amount for a machine, and where it comes from."""

    text: str
    kind: str
    value: str = ""
    head: str = ""
    origin: Origin | None = None


def page(report: Report) -> str:
    """The report as one HTML file.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` where Jinja2 is not installed.
    """
    made = _environment().get_template("page.html.jinja").render(
        report=report, kinds=_KINDS, said=_Said(report), cells=cells, width=width_of, svg=_svg, legend=_legend,
        heads=heads, style=_style(), linked=_linked(report),
    )  # fmt: skip
    return made if made.endswith("\n") else f"{made}\n"


def require_jinja() -> None:
    """Raise :class:`~sifund_ledger.errors.UnreadableInput` where Jinja2 is not installed."""
    _environment()


def _linked(report: Report) -> Callable[[str], str]:
    """Where a finding's place is on the page, if it is a record that is printed there."""
    vouchers = (part for section in report.sections for part in section.parts if isinstance(part, Vouchers))
    known = {f"post {record.seq}": f"p{record.seq}" for part in vouchers for record in part.records}
    return lambda place: known.get(place, "")


@cache
def _style() -> Any:
    from markupsafe import Markup

    return Markup(resources.files(__package__).joinpath("page.css").read_text("utf-8"))


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        missing = codes.REPORT_NOT_INSTALLED.at("report", form="HTML", package="Jinja2", extra="report")
        raise UnreadableInput([missing]) from None
    return Environment(
        loader=PackageLoader("sifund_ledger.report", "html"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_harmless,
    )  # fmt: skip


def _harmless(value: object) -> object:
    """Text as every form prints it; markup of ours stays as it is."""
    return harmless(value) if type(value) is str else value


def _svg(chart: Any) -> Any:
    from markupsafe import Markup

    return Markup(svg(chart))


class _Said:
    """The words of the page in the report's language."""

    def __init__(self, report: Report) -> None:
        self.language, self.calls = report.language, report.calls

    def __call__(self, name: str) -> str:
        return getattr(words, name).words(self.language)  # type: ignore[no-any-return]  # every name is Bilingual

    def of(self, group: str, name: str) -> str:
        """A word of a group."""
        return getattr(words, group)[name].words(self.language)  # type: ignore[no-any-return]  # likewise

    def finding(self, finding: Any) -> tuple[str, str, str, str]:
        """The severity, the message, the paragraph, and the remedy of a finding."""
        message, remedy = finding.in_language(self.language, self.calls)
        return words.SEVERITIES[finding.severity].words(self.language), message, finding.cited(self.language), remedy

    @property
    def remedy(self) -> str:
        """What stands before a remedy."""
        return REMEDY.words(self.language)


def heads(table: Table) -> list[tuple[str, str]]:
    """The titles of the columns, each with its class."""
    return [(title, _class(kind)) for title, kind in zip(table.heads, table.kinds, strict=True)]


def _short(text: str, place: int, kind: ColumnKind) -> str:
    """The class of a cell that is never broken over lines, such as a day, a decision, or in the first column a year;
    or of one that is never broken within its words."""
    if kind is ColumnKind.DAY or (place == 0 and len(text) <= _OF_NAME) or _DECISION.fullmatch(text):
        return "k"
    return "w" if text and max(map(len, text.split()), default=0) <= _OF_WORD else ""


def _class(kind: ColumnKind) -> str:
    return "n" if kind in (ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT) else ""


def cells(figures: Figures) -> list[tuple[str, int, str, list[Cell]]]:
    """The rows of a table: how each is set, how far in, its paragraph, and its cells."""
    table, rows = figures.table, []
    for number, (row, printed) in enumerate(zip(table.rows, table.printed(), strict=True)):
        alone = row.kind in (RowKind.HEADING, RowKind.REMARK) and len(row.cells) == 1
        whole = (*row.cells, *[None] * (len(printed) - len(row.cells)))
        made = [
            Cell(
                text, _class(kind) or _short(text, i, kind),
                _value(cell, table) if kind is ColumnKind.AMOUNT else "", head,
                opened(figures, (number, i)) if i < len(row.cells) else None,
            )
            for i, (text, cell, kind, head) in enumerate(zip(printed, whole, table.kinds, table.heads, strict=True))
        ]  # fmt: skip
        rows.append((row.kind.value, row.level, figures.rules.get(number, ""), made[:1] if alone else made))
    return rows


def _value(cell: object, table: Table) -> str:
    return canonical_amount(cell, table.unit) if isinstance(cell, int) else ""


def width_of(table: Table) -> str:
    """How a table is set: as it is, smaller, or row by row, by the characters that its columns need at least."""
    total = 0
    for head, kind, column in zip(table.heads, table.kinds, zip(*table.printed(), strict=True), strict=True):
        least = max(map(len, head.split()), default=0)  # a title may be set on several lines
        longest = max(map(len, column), default=0)
        total += 3 + max(least, min(longest, _OF_TEXT) if kind is ColumnKind.TEXT else longest)
    return "" if total <= _NARROW else "small" if total <= _WIDE else "stack"


def _legend(chart: Any) -> list[tuple[str, str]]:
    """The names of the series with their classes; a flow has its names beside its blocks."""
    if chart.shape is Shape.FLOW:
        return []
    kind = "l" if chart.shape is Shape.LINES else "s"
    return [(f"{kind}{place}", series.name) for place, series in enumerate(chart.series)]
