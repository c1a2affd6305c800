"""``sifund export``: year-end vouchers as SIE 4I or CSV, and a general ledger as hledger text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.streams import print_finding, save, save_bytes

_EPILOG = """\
\b
Examples:
  sifund export sie book.sifund 2013 --mapping mapping.toml --register exported.txt -o 2013.si
  sifund export csv book.sifund 2013 --mapping mapping.toml --register exported.txt -o 2013.csv
  sifund export hledger 2022.se 2023.se --year 2023 -o 2023.journal
"""


@click.group("export", short_help="Vouchers out (SIE, CSV); a ledger as hledger text.", epilog=_EPILOG)
def command() -> None:
    """Write files that other systems read."""


def _vouchers(
    book: str, year: int, mapping: str, register: str, *, only_new: bool, sie: bool, output: Output
) -> ExitCode:
    from sifund_ledger.exchange.sie import sie_bytes
    from sifund_ledger.exchange.sie.reading import file_bytes
    from sifund_ledger.exchange.voucher_export import export_vouchers, parse_mapping
    from sifund_ledger.store.opening import open_book

    if output.out in (None, "-"):
        raise click.UsageError("Say with -o where the vouchers go; they go out once.")
    chosen = parse_mapping(file_bytes(mapping).decode("utf-8", "replace"), Path(mapping).name)
    before = file_bytes(register).decode("utf-8").splitlines() if Path(register).exists() else []
    with open_book(book) as opened:
        export = export_vouchers(
            opened.records(), year, chosen, entity=opened.entity, exported=before, only_new=only_new
        )
    inputs, out = (book, mapping, register), str(output.out)
    if sie:
        data, findings = sie_bytes(export.document(generated=date.today()), strict=output.strict)  # noqa: DTZ011
        save_bytes(data, out, inputs=inputs)
        for finding in findings:
            print_finding(finding, output.language)
    else:
        save(export.csv("sv" if output.format == "sv" else "international"), out, inputs=inputs)
    save("".join(f"{mark}\n" for mark in (*before, *export.marks)), register)
    return ExitCode.DONE


def _voucher_command(name: str, help_text: str, *formats: str) -> None:
    @command.command(name, help=help_text)
    @click.argument("book", metavar="BOOK")
    @click.argument("year", type=int)
    @click.option("--mapping", required=True, metavar="FILE", help="Which accounts stand for ours (TOML).")
    @click.option("--register", required=True, metavar="FILE", help="What has gone out; made when it is not there.")
    @click.option("--only-new", is_flag=True, help="Leave out what has gone out before, instead of refusing.")
    @output_options(*formats)
    def _command(book: str, year: int, mapping: str, register: str, only_new: bool, output: Output) -> ExitCode:
        return _vouchers(book, year, mapping, register, only_new=only_new, sie=name == "sie", output=output)


_voucher_command("sie", "The year's earmark entries as vouchers to import, SIE 4I.", "sie")
_voucher_command(
    "csv", "The year's earmark entries as CSV, in Swedish or international number form.", "sv", "international"
)


@command.command("hledger")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--year", type=int, help="The fiscal year; the last one if left out.")
@output_options("hledger")
def _hledger(files: tuple[str, ...], year: int | None, output: Output) -> ExitCode:
    """A general ledger (SIE, CSV) as hledger text, so that hledger can recompute its balances."""
    from sifund_ledger.exchange.general_ledger import read_general_ledger
    from sifund_ledger.exchange.hledger import to_hledger

    ledger = read_general_ledger(*files)
    return output.deliver(to_hledger(ledger, year).rstrip("\n"), ledger.findings, inputs=files)
