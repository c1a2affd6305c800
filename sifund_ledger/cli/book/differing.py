"""``sifund diff``: two copies of a book, and what has changed between them."""

from __future__ import annotations

from dataclasses import replace

import click

from sifund_ledger.cli.books import opened
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Data, Output, on_command_line, output_options


@in_swedish(
    "Två kopior av en bok, och vad som har ändrats.",
    """Visa om NEW fortsätter OLD, och annars var de skiljs åt: posterna sedan dess, var och en med vad den gör, och
    varje tryckt belopp från tidigare år som har ändrats, med posten som ändrade det.

    Avslutningskoden är 1 där NEW inte fortsätter OLD.""",
)
@click.command("diff", short_help="Two copies of a book, and what has changed.", epilog="""\
\b
Examples:
  sifund diff ale-2023.sifund ale.sifund
  sifund diff ale-2023.sifund ale.sifund -O json -o changes.json
""")  # fmt: skip
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@output_options("text", "json", "csv", "html")
def command(old: str, new: str, output: Output) -> ExitCode:
    """Say whether NEW continues OLD, and else where they part: the records since, each with what it did, and every
    printed amount of earlier years that has changed, with the record that changed it.

    The status is 1 where NEW does not continue OLD.
    """
    from sifund_ledger.audit import compare_books
    from sifund_ledger.cli.books import written
    from sifund_ledger.exchange.changes_json import changes_to_json

    with opened(old, keep_records=True) as before, opened(new, keep_records=True) as after:
        changes = compare_books(before, after)
    if output.format == "json":
        tree = changes_to_json(changes, language=output.language)
        return output.deliver(tree, changes.findings, carries_findings=True)
    verdict = [each.text(output.language, on_command_line(new)) for each in changes.findings]
    made: str | Data
    if output.format == "text":
        made = "\n\n".join([changes.text(output.language), *(() if output.prints else verdict)])
    else:
        first, *others = changes.tables(output.language)
        remarks = (changes.in_brief(output.language), *verdict, *first.remarks)
        made = written([replace(first, remarks=remarks), *others], output, title=changes.entity)
    return output.deliver(made, changes.findings)
