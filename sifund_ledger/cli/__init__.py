"""The command ``sifund``: parses, calls, prints; it has no rules of its own.

``program`` finds a command by name and loads it when it is called; ``output`` writes files whole or not at all. To
add a command, write its module and name it in ``program.COMMANDS``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.findings import Finding

_EXTRA = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``sifund`` with the arguments given, or the process's own; the exit status is returned.

    0 done, 1 done with errors found, 2 refused, 3 wrong usage or unreadable input, 4 store not available. Where what
    the command line needs is not installed, it says how to get it.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        from sifund_ledger.cli.program import run

        return run(given)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        print(not_installed(error).text(language_of(given)), file=sys.stderr)
        return 3


def not_installed(error: ModuleNotFoundError) -> Finding:
    """What the command line needs and does not find."""
    from sifund_ledger.cli.findings import COMMAND_LINE_NOT_INSTALLED

    return COMMAND_LINE_NOT_INSTALLED.at("sifund", package=error.name)


def language_of(arguments: Sequence[str]) -> Language:
    """The language that the arguments ask for, where they have not been parsed."""
    return "en" if asked(arguments, "--lang") == "en" else "sv"


def asked(arguments: Sequence[str], option: str) -> str:
    """What an option is given, where the arguments have not been parsed; empty if it is not given.

    >>> asked(["law", "--lang=en"], "--lang"), asked(["-O", "json"], "-O"), asked(["--lang"], "--lang")
    ('en', 'json', '')
    """
    pairs = pairwise([*arguments, ""])
    values = (word.removeprefix(option).lstrip("=") or after for word, after in pairs if word.startswith(option))
    return next(values, "")
