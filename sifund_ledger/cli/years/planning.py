"""``sifund plan``: the years to come from expected results, by an earmark and by the result reserve."""

from __future__ import annotations

import click

from sifund_ledger.cli.books import FORMATS, opened, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.marking import mark_option
from sifund_ledger.cli.output import Output, output_options

_EPILOG = """\
\b
Examples:
  sifund plan ale.sifund expected.toml --to 2035
  sifund plan ale.sifund expected.toml --to 2028 -O csv -o plan.csv
"""


@in_swedish(
    "Åren framåt, med öronmärkning eller resultatreserv.",
    """Planera åren efter det sista som har ett resultat: resultat, reserver, underskott och deras frister, fonder,
    ramar.

    FIGURES har det som förväntas av varje år: budget och prognoser. Öronmärkning och resultatreserv står sida vid
    sida. Inget registreras; varje antagande skrivs ut.""",
    to="Planens sista år.",
)
@click.command("plan", short_help="The years to come, by an earmark or by the result reserve.", epilog=_EPILOG)
@click.argument("book", metavar="BOOK")
@click.argument("figures", metavar="[FIGURES]", required=False)
@click.option("--to", type=int, required=True, metavar="YEAR", help="The last year of the plan.")
@output_options(*FORMATS)
@mark_option("figures")
def command(book: str, figures: str | None, to: int, output: Output) -> ExitCode:
    """Plan the years after the last one with a result: results, reserves, deficits and their deadlines, funds, frames.

    FIGURES has what is expected of each year: budgets and forecasts. An earmark and the result reserve stand side by
    side. Nothing is recorded; every assumption is printed.
    """
    from sifund_ledger.exchange.statements.figures_file import read_figures

    read = read_figures(figures) if figures else None
    with opened(book) as there:
        plan = there.plan(read.years if read else (), to=to, unit=read.unit if read else "kr")
        found = read.located(plan.findings) if read else plan.findings
        text = written(plan.tables(output.language), output, title=there.entity)
        return output.deliver(text, found)
