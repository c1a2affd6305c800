"""What ends the program in other ways than a refusal (användningsfel och avbrott), as findings in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.errors import LawError, StoreUnavailable, reason_of
from sifund_ledger.findings import Bilingual, Finding, FindingCode

_NO_MEMORY: Final = Bilingual("minnet räcker inte", "there is not enough memory")
_TAKES_NONE: Final = Bilingual("tar inget värde", "takes no value")
_NEEDS_ONE: Final = Bilingual("måste ha ett värde", "needs a value")
_TOO_MUCH: Final = re.compile(r"Got unexpected extra arguments? \((.*)\)")
_NO_COMMAND: Final = re.compile(r"No such command '(.*?)'")
"""Click tells these two, in some of its versions, by their text alone."""


def finding_of(
    error: click.UsageError | click.Abort | LawError | StoreUnavailable | OSError | MemoryError,
) -> Finding:
    """What ended the program, as a finding; what was typed wrong is placed at the command."""
    if isinstance(error, click.Abort):
        return codes.INTERRUPTED.at("sifund")
    if isinstance(error, LawError):
        return codes.LAW_UNDECIDED.at("sifund", why=_in_english(error))
    if isinstance(error, StoreUnavailable):
        return codes.STORE_UNREACHABLE.at("sifund", why=_in_english(error))
    if isinstance(error, OSError | MemoryError):
        why = _NO_MEMORY if isinstance(error, MemoryError) else reason_of(error, writing=error.filename is None)
        return codes.SYSTEM_REFUSED.at(str(getattr(error, "filename", None) or "sifund"), why=why)
    code, values = _wrong_usage(error)
    command = error.ctx.command_path if error.ctx else "sifund"
    return code.at(command, command=command, **values)


def findings_of(error: click.UsageError) -> list[Finding]:
    """What was typed wrong; where something is missing, all that is.

    Click stops at the first that it misses, but reads what was typed before what was not.
    """
    if not isinstance(error, click.MissingParameter) or error.ctx is None:
        return [finding_of(error)]
    command = error.ctx.command_path
    missing = [each for each in error.ctx.command.params if each.required and each.name not in error.ctx.params]
    found = [codes.USAGE_MISSING.at(command, command=command, parameter=_name(each)) for each in missing]
    return found or [finding_of(error)]  # a command misses what it needs without another option


def given_twice(command: click.Context, arguments: Sequence[str]) -> list[Finding]:
    """The options of one value that are given several times, of which Click would take the last."""
    words = len(command.command_path.split()) - 1
    with command.scope(cleanup=False):
        command.resilient_parsing = True  # what else is wrong is found when the command is run
        _, _, typed = command.command.make_parser(command).parse_args(list(arguments[words:]))
    options = [each for each in typed if isinstance(each, click.Option) and not (each.multiple or each.is_flag)]
    counted = Counter(map(_name, options))
    return [codes.USAGE_OPTION_TWICE.at(each, option=each) for each, times in counted.items() if times > 1]


def _wrong_usage(error: click.UsageError) -> tuple[FindingCode, dict[str, Any]]:
    command = error.ctx.command if error.ctx else click.Command(None)
    if isinstance(error, click.NoSuchOption):
        known = [each.opts[-1] for each in command.params if isinstance(each, click.Option)]
        if isinstance(command, click.Group) and error.ctx:  # else it belongs to a command, which is not typed
            known = _close(error.option_name, known) or command.list_commands(error.ctx)
            return codes.USAGE_OPTION_UNKNOWN, {"option": error.option_name, "near": ", ".join(known)}
        return codes.USAGE_OPTION_UNKNOWN, {"option": error.option_name, "near": _near(error.option_name, known)}
    if isinstance(error, click.BadOptionUsage):
        needs = _NEEDS_ONE if "requires" in error.message else _TAKES_NONE
        return codes.USAGE_OPTION_VALUE, {"option": error.option_name, "needs": needs}
    if isinstance(error, click.BadParameter) and error.param is not None:
        name, wanted = _name(error.param), _wanted(error.param.type)
        if isinstance(error, click.MissingParameter):
            return codes.USAGE_MISSING, {"parameter": name}
        if wanted is not None:
            return codes.USAGE_VALUE, {"parameter": name, "wanted": wanted}
    if extra := _TOO_MUCH.match(error.message):
        return codes.USAGE_TOO_MUCH, {"arguments": extra[1]}
    if isinstance(command, click.Group) and error.ctx and (unknown := _NO_COMMAND.match(error.message)):
        near = _near(unknown[1], command.list_commands(error.ctx))
        return codes.USAGE_COMMAND_UNKNOWN, {"name": unknown[1], "near": near}
    return codes.USAGE_UNREADABLE, {"why": _in_english(error.message)}


def _in_english(reason: object) -> Bilingual:
    """A reason that somebody else gives in English alone; Swedish leaves it out."""
    return Bilingual("", f": {str(reason).rstrip('.')}")


def _near(name: str, known: Sequence[str]) -> str:
    return ", ".join(_close(name, known) or known)


def _close(name: str, known: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, known, 1)


def one_of(choices: Iterable[object]) -> Bilingual:
    """What a value must be among."""
    named = ", ".join(map(str, choices))
    return Bilingual(f"något av {named}", f"one of {named}")


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.human_readable_name.strip("[]")


def _wanted(kind: object) -> Bilingual | None:
    if isinstance(kind, click.Choice):
        return one_of(kind.choices)
    if isinstance(kind, click.IntRange):
        return Bilingual(f"ett heltal från {kind.min} till {kind.max}", f"a whole number from {kind.min} to {kind.max}")
    return Bilingual("ett heltal", "a whole number") if kind is click.INT else None
