"""``sifund audit``: every check of a book, with the evidence of what it finds."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import Any

import click

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, on_command_line, output_options
from sifund_ledger.cli.progress import reading


@in_swedish(
    "Granska en bok: varje moment, med bevis.",
    """Granska en bok: kedjan, kommandona prövade om, åren, fonderna och utredningarna.

    Inget registreras. Avslutningskoden är 1 där något annat än en upplysning hittas.""",
    checkpoints="En som står på en rapport.",
    tier="Hur mycket: posterna; kommandona prövade om; åren och fonderna också.",
)
@click.command("audit", short_help="Audit a book: every check, with its evidence.", epilog="""\
\b
Examples:
  sifund audit ale.sifund
  sifund audit ale.sifund --checkpoint 12:0123456789abcdef
  sifund audit ale.sifund --tier always -O json -o granskning.json
""")  # fmt: skip
@click.argument("book", metavar="BOOK")
@click.option("--checkpoint", "checkpoints", multiple=True, metavar="HASH", help="One that stands on a report.")
@click.option(
    "--tier", type=click.Choice(["always", "strict", "full"]), default="full",
    help="How much: the records; every command decided again; the years and the funds too.",
)  # fmt: skip
@output_options("text", "json")
def audit(book: str, checkpoints: tuple[str, ...], tier: Any, output: Output) -> ExitCode:
    """Audit a book: the chain, every command decided again, the years, the funds and the statements.

    Nothing is recorded. The status is 1 where anything but a note is found.
    """
    from sifund_ledger.audit import audit as run_audit
    from sifund_ledger.exchange.audit_json import audit_to_json
    from sifund_ledger.store.opening import open_store

    reading(book)
    with closing(open_store(book)) as store:
        report = run_audit(store, checkpoints=checkpoints, tier=tier)
    calls, language = on_command_line(output.book), output.language
    if output.format == "json":
        text = audit_to_json(report, language=language)
    else:
        text = report.summary(language) if output.prints else report.text(language, calls)
    findings = [each.finding for each in report.findings]
    carries = output.format == "json" or not output.prints
    return replace(output, strict=True).deliver(text, findings, carries_findings=carries)
