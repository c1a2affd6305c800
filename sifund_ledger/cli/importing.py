"""``sifund import``: read a general ledger from SIE or CSV, and propose the year's figures from it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Output, output_options

if TYPE_CHECKING:
    from sifund_ledger.findings import Finding
    from sifund_ledger.general import GeneralLedger, ProposedFigures

_EPILOG = """\
\b
Examples:
  sifund import sie 2022.se 2023.se
  sifund import sie 2023.se --roles roles.toml
  sifund import csv journal.csv -O csv -o balances.csv
"""


@click.command("import", short_help="Read a general ledger from SIE or CSV.", epilog=_EPILOG)
@click.argument("kind", type=click.Choice(("sie", "csv")))
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--year", type=int, help="The fiscal year; the last one if left out.")
@click.option("--roles", metavar="FILE", help="The municipality's account roles (TOML): propose the year's figures.")
@output_options("text", "csv")
def command(kind: str, files: tuple[str, ...], year: int | None, roles: str | None, output: Output) -> ExitCode:
    """Read the municipality's own general ledger, and tell what is in it and what is wrong with it.

    Files of several years or systems are read as one ledger. Nothing is recorded. CSV prints the balances.
    """
    from sifund_ledger.exchange.general_ledger import read_general_ledger
    from sifund_ledger.exchange.sie.reading import file_bytes
    from sifund_ledger.general import parse_roles, propose_figures

    if kind == "csv" and not all(file.lower().endswith(".csv") for file in files):
        raise click.UsageError("import csv reads files whose names end in .csv.")
    chosen = parse_roles(file_bytes(roles).decode("utf-8", "replace"), Path(roles).name) if roles else None
    ledger = read_general_ledger(*files)
    findings: tuple[Finding, ...] = ledger.findings
    if output.format == "csv":
        return output.deliver(_balances(ledger, year).rstrip("\r\n"), findings, inputs=files)
    text = _summary(ledger, year)
    if chosen is not None:
        proposed = propose_figures(ledger, chosen, year)
        text += "\n\n" + _figures(proposed)
        findings += proposed.findings
    return output.deliver(text, findings, inputs=files)


def _summary(ledger: GeneralLedger, year: int | None) -> str:
    from sifund_ledger.table import Row, Table

    years = ledger.years if year is None else (year,)
    rows = [Row((str(each), ledger.net_result(each), sum(ledger.balances(each).values()))) for each in years]
    told = f"{ledger.vouchers} verifikationer, {ledger.rows} rader, {len(ledger.accounts)} konton"
    return str(Table("Huvudbok", ("", "Årets resultat", "Summa saldon"), tuple(rows), (told,)))


def _figures(proposed: ProposedFigures) -> str:
    from sifund_ledger.table import Row, Table

    rows = [
        Row((each.key, each.ore, ", ".join(number for number, _ in each.accounts[:6])))
        for each in proposed.figures
        if each.ore is not None
    ]
    rows += [
        Row((f"earmark: {each.key}", each.ore, ", ".join(n for n, _ in each.accounts))) for each in proposed.earmarks
    ]
    rows += [Row((f"project: {each.key}", each.ore, "")) for each in proposed.projects]
    return str(Table(f"Förslag till uppgifter {proposed.year}", ("", "Belopp", "Konton"), tuple(rows)))


def _balances(ledger: GeneralLedger, year: int | None) -> str:
    from sifund_ledger.exchange.statement_csv import guarded
    from sifund_ledger.money import canonical_amount

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("account", "name", "type", "balance"))
    for number, ore in sorted(ledger.balances(year).items()):
        account = ledger.accounts[number]
        writer.writerow((guarded(number), guarded(account.name), account.kind, canonical_amount(ore)))
    return out.getvalue()
