"""The command ``sifund``: parses, calls, prints; it has no rules of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_EXTRA = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``sifund`` with the arguments given, or the process's own; the exit status is returned.

    0 done, 1 done with errors found, 2 refused, 3 wrong usage or unreadable input, 4 store not available. Where what
    the command line needs is not installed, it says how to get it.
    """
    try:
        from sifund_ledger.cli.program import run

        return run(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        print(
            f"sifund: COMMAND_LINE_NOT_INSTALLED: the command line needs {error.name}, which is not installed.\n"
            "  remedy: pip install 'sifund-ledger[cli]'",
            file=sys.stderr,
        )
        return 3
