"""The program ``sifund``: which commands there are, and how each ends."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Final

import click

from sifund_ledger import __version__
from sifund_ledger.cli import asked, language_of
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.faults import finding_of, findings_of, given_twice
from sifund_ledger.cli.helping import command_of, help_language, help_text, wanted
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.progress import progress
from sifund_ledger.cli.streams import OutputClosed, OutputFailed, print_error, print_out, use_utf8
from sifund_ledger.errors import LawError, Refused, StoreUnavailable, UnreadableInput

COMMANDS: Final = {
    "demo": "sifund_ledger.cli.demo.command",
    "balance-requirement": "sifund_ledger.cli.interchange.balance_requirement",
    "import": "sifund_ledger.cli.interchange.importing",
    "export": "sifund_ledger.cli.interchange.exporting",
    "law": "sifund_ledger.cli.law.law",
    "explain": "sifund_ledger.explain",
    "post": "sifund_ledger.cli.book.posting",
    "show": "sifund_ledger.cli.book.looking:show",
    "list": "sifund_ledger.cli.book.listing:list_of",
    "log": "sifund_ledger.cli.book.listing:log",
    "due": "sifund_ledger.cli.book.listing:due",
    "frames": "sifund_ledger.cli.book.listing:frames",
    "stats": "sifund_ledger.cli.book.listing:stats",
    "verify": "sifund_ledger.cli.book.keeping:verify",
    "audit": "sifund_ledger.cli.book.auditing:audit",
    "diff": "sifund_ledger.cli.book.differing",
    "backup": "sifund_ledger.cli.book.keeping:backup",
    "recover": "sifund_ledger.cli.book.keeping:recover",
    "dump": "sifund_ledger.cli.book.dumping:dump",
    "restore": "sifund_ledger.cli.book.dumping:restore",
    "checkpoint": "sifund_ledger.cli.book.keeping:checkpoint",
    "database": "sifund_ledger.cli.book.keeping:database",
    "year-end": "sifund_ledger.cli.years.year_end",
    "report": "sifund_ledger.cli.years.reporting",
    "interim": "sifund_ledger.cli.years.within_year:interim",
    "budget": "sifund_ledger.cli.years.within_year:budget",
    "plan": "sifund_ledger.cli.years.planning",
    "compare": "sifund_ledger.cli.years.comparing",
}
"""Each command and where it is, the ``command`` of a module if nothing else; it is imported when it is asked for."""
OF_BOOKS: Final = (
    "init",
    "equity",
    "fund",
    "project",
    "programme",
    "goal",
    "board",
    "decision",
    "correct",
    "redact",
    "hand-over",
    "reopen",
    "close",
)
"""The commands that are made from those of a book."""

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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if twice := given_twice(command_of(self, args), args):
            raise UnreadableInput(twice)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS, *OF_BOOKS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in OF_BOOKS:
            from sifund_ledger.cli.book.book_commands import book_command

            return book_command(cmd_name)
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), attribute or "command")
        assert isinstance(command, click.Command)
        return command


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        print_out(f"sifund, version {__version__}")
        context.exit()


@click.group(
    cls=Program, name="sifund", epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)  # fmt: skip
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def program(context: click.Context) -> ExitCode | None:
    """Earmarked equity and the balance requirement of Swedish municipalities and regions.

    Alone, in a folder with books, it shows what state each is in and what comes next.
    """
    if context.invoked_subcommand is not None:
        return None
    from sifund_ledger.cli.book.state import books_here, print_state

    books = books_here()
    if not books:
        raise click.exceptions.NoArgsIsHelpError(context)
    return print_state(*books)


def run(arguments: Sequence[str]) -> int:
    """Run the program; every way it can end is one of :class:`~sifund_ledger.cli.exit_codes.ExitCode`."""
    use_utf8()
    output = Output(asked(arguments, "-O"), language_of(arguments))
    try:
        return _run(arguments, output)
    except OutputClosed:
        return ExitCode.OUTPUT_CLOSED
    except OutputFailed as failed:
        return output.refuse(failed)
    except (OSError, MemoryError) as error:
        return output.fail(ExitCode.UNAVAILABLE, finding_of(error))


def _run(arguments: Sequence[str], output: Output) -> int:
    if about := wanted(program, arguments):
        print_out(help_text(about, help_language(arguments)))
        return ExitCode.DONE
    try:
        with progress(_spoken(arguments), output.language):
            code = program.main(list(arguments), prog_name="sifund", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        print_error(help_text(error.ctx, help_language(arguments)) if error.ctx else error.format_message())
        return ExitCode.USAGE
    except click.UsageError as error:
        error.ctx = error.ctx or command_of(program, arguments)  # an option without its value does not say whose it is
        return output.fail(ExitCode.USAGE, *findings_of(error))
    except click.Abort as error:
        return output.fail(ExitCode.INTERRUPTED, finding_of(error))
    except LawError as error:
        return output.fail(ExitCode.REFUSED, finding_of(error))
    except (Refused, StoreUnavailable) as refusal:
        return output.refuse(refusal)
    return int(code or ExitCode.DONE)


def _spoken(arguments: Sequence[str]) -> str:
    """The command as it is typed, without what it is about.

    >>> _spoken(["fund", "set-aside", "ale.sifund"]), _spoken(["year-end", "ale.sifund"]), _spoken([])
    ('sifund fund set-aside', 'sifund year-end', 'sifund')
    """
    words: list[str] = []
    group: click.Command | None = program
    for word in arguments:
        group = group.get_command(click.Context(group), word) if isinstance(group, click.Group) else None
        if group is None:
            break
        words.append(word)
    return " ".join(["sifund", *words])
