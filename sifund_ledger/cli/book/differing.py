"""``sifund diff``: two copies of a book, and what has changed between them."""

from __future__ import annotations

import click

from sifund_ledger.cli.books import opened
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, on_command_line, output_options


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
  sifund diff ale-2023.sifund ale.sifund -o changes.html
  sifund diff ale-2023.sifund ale.sifund -O json -o changes.json
""")  # fmt: skip
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@output_options("text", "json", "csv", "md", "html", "docx", "xlsx")
def command(old: str, new: str, output: Output) -> ExitCode:
    """Say whether NEW continues OLD, and else where they part: the records since, each with what it did, and every
    printed amount of earlier years that has changed, with the record that changed it.

    The status is 1 where NEW does not continue OLD.
    """
    from sifund_ledger.audit import compare_books
    from sifund_ledger.cli.years.reporting import report_in
    from sifund_ledger.exchange.changes_json import changes_to_json
    from sifund_ledger.report import changes_report

    with opened(old, keep_records=True) as before, opened(new, keep_records=True) as after:
        changes = compare_books(before, after)
    calls = on_command_line(new)
    if output.format == "json":
        tree = changes_to_json(changes, language=output.language, calls=calls)
        return output.deliver(tree, changes.findings, carries_findings=True)
    if output.format == "text":
        verdict = [] if output.prints else [each.text(output.language, calls) for each in changes.findings]
        made = "\n\n".join([changes.text(output.language), *verdict])
        return output.deliver(made, changes.findings)
    return output.deliver(
        report_in(changes_report(changes, language=output.language, calls=calls), output), changes.findings
    )
