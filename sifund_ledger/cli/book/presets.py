"""``sifund fund presets``: the policies that municipalities have had, with their sources and what they leave open."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

import click

from sifund_ledger.cli.books import FORMATS, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, output_options

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.table import Cell, Table

_WIDTH: Final = 88
_INDENT: Final = "  "


@in_swedish(
    "Riktlinjer att utgå från, och vad var och en lämnar öppet.",
    """Riktlinjer som kommuner har antagit: var och en med källa, och det som källan lämnar obestämt.

    Det obestämda väljs när fonden inrättas: sifund fund create … --policy NAMN --choose uppställning=lagens.""",
)
@click.command("presets", short_help="Policies to begin with, and what each leaves open.")
@output_options(*FORMATS)
def command(output: Output) -> ExitCode:
    """Policies that municipalities have adopted: each with its source, and what its source leaves undecided.

    What is undecided is chosen when the fund is made: sifund fund create … --policy NAME --choose presentation=strict.
    """
    table = _table(output.language)
    return output.deliver(_paragraphs(table) if output.format == "text" else written([table], output))


def _table(language: Language) -> Table:
    """A row for each policy, and one below it for each thing that it leaves to be chosen."""
    from sifund_ledger.findings import Bilingual
    from sifund_ledger.forms import Form, text
    from sifund_ledger.funds.fund.policies import PRESETS
    from sifund_ledger.funds.policy.policy import parameter_words

    form = Form("presets", Bilingual("Riktlinjer att utgå från", "Policies to begin with"), (
        text("policy", "Riktlinje", "Policy"), text("undecided", "Väljs", "To choose"),
        text("says", "Därför att", "Because"), text("source", "Källa", "Source"),
    ))  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for name, policy in PRESETS.items():
        rows.append((name, None, None, policy.source))
        rows += [("", parameter_words(each.parameter), Bilingual(each.sv, each.en), None) for each in policy.undecided]
    return form.listing(rows, language)


def _paragraphs(table: Table) -> str:
    """The table as a paragraph for each policy, as wide as a terminal is: its source, and what is to be chosen."""
    to_choose, lines = str(table.columns[1].title), [str(table.title), "─" * len(table.title)]
    for row in table.rows:
        name, parameter, because, source = (str(cell or "") for cell in row.cells)
        first, text = ("", source) if name else (f"{to_choose}: ", f"{parameter} – {because}")
        if name:
            lines += ["", name]
        lines.append(textwrap.fill(
            first + text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + " " * len(first),
            break_on_hyphens=False,
        ))  # fmt: skip
    return "\n".join(lines)
