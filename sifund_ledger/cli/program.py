"""The program ``sifund``: which commands there are, and how each ends."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Final

import click

from sifund_ledger import __version__
from sifund_ledger.cli import asked, language_of
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.faults import finding_of
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.streams import OutputClosed, use_utf8
from sifund_ledger.errors import LawError, Refused, StoreUnavailable

COMMANDS: Final = {
    "demo": "sifund_ledger.cli.demo",
    "balance-requirement": "sifund_ledger.cli.balance_requirement",
    "import": "sifund_ledger.cli.importing",
    "export": "sifund_ledger.cli.exporting",
    "law": "sifund_ledger.cli.law",
    "explain": "sifund_ledger.explain",
}
"""Each command and the module whose ``command`` it is; a module is imported when its command is asked for."""

_EPILOG = """\
\b
Examples:
  sifund demo
  sifund balance-requirement figures.toml
  sifund balance-requirement figures.toml -O json -o statement.json
  sifund balance-requirement figures.toml --explain to_restore
  sifund explain FUND_UNKNOWN

\b
Exit status: 0 done, 1 done with errors found (with --strict also
warnings), 2 refused and nothing changed, 3 wrong usage or unreadable
input, 4 store not reachable or locked.
"""


class Program(click.Group):
    """The commands by name, imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Program, name="sifund", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sifund")
def program() -> None:
    """Earmarked equity and the balance requirement of Swedish municipalities and regions.

    Öronmärkt eget kapital och balanskravsutredning för kommuner och regioner.
    """


def run(arguments: Sequence[str]) -> int:
    """Run the program; every way it can end is one of :class:`~sifund_ledger.cli.exit_codes.ExitCode`."""
    use_utf8()
    try:
        return _run(arguments)
    except OutputClosed:
        return ExitCode.OUTPUT_CLOSED


def _run(arguments: Sequence[str]) -> int:
    output = Output(asked(arguments, "-O"), language_of(arguments))
    try:
        code = program.main(list(arguments), prog_name="sifund", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return ExitCode.USAGE
    except click.UsageError as error:
        return output.fail(ExitCode.USAGE, finding_of(error))
    except click.Abort as error:
        return output.fail(ExitCode.INTERRUPTED, finding_of(error))
    except LawError as error:
        return output.fail(ExitCode.REFUSED, finding_of(error))
    except (Refused, StoreUnavailable) as refusal:
        return output.refuse(refusal)
    return int(code or ExitCode.DONE)
