"""``sifund interim`` and ``sifund budget``: the year while it runs, and the years to come; nothing is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import FORMATS, opened, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.marking import mark_option
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.years.figures_given import years_of
from sifund_ledger.errors import UnreadableInput

if TYPE_CHECKING:
    from sifund_ledger.balance.figures.year_figures import YearFigures
    from sifund_ledger.book import Book
    from sifund_ledger.exchange.statements.figures_file import FiguresFile
    from sifund_ledger.findings import Finding
    from sifund_ledger.table import Table

_INTERIM = """\
\b
Examples:
  sifund interim ale.sifund 2025 figures.toml
  sifund interim ale.sifund 2025 figures.toml -O html -o interim.html
"""
_BUDGET = """\
\b
Examples:
  sifund budget ale.sifund 2026 figures.toml
"""


@in_swedish(
    "Ett års delårsrapport.",
    """Ett års delårsrapport: perioden, samma period föregående år, prognos och budget sida vid sida.

    FIGURES har årets uppgifter för delår, prognos och budget, var och en med sitt slag, och delårets uppgifter för
    året före. Balanskravet mäts på helårsprognosen.""",
)
@click.command("interim", short_help="The interim report of a year.", epilog=_INTERIM)
@click.argument("book", metavar="BOOK")
@click.argument("year", type=int)
@click.argument("figures", metavar="FIGURES")
@output_options(*FORMATS)
@mark_option("figures")
def interim(book: str, year: int, figures: str, output: Output) -> ExitCode:
    """The interim report of a year: the period, the same period of the year before, forecast and budget side by side.

    FIGURES has the year's interim, forecast and budget figures, each with its kind, and the interim figures of the year
    before. The balance requirement is measured on the forecast for the full year.
    """
    from sifund_ledger.balance.tables.comparatives import Comparison

    read = _read(figures)
    asked = [each for each in read.years if each.year == year and each.kind != "outcome"]
    before = [each for each in read.years if each.year == year - 1 and each.kind == "interim"]
    require_kind(figures, read, year, [each for each in asked if each.kind != "budget"])
    with opened(book) as there:
        foreseen = there.foresee([*asked, *before], unit=read.unit)
        drawn = {(each.year, each.kind.value): each for each in foreseen.years}
        of_period, forecast = drawn.get((year, "interim")), drawn.get((year, "forecast"))
        report = Comparison(
            main=forecast or drawn[year, "interim"], interim=of_period if forecast else None,
            same_period=drawn.get((year - 1, "interim")), budget=drawn.get((year, "budget")),
            unit=read.unit, entity=there.entity,
        )  # fmt: skip
        return _delivered(there, read, (report.table(output.language),), report.findings, output, figures)


@in_swedish(
    "Ett års budget, och planen för åren därefter.",
    """Ett års budget prövad mot lagen: om den är i balans, och vad den planerar att återställa.

    FIGURES har budgeten för året och för de två åren därefter, som är planen. Underskott som är kvar i boken planeras
    att återställas i dem.""",
)
@click.command("budget", short_help="The budget of a year, and the plan of the years after it.", epilog=_BUDGET)
@click.argument("book", metavar="BOOK")
@click.argument("year", type=int)
@click.argument("figures", metavar="FIGURES")
@output_options(*FORMATS)
@mark_option("figures")
def budget(book: str, year: int, figures: str, output: Output) -> ExitCode:
    """The budget of a year held against the law: whether it balances, and what it is planned to restore.

    FIGURES has the budget figures of the year, and those of the two years after it, which make the plan. Deficits that
    the book has left are planned to be restored in them.
    """
    from sifund_ledger.balance.statement.budget import check_plan

    read = _read(figures)
    budgets = [each for each in read.years if each.kind == "budget" and (each.year or 0) >= year]
    require_kind(figures, read, year, [each for each in budgets if each.year == year])
    with opened(book) as there:
        foreseen = there.foresee(budgets, unit=read.unit)
        statement = replace(foreseen, years=tuple(each for each in foreseen.years if each.kind == "budget"))
        found = (*statement.findings, *check_plan(budgets, year))
        return _delivered(there, read, statement.tables(output.language), found, output, figures)


def _read(figures: str) -> FiguresFile:
    from sifund_ledger.exchange.statements.figures_file import read_figures

    return read_figures(figures)


def require_kind(figures: str, read: FiguresFile, year: int, there: Sequence[YearFigures]) -> None:
    """Raise where the file has nothing of the year and the kinds asked for."""
    if not there:
        raise UnreadableInput([codes.FIGURES_KIND_MISSING.at(figures, year=year, years=years_of(read))])


def _delivered(
    book: Book, read: FiguresFile, tables: tuple[Table, ...], found: tuple[Finding, ...], output: Output, figures: str
) -> ExitCode:
    shown = [each for each in tables if each.rows]
    return output.deliver(written(shown, output, title=book.entity), read.located(found))
