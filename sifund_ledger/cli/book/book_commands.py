"""The commands of a book on the command line: ``sifund fund set-aside BOOK social --amount …``, one for each.

Each is made from its declaration; a group is made when it is asked for.
"""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import Any

import click

from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.book.commands import as_typed, click_command
from sifund_ledger.cli.books import ACTOR, opened, recorded, recording_options, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.help_words import BESIDE_GROUPS, OF_GROUPS
from sifund_ledger.cli.output import Output
from sifund_ledger.errors import Refused, StoreUnavailable, UnreadableInput
from sifund_ledger.funds.project.findings import PROJECT_UNKNOWN, THE_BOOK
from sifund_ledger.ledger.commands import Command


def book_command(name: str) -> click.Command:
    """The group or the command of a name."""
    if name in OF_GROUPS:
        beside = f"\n\n{BESIDE_GROUPS[name].en}" if name in BESIDE_GROUPS else ""
        return _Group(name, help=f"{OF_GROUPS[name].en}{beside}", short_help=OF_GROUPS[name].en)
    return _made(next(each for each in all_commands() if each.cli == name))


class _Group(click.Group):
    """The commands of a book that begin with one word."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        own = [each.cli.partition(" ")[2] for each in all_commands() if each.cli.startswith(f"{self.name} ")]
        return [*own, *_BESIDE.get(self.name or "", ())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = f"{self.name} {cmd_name}"
        if place == "fund presets":
            from sifund_ledger.cli.book.presets import command

            return command
        if place == "programme show":
            from sifund_ledger.cli.book.programme import command as show

            return show
        if place == "programme compare":
            from sifund_ledger.cli.book.programme import side_by_side

            return side_by_side
        if self.name == "programme" and cmd_name in _CALCULATORS:
            from sifund_ledger.cli.book import calculating

            made: click.Command = getattr(calculating, cmd_name)
            return made
        if place in ("fund report", "project report"):
            from sifund_ledger.cli.years.reporting import OF_GROUPS as REPORTS

            return REPORTS[str(self.name)]
        if place == "fund use":  # a direct use, without a project
            return _made(command_named("use"), place)
        return next((_made(each) for each in all_commands() if each.cli == place), None)


_CALCULATORS = ("needs", "exclusion", "contract")
_BESIDE = {
    "fund": ("use", "presets", "report"), "project": ("report",), "programme": ("show", "compare", *_CALCULATORS),
}  # fmt: skip
"""What a group has beside the commands that are declared for it."""


def _made(command: type[Command], place: str = "") -> click.Command:
    run = _init if command.name == "open_entity" else partial(_run, place=place or command.cli)
    return click_command(command, run, place=place, options=recording_options)


def _run(book: str, command: Command, *, place: str, actor: str, dry_run: bool, output: Output) -> ExitCode:
    """Do a command on a book, or show what it would do."""
    with opened(book, actor, writing=not dry_run) as there:
        command = _completed(command, there)
        with there.preview() if dry_run else nullcontext():
            try:
                records = there.do(command)
            except Refused as refusal:
                return _refused(refusal, command, place, output)
            tables = recorded(there, records, output, dry_run=dry_run)
            return output.deliver(written(tables, output), there.warnings, recorded=not dry_run)


def _completed(command: Command, book: Any) -> Command:
    """A command on a project that names no fund is about the project's."""
    project = getattr(command, "project", None)
    if not project or not any(each.place.endswith(".fund") for each in command.faults):
        return command
    if project in book.projects:
        return command.completed(fund=book.projects[project].fund)
    if command.name == "use":  # others may begin a project, and then must name its fund
        raise Refused([PROJECT_UNKNOWN.at(str(project), fund=THE_BOOK, project=project)])
    return command


def _refused(refusal: Refused, command: Command, place: str, output: Output) -> ExitCode:
    if isinstance(refusal, StoreUnavailable | UnreadableInput):
        return output.refuse(refusal)
    status = ExitCode.USAGE if command.faults else ExitCode.REFUSED
    return output.fail(status, *as_typed(command, refusal.findings, place))


def _init(book: str, command: Any, *, actor: str, dry_run: bool, output: Output) -> ExitCode:
    """Make a new book, whose first record says whose it is."""
    from sifund_ledger.store.opening import open_book

    if command.faults or not actor.strip():
        missing = () if actor.strip() else (codes.ACTOR_NOT_GIVEN.at("--actor", variable=ACTOR),)
        raise UnreadableInput([*as_typed(command, command.faults, command.cli), *missing])
    about = {"entity_kind": command.entity_kind, "organisation_number": command.organisation_number}
    with open_book(None if dry_run else book, create=command.entity, actor=actor, **about) as made:
        tables = recorded(made, tuple(made.records()), output, dry_run=dry_run)
        return output.deliver(written(tables, output), made.warnings, recorded=not dry_run)
