"""``sifund report``, ``sifund fund report`` and ``sifund project report``: what can stand in an annual report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import opened, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.horizons import BY_IN_SWEDISH, by_option, horizon_of
from sifund_ledger.cli.output import BINARY, Data, Output, on_command_line, output_options
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from sifund_ledger.balance.figures.year_figures import YearFigures
    from sifund_ledger.exchange.statements.figures_file import FiguresFile
    from sifund_ledger.report import Report

REPORT_FORMATS: Final = ("html", "docx", "xlsx", "md", "text", "json", "csv")
ONLY_REPORTS: Final = ("md", *BINARY)
"""Formats that a report alone has: the other commands print no prose."""
FORMS: Final = ("annual", "working", "member")
_EPILOG = """\
\b
Examples:
  sifund report ale.sifund 2017 -o 2017.html
  sifund report ale.sifund 2017 --form working -o 2017-working.html
  sifund report ale.sifund 2017 --form member -o member.html
  sifund report ale.sifund 2017 --form working -o 2017.xlsx
  sifund report ale.sifund 2017 --labels labels.toml --unit tkr -o 2017.html
  sifund report ale.sifund 2017 -o 2017.md
  sifund report ale.sifund 2017 --budget figures.toml -o 2017.html
  sifund report ale.sifund 2017 -o 2017.docx --template municipality.docx
"""
TEMPLATE: Final = click.option(
    "--template", metavar="FILE", help="A Word document whose styles and page layout are used."
)
_UNITS: Final = click.option(
    "--unit", type=click.Choice(["kr", "tkr", "mkr"]), default="kr", show_default=True,
    help="Of amounts: kr to the öre, tkr and mkr rounded.",
)  # fmt: skip
_DECIMALS: Final = click.option(
    "--decimals", type=click.IntRange(0, 8), help="Of amounts, rounded: else none in tkr, one in mkr."
)
_IN_SWEDISH: Final = {
    "unit": "Enhet för belopp: kr på öret, tkr och mkr avrundat.",
    "decimals": "Antal decimaler, avrundat: annars inga i tkr, en i mkr.",
}


def unit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a report ``--unit`` and ``--decimals``."""
    return _UNITS(_DECIMALS(command))


@in_swedish(
    "Ett års rapport, till årsredovisningen.",
    """Ett års rapport som det är registrerat: utredningen med föregående år, eget kapital, fonder, projekt, återföring,
    beslut och bilder, i en HTML-fil som inte behöver något annat, eller som Word-dokument eller Excel-arbetsbok.""",
    form="Till årsredovisningen; arbetsmaterial, där varje belopp öppnas till sin källa; en sida för en ledamot i "
    "fullmäktige.",
    labels="Egna benämningar (TOML), efter tabell och rad.",
    budget="Uppgifter med årets budget, till en kolumn bredvid.",
    **_IN_SWEDISH,
)
@click.command("report", short_help="The report of a year, for the annual report.", epilog=_EPILOG)
@click.argument("book", metavar="BOOK")
@click.argument("year", type=int)
@click.option(
    "--form", type=click.Choice(FORMS), default="annual", show_default=True,
    help="For the annual report; a working paper, where every amount opens to its source; a page for a council member.",
)  # fmt: skip
@click.option("--labels", metavar="FILE", help="Row labels of your own (TOML), by table and row.")
@click.option("--budget", metavar="FIGURES", help="Figures with the budget of the year, for a column beside it.")
@unit_options
@TEMPLATE
@output_options(*REPORT_FORMATS)
def command(
    book: str, year: int, form: str, labels: str | None, budget: str | None, unit: Any, decimals: int | None,
    template: str | None, output: Output,
) -> ExitCode:  # fmt: skip
    """The report of a year as it is recorded: the statement with the year before, equity, funds, projects, repayments,
    decisions and pictures, in one HTML file that needs nothing else, or as a Word document or an Excel workbook.
    """
    from sifund_ledger.report import Labels, read_labels, year_report

    require_form(output, template)
    own = read_labels(labels) if labels else Labels()
    budgeted = _budget(budget, year) if budget else None
    with opened(book, keep_records=True) as there:
        if year not in there.years:
            years = ", ".join(map(str, there.years)) or "–"
            raise Refused([codes.YEAR_WITHOUT_RESULT.at(str(year), year=year, years=years)])
        calls = on_command_line(book)
        made = year_report(
            there,
            year,
            form=form,
            language=output.language,
            unit=unit,
            decimals=decimals,
            labels=own,
            budget=budgeted,
            calls=calls,
        )
        return output.deliver(report_in(made, output, template))


def _budget(figures: str, year: int) -> YearFigures:
    """The budget of a year in a figures file. Raises where it has none."""
    from sifund_ledger.cli.years.within_year import require_kind
    from sifund_ledger.exchange.statements.figures_file import read_figures

    read = read_figures(figures)
    found = budget_in(read, year)
    require_kind(figures, read, year, found)
    return found[0]


def budget_in(read: FiguresFile, year: int) -> list[YearFigures]:
    """The budget of a year that a figures file has, if it has one."""
    return [each for each in read.years if each.year == year and each.kind == "budget"]


def require_form(output: Output, template: str | None, *instead: str) -> None:
    """Refuse, before anything is done, a form that cannot be made here, a template that no Word document takes, and
    what is printed ``instead`` of a report where only a report is a document.

    Raises :class:`~sifund_ledger.errors.UnreadableInput`.
    """
    without_use = [("--template", "docx")] if template and output.format != "docx" else []
    without_use += [(option, "text") for option in instead if output.format in ONLY_REPORTS]
    for option, other in without_use:
        found = codes.OPTION_WITHOUT_USE.at(option, option=option, format=output.format, formats=f"-O {other}")
        raise UnreadableInput([found])
    if output.format == "html":
        from sifund_ledger.report.html.page import require_jinja

        require_jinja()
    elif output.format == "docx":
        from sifund_ledger.report.word.template import document_of

        document_of(template)
    elif output.format == "xlsx":
        from sifund_ledger.workbook.workbook import require_xlsxwriter

        require_xlsxwriter()


def report_in(report: Report, output: Output, template: str | None = None) -> str | bytes | Data:
    """A report in the format asked for: as a page, a document, a workbook, text, or its tables alone."""
    if output.format in ("json", "csv"):
        return written(report.tables, output, title=report.entity, titled=True)
    return document_in(report, output.format, template)


def document_in(report: Report, form: str, template: str | None = None) -> str | bytes:
    """A report as a page (html), a document (docx), a workbook (xlsx), Markdown (md) or text."""
    if form == "html":
        return report.html()
    if form == "docx":
        return report.docx(template)
    if form == "xlsx":
        return report.xlsx()
    return report.markdown() if form == "md" else report.text()


def _made(group: str, metavar: str) -> click.Command:
    """The command of a group that reports on what is named."""

    said = _HELP[group]

    @in_swedish(said.sv, said.sv, by=BY_IN_SWEDISH, year="För --by plan: budgetens år.", **_IN_SWEDISH)
    @click.command("report", short_help=said.en, help=said.en)
    @click.argument("book", metavar="BOOK")
    @click.argument("name", metavar=metavar)
    @by_option
    @click.option("--year", type=int, metavar="YEAR", help="For --by plan: the budget's year.")
    @unit_options
    @TEMPLATE
    @output_options(*REPORT_FORMATS)
    def of_one(
        book: str, name: str, by: str | None, year: int | None, unit: Any, decimals: int | None, template: str | None,
        output: Output,
    ) -> ExitCode:  # fmt: skip
        from sifund_ledger.report import fund_report, project_report

        require_form(output, template)
        reports: dict[str, Callable[..., Report]] = {"fund": fund_report, "project": project_report}
        horizon = horizon_of(by, year, place=f"sifund {group} report")
        with opened(book, keep_records=True) as there:
            made = reports[group](there, name, language=output.language, unit=unit, decimals=decimals, by=horizon)
            return output.deliver(report_in(made, output, template))

    return of_one


_HELP: Final = {
    "fund": Bilingual(
        "En fond från början, med bilder; varje belopp öppnas till sina poster.",
        "A fund over its life, with pictures; every amount opens to its records.",
    ),
    "project": Bilingual(
        "Ett projekt från beviljande till slutavräkning; varje belopp öppnas till sina poster.",
        "A project from grant to settlement; every amount opens to its records.",
    ),
}
OF_GROUPS: Final = {name: _made(name, "NAME") for name in _HELP}
"""The reports of the groups of commands, by the group."""
