"""``sifund post``: record files of events, all or nothing."""

from __future__ import annotations

from contextlib import ExitStack

import click

from sifund_ledger.cli.books import opened, recorded, recording_options, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.marking import mark_option
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.progress import reading

_EPILOG = """\
\b
Examples:
  sifund post ale.sifund 2017.toml --dry-run
  sifund post ale.sifund 2017.toml --actor ekonomi
  sifund post ale.sifund mall.xlsx --dry-run --mark faults.xlsx

\b
An events file begins like this (Swedish names are read as the same):
  decision = "KF 2014-04-28 § 31"
  [[event]]
  do = "set_aside"
  fund = "social"
  amount = "10 000 000"
  result_year = 2013
"""


@in_swedish(
    "Registrera händelsefiler, allt eller inget.",
    """Registrera händelsefilers händelser i ordning: alla, eller ingen.

    En fil är TOML, JSON eller den ifyllda mallen (xlsx). En som redan är registrerad registreras inte en gång till:
    de poster som den gav visas.""",
    epilog="En händelsefil börjar så här (svenska namn läses som samma sak: beslut, händelse, gör, fond):",
)
@click.command("post", short_help="Record files of events, all or nothing.", epilog=_EPILOG)
@click.argument("book", metavar="BOOK")
@click.argument("files", nargs=-1, required=True, metavar="EVENTS…")
@recording_options
@mark_option("files")
def command(book: str, files: tuple[str, ...], actor: str, dry_run: bool, output: Output) -> ExitCode:
    """Record the events of files in order: all of them, or none.

    A file is TOML, JSON or the filled-in template (xlsx). One that has been recorded before is not recorded
    again: the records that it made are shown.
    """
    from sifund_ledger.exchange.events_file import read_events

    reading(*files)
    read = [read_events(file) for file in files]
    with opened(book, actor, writing=not dry_run) as there, ExitStack() as within:
        within.enter_context(there.preview() if dry_run else there.batch())
        records = [record for file in read for record in file.post(there)]
        if not dry_run:
            within.close()  # they are kept before they are printed
        tables = recorded(there, records, output, dry_run=dry_run)
        return output.deliver(written(tables, output), there.warnings, recorded=not dry_run)
