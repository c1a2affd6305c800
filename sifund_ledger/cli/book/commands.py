"""A command of a book as a command of ``sifund``: its options are its fields, read as a file's are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import click

from sifund_ledger.amounts import Unit
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.help_words import OF_COMMANDS
from sifund_ledger.cli.typed import TYPED
from sifund_ledger.exchange.structured.documents import format_of, parse_document, read_bytes
from sifund_ledger.fields.declared import Field
from sifund_ledger.fields.findings import FIELD_MISSING
from sifund_ledger.fields.kinds import AMOUNT, FLAG, Setting
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.commands import Command

_NUMBERED = ("seq", "year")
_OF_FIELD = re.compile(r"(\w+)\.(\w+)(.*)", re.DOTALL)
Options = Callable[[Callable[..., Any]], Callable[..., Any]]


def click_command(
    command: type[Command], run: Callable[..., Any], *, place: str = "", options: Options = lambda call: call
) -> click.Command:
    """The click command: ``BOOK``, what the command is about, and an option for each other field.

    ``run`` is given the book, the command, and what ``options``, a decorator, add. ``place`` is where it stands on the
    command line, if not where the command says. What is missing or cannot be read is reported when it is done, with
    everything else.
    """

    def call(book: str, unit: Unit, **given: Any) -> Any:
        values: dict[str, Any] = {}
        for field in fields:
            text = given.pop(field.name)
            if text is not None and text != ():
                values[field.name] = _value(field, text)
        return run(book, command.read(values, place=command.name, setting=Setting(unit)), **given)

    group, _, last = (place or command.cli).rpartition(" ")
    fields = [field for field in command.fields() if not place or field.name != "project"]
    about = positional(command, group)
    params: list[click.Parameter] = [click.Argument(["book"])]
    params += [click.Argument([each.name], required=False) if each in about else _option(each) for each in fields]
    params.append(click.Option(["--unit"], type=click.Choice(["kr", "tkr", "mkr"]), default="kr", help="Of amounts."))
    shared = options(call)
    params += reversed(getattr(shared, "__click_params__", []))
    does = OF_COMMANDS.get(command.name) or Bilingual(command.sv, (command.__doc__ or "").partition("\n")[0])
    epilog = f"\b\nExamples:\n  {_example(place or command.cli, fields, about)}\n"
    made = click.Command(last, callback=shared, params=params, help=does.en, short_help=does.en, epilog=epilog)
    helps = {field.help.en: field.help.sv or field.words.sv for field in fields}
    made.in_swedish = {**helps, does.en: does.sv}  # type: ignore[attr-defined]  # for the help in Swedish
    return made


def positional(command: type[Command], group: str) -> list[Field]:
    """What stands without an option behind the book: what the group is about, or a record's number, or a year."""
    fields = command.fields()
    return [each for each in fields if each.name == group or (each is fields[0] and each.name in _NUMBERED)]


def _value(field: Field, text: Any) -> Any:
    """What a file would have for what is typed: several options are one value, and a policy may be a file's name."""
    if field.kind.parts:
        return field.kind.parts(text if field.kind.repeated else [text])
    if field.name == "policy" and text.lower().endswith((".toml", ".json")):
        return parse_document(read_bytes(text), format=format_of(text), name=text).tree
    return text


def _option(field: Field) -> click.Option:
    flag = field.kind is FLAG
    text = f"{field.help.en} (required)" if field.required else field.help.en
    name = _option_name(field.name)
    if flag and field.default is None:  # left out it is not stated, which is neither yes nor no
        name = f"{name}/--no{name[1:]}"
    return click.Option(
        [name, field.name], is_flag=flag, default=None, help=text.strip(),
        multiple=field.kind.repeated, metavar=None if flag else field.kind.name.upper(),
    )  # fmt: skip


def _example(place: str, fields: Sequence[Field], about: Sequence[Field]) -> str:
    """The command with what it must have, as it is typed; with an amount where it must have one of several."""
    words = ["sifund", place, "kommunen.sifund", *(_typed(each) for each in fields if each in about)]
    options = [each for each in fields if each.required and each not in about]
    options = options or [each for each in fields if each.kind is AMOUNT][:1]
    words += [f"{_option_name(each.name)} {_typed(each)}" for each in options]
    return " ".join(words)


def _typed(field: Field) -> str:
    """A field's example as it is typed: ``Skola:2017=100`` for what a file has as a table."""
    typed = field.kind.typed()
    return typed if re.fullmatch(r"[\w.-]+", typed) else f'"{typed}"'


def _option_name(field: str) -> str:
    return f"--{field.replace('_', '-')}"


def as_typed(command: Command, findings: Iterable[Finding], place: str) -> Iterator[Finding]:
    """Findings about a command's fields with their places as they are typed: ``--amount`` for ``set_aside.amount``."""
    path, about = f"sifund {place}", positional(type(command), place.rpartition(" ")[0])
    typed = {each.name: each.name.upper() if each in about else _option_name(each.name) for each in command.fields()}
    for finding in findings:
        match = _OF_FIELD.fullmatch(finding.place)
        field = match[2] if match and match[1] == command.name and match[2] in typed else ""
        if match and field and not match[3] and finding.kind is FIELD_MISSING:
            yield codes.USAGE_MISSING.at(path, parameter=typed[field], command=path)
        elif match and field:
            # What is missing within a value is not on the command line: its message names it.
            within = match[3].rpartition(".")[0] if finding.kind is FIELD_MISSING else match[3]
            yield finding.at_place((typed[field] + within.removeprefix("[1]")).rstrip()).in_file(TYPED)
        else:
            yield finding
