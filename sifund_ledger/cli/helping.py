"""The help of a command, in Swedish or English (hjälp): by ``--lang``, else by the language of the environment."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import TypeVar

import click

from sifund_ledger.amounts import Language
from sifund_ledger.cli import asked
from sifund_ledger.cli.help_words import FIXED, IN_SWEDISH

_Command = TypeVar("_Command", bound=click.Command)
_OPTIONS = ("-h", "--help")
_REQUIRED = " (required)"


def help_language(arguments: Sequence[str]) -> Language:
    """The language that ``--lang`` asks for, else that of the locale, else English."""
    given = asked(arguments, "--lang")
    if given in ("sv", "en"):
        return "sv" if given == "sv" else "en"
    locale = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    return "sv" if locale.startswith("sv") else "en"


def wanted(program: click.Group, arguments: Sequence[str]) -> click.Context | None:
    """The command whose help is asked for, with what stands before it; ``None`` where no help is asked for."""
    return command_of(program, arguments) if any(word in _OPTIONS for word in arguments) else None


def command_of(program: click.Group, arguments: Sequence[str]) -> click.Context:
    """The command that is typed, with what stands before it."""
    context = click.Context(program, info_name="sifund", **program.context_settings)
    for word in arguments:
        if not isinstance(context.command, click.Group):
            break
        found = context.command.get_command(context, word)
        if found is None:
            break
        context = click.Context(found, parent=context, info_name=word)
    return context


def help_text(context: click.Context, language: Language) -> str:
    """The help of a context's command."""
    if language == "en":
        return context.command.get_help(context)
    text = _swedish(context.command).get_help(context)
    for english, swedish in FIXED:
        text = text.replace(english, swedish)
    return text


def in_swedish(short: str, text: str = "", epilog: str = "", **options: str) -> Callable[[_Command], _Command]:
    """Give a command its help in Swedish beside the English: in short, paragraph by paragraph, each option by its name.

    ``epilog`` is the line above what the last part of its epilog shows. What commands share is in ``help_words``.
    """

    def keep(command: _Command) -> _Command:
        shown = (command.epilog or "").split("\n\n")[-1].removeprefix("\b\n").partition("\n")[0]
        known = {command.short_help: short, shown: epilog}
        known |= zip(_paragraphs(command.help), _paragraphs(text), strict=False)
        command.in_swedish = {key: each for key, each in known.items() if each}  # type: ignore[attr-defined]
        command.options_in_swedish = options  # type: ignore[attr-defined]  # two may have the same help in English
        return command

    return keep


def _paragraphs(text: str | None) -> list[str]:
    return [_plain(each) for each in (text or "").split("\n\n")]


def _plain(paragraph: str) -> str:
    return " ".join(paragraph.replace("\b", "").split())


def _swedish(command: click.Command) -> click.Command:
    """The command with its help in Swedish; what has none stays as it is."""
    swedish, known = copy(command), {**IN_SWEDISH, **getattr(command, "in_swedish", {})}
    swedish.help, swedish.short_help, swedish.epilog = (
        _text(getattr(command, name), known) for name in ("help", "short_help", "epilog")
    )
    by_name = getattr(command, "options_in_swedish", {})
    swedish.params = [_parameter(each, known, by_name) for each in command.params]
    if isinstance(swedish, click.Group) and isinstance(command, click.Group):
        inner = command.get_command

        def get_command(context: click.Context, name: str) -> click.Command | None:
            found = inner(context, name)
            return None if found is None else _swedish(found)

        swedish.get_command = get_command  # type: ignore[method-assign,assignment]  # of this copy alone
    return swedish


def _parameter(parameter: click.Parameter, known: Mapping[str, str], by_name: Mapping[str, str]) -> click.Parameter:
    swedish = copy(parameter)
    if isinstance(swedish, click.Option):
        swedish.help = by_name.get(swedish.name or "") or _text(swedish.help, known)
    return swedish


def _text(text: str | None, known: Mapping[str, str]) -> str | None:
    """A help text in Swedish, paragraph by paragraph; one that is laid out may have its first line alone."""
    if text is None:
        return None
    from textwrap import fill

    paragraphs = []
    for paragraph in text.split("\n\n"):
        plain = _plain(paragraph)
        head, *rest = paragraph.removeprefix("\b\n").split("\n")
        if plain in known:
            paragraph = known[plain] if "\b" not in paragraph else f"\b\n{fill(known[plain], 70)}"
        elif head in known:
            paragraph = "\n".join(("\b", known[head], *rest))
        elif plain.endswith(_REQUIRED):
            paragraph = known.get(plain.removesuffix(_REQUIRED), plain.removesuffix(_REQUIRED)) + _REQUIRED
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)
