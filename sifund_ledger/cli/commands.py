"""A command of a book as a command of ``sifund``: its options are its fields, read as a file's are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from sifund_ledger.amounts import Unit
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.kinds import FLAG, Setting
from sifund_ledger.ledger.commands import Command

_NUMBERED = ("seq", "year")


def click_command(command: type[Command], run: Callable[[str, Command], Any]) -> click.Command:
    """The click command: ``BOOK``, what the command is about, and an option for each other field.

    ``run`` is given the book and the command. What is missing or cannot be read is told when that is done, with
    everything else.
    """

    def call(book: str, unit: Unit, **given: Any) -> Any:
        values = {}
        for field in fields:
            text = given[field.name]
            if text is not None and text != ():
                values[field.name] = field.kind.parts(text) if field.kind.parts and field.kind.repeated else text
        return run(book, command.read(values, place=command.name, setting=Setting(unit)))

    fields = command.fields()
    group, _, last = command.cli.rpartition(" ")
    about = [each for each in fields if each.name == group or (each is fields[0] and each.name in _NUMBERED)]
    params: list[click.Parameter] = [click.Argument(["book"])]
    params += [click.Argument([field.name], required=False) if field in about else _option(field) for field in fields]
    params.append(click.Option(["--unit"], type=click.Choice(["kr", "tkr", "mkr"]), default="kr", help="Of amounts."))
    doc = (command.__doc__ or "").partition("\n")[0]
    return click.Command(last, callback=call, params=params, help=doc)


def _option(field: Field) -> click.Option:
    flag = field.kind is FLAG
    text = f"{field.help.en} (required)" if field.required else field.help.en
    name = f"--{field.name.replace('_', '-')}"
    return click.Option(
        [name, field.name], is_flag=flag, default=None, help=text.strip(), multiple=field.kind.repeated,
        metavar=None if flag else field.kind.name.upper(),
    )  # fmt: skip
