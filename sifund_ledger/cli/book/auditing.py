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
    printed="En tabell som den är tryckt: text, CSV eller arbetsbok. Med en bok jämförs den också med boken.",
    unit="Tabellens enhet, om den inte säger den.",
    year="Tabellens år, om den inte säger det.",
)
@click.command("audit", short_help="Audit a book: every check, with its evidence.", epilog="""\
\b
Examples:
  sifund audit ale.sifund
  sifund audit ale.sifund --checkpoint 12:0123456789abcdef
  sifund audit ale.sifund --tier always -O json -o granskning.json
  sifund audit --printed malmo-2015.txt
  sifund audit ale.sifund --printed arsredovisning.csv
""")  # fmt: skip
@click.argument("book", metavar="BOOK", required=False)
@click.option("--checkpoint", "checkpoints", multiple=True, metavar="HASH", help="One that stands on a report.")
@click.option(
    "--tier", type=click.Choice(["always", "strict", "full"]), default="full",
    help="How much: the records; every command decided again; the years and the funds too.",
)  # fmt: skip
@click.option(
    "--printed", metavar="FILE",
    help="A table as it is printed: text, CSV or a workbook. With a book it is compared with that too.",
)  # fmt: skip
@click.option("--unit", type=click.Choice(["kr", "tkr", "mkr"]), help="Of the printed table, where it does not say it.")
@click.option("--year", type=int, help="Of the printed table, where it does not say it.")
@output_options("text", "json")
def audit(
    book: str | None, checkpoints: tuple[str, ...], tier: Any, printed: str | None, unit: Any, year: int | None,
    output: Output,
) -> ExitCode:  # fmt: skip
    """Audit a book: the chain, every command decided again, the years, the funds and the statements.

    Nothing is recorded. The status is 1 where anything but a note is found.
    """
    if printed is not None:
        return _printed(printed, book, unit, year, output)
    if book is None:
        ctx = click.get_current_context()
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
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


def _printed(path: str, book: str | None, unit: Any, year: int | None, output: Output) -> ExitCode:
    """The audit of a printed table, beside a book where one is named."""
    from sifund_ledger.audit.printed import audit_printed
    from sifund_ledger.cli.books import opened
    from sifund_ledger.exchange.printed_files import read_printed
    from sifund_ledger.exchange.printed_json import printed_to_json

    page = read_printed(path, unit=unit, year=year)
    if book is None:
        report = audit_printed(page, name=path)
    else:
        with opened(book) as there:
            report = audit_printed(page, name=path, book=there)
    calls, language = on_command_line(output.book or "BOOK"), output.language
    if output.format == "json":
        text = printed_to_json(report, language=language)
    else:
        text = report.summary(language) if output.prints else report.text(language, calls)
    carries = output.format == "json" or not output.prints
    return replace(output, strict=True).deliver(text, report.findings, carries_findings=carries)
