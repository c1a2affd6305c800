"""``sifund balance-requirement``: the balanskravsutredning from a figures file, without any book."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.faults import one_of
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.marking import mark_option
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.years.reporting import ONLY_REPORTS, TEMPLATE, report_in, require_form
from sifund_ledger.errors import Refused, UnreadableInput

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
    from sifund_ledger.exchange.csv_forms import CsvForm
    from sifund_ledger.exchange.statements.figures_file import FiguresFile
    from sifund_ledger.exchange.structured.documents import Format

_EPILOG = """\
\b
Examples:
  sifund balance-requirement figures.toml
  sifund balance-requirement mall.xlsx --mark faults.xlsx
  sifund balance-requirement figures.toml --lang en --explain to_restore
  sifund balance-requirement figures.json -O csv -o statement.csv
  sifund balance-requirement figures.toml --labels labels.toml -o statement.docx
  sifund balance-requirement - --format toml < figures.toml

\b
A figures file begins like this (amounts are text, magnitudes positive):
  entity = "Malmö"
  unit = "mkr"
  opening_deficits = []
  [[year]]
  year = 2014
  net_result = "-149"
  realised_gains = "56"
  reserve_used = "12"
"""


@in_swedish(
    "Upprätta balanskravsutredningen.",
    """Upprätta balanskravsutredningen för åren i en uppgiftsfil.

    FILE är TOML, JSON eller den ifyllda mallen (xlsx); - läser standard in, och kräver --format.""",
    file_format="Filens format, om ändelsen inte visar det.",
    code="Varifrån beloppet på en rad kommer, år för år.",
    form="Med -O html, docx, xlsx eller md: till årsredovisningen, eller arbetsmaterial.",
    draft="Skriv ut ett utkast med felen markerade i stället för att avvisa uppgifterna.",
    labels="Egna benämningar (TOML), efter tabell och rad, och raderna i egen ordning.",
    epilog="En uppgiftsfil börjar så här (belopp är text, utan tecken):",
)
@click.command("balance-requirement", short_help="Draw up the balanskravsutredning.", epilog=_EPILOG)
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "file_format", type=click.Choice(("toml", "json", "xlsx")), help="Format of FILE, if not by its ending."
)
@click.option("--explain", "code", metavar="CODE", help="Where the amount of a line comes from, year by year.")
@click.option("--draft", is_flag=True, help="Print a draft with its errors marked, where it would be refused.")
@click.option(
    "--form", type=click.Choice(("annual", "working")), default="annual", show_default=True,
    help="With -O html, docx, xlsx or md: for the annual report, or a working paper.",
)  # fmt: skip
@click.option("--labels", metavar="FILE", help="Row labels of your own (TOML), by table and row, and their order.")
@TEMPLATE
@output_options("text", "json", "csv", "html", "docx", "xlsx", "md")
@mark_option("file")
def command(
    file: str, file_format: Format | None, code: str | None, draft: bool, form: str, labels: str | None,
    template: str | None, output: Output,
) -> ExitCode:  # fmt: skip
    """Draw up the balanskravsutredning for the years of a figures file.

    FILE is TOML, JSON or the filled-in template (xlsx); - reads standard input, and needs --format.
    """
    if code is not None and output.format != "text":
        option = codes.OPTION_WITHOUT_USE.at("--explain", option="--explain", format=output.format, formats="-O text")
        raise UnreadableInput([option])
    if labels is not None and output.format == "json":
        formats = "-O text, csv, html, docx, xlsx, md"
        option = codes.OPTION_WITHOUT_USE.at("--labels", option="--labels", format=output.format, formats=formats)
        raise UnreadableInput([option])
    require_form(output, template)
    figures = _read(file, file_format)
    statement = figures.statement(draft=draft)
    if code is not None:
        return output.deliver(_explained(statement, code, output.language))
    if labels is not None or output.format in ONLY_REPORTS or output.format == "html":
        from sifund_ledger.report import Labels, read_labels, statement_report

        own = read_labels(labels) if labels else Labels()
        made = statement_report(statement, form=form, language=output.language, labels=own, calls=output.calls)
        if output.format in ("text", "csv"):
            return output.deliver(written(made.tables, output), figures.located(statement.findings))
        return output.deliver(report_in(made, output, template), figures.located(statement.findings))
    return output.deliver(
        _written(statement, output),
        figures.located(statement.findings),
        carries_findings=output.format != "csv",
    )


def _read(file: str, file_format: Format | None) -> FiguresFile:
    from sifund_ledger.exchange.statements.figures_file import parse_figures, read_figures
    from sifund_ledger.files import DOCUMENT, WORKBOOK

    if file != "-":
        return read_figures(file, format=file_format)
    if file_format is None:
        raise UnreadableInput([codes.FORMAT_MISSING.at("--format")])
    bound = WORKBOOK if file_format == "xlsx" else DOCUMENT
    data = bound.read(sys.stdin.buffer, "<stdin>") if sys.stdin else b""
    return parse_figures(data, format=file_format, name="<stdin>")


def _written(statement: BalanceRequirementStatement, output: Output) -> str:
    if output.format == "json":
        from sifund_ledger.exchange.statements.statement_json import statement_to_json

        return statement_to_json(statement, language=output.language, calls=output.calls)
    if output.format == "csv":
        from sifund_ledger.exchange.statements.statement_csv import statement_to_csv

        form: CsvForm = "sv" if output.language == "sv" else "canonical"
        return statement_to_csv(statement, language=output.language, form=form).replace("\r\n", "\n").rstrip("\n")
    return statement.text(output.language, output.calls)


def _explained(statement: BalanceRequirementStatement, code: str, language: Language) -> str:
    from sifund_ledger.balance.statement.explaining import explained_codes

    texts = []
    for year in statement.years:
        try:
            texts.append(str(statement.explain(code, year.year, language)))
        except Refused:
            continue
    if not texts:
        known = one_of(dict.fromkeys(each for year in statement.years for each in explained_codes(year)))
        command = "sifund balance-requirement"
        raise UnreadableInput([codes.USAGE_VALUE.at(command, parameter="--explain", wanted=known, command=command)])
    return "\n\n".join(texts)
