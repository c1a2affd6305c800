"""``--mark``: what is wrong with a workbook, written into a copy of it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.help_words import MARK
from sifund_ledger.cli.output import Output
from sifund_ledger.cli.streams import require_other, require_replaceable, save_bytes
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.files import WORKBOOK, WORKBOOKS, file_bytes


def mark_option(argument: str) -> Callable[[Callable[..., ExitCode]], Callable[..., ExitCode]]:
    """Give a command ``--mark``, about the file or files that an argument of its names; below its output options."""

    def decorate(command: Callable[..., ExitCode]) -> Callable[..., ExitCode]:
        @functools.wraps(command)
        def marked(*arguments: Any, output: Output, mark: str | None = None, **given: Any) -> ExitCode:
            named = given[argument]
            files = named if isinstance(named, tuple) else (named,) if named else ()
            with marking(mark, files, output):
                return command(*arguments, output=output, **given)

        return click.option("--mark", metavar="OUT", help=MARK)(marked)

    return decorate


@contextmanager
def marking(mark: str | None, files: Sequence[str], output: Output) -> Iterator[None]:
    """Write what is refused within into a copy of the workbook, if ``--mark`` names one; then it is refused all the
    same.

    Raises ``UnreadableInput`` where the files are not one workbook.
    """
    if mark is None:
        yield
        return
    if len(files) != 1 or not files[0].lower().endswith(WORKBOOKS):
        raise UnreadableInput([codes.MARK_WITHOUT_WORKBOOK.at("--mark", count=len(files))])
    require_other(mark, files)
    require_replaceable(mark, force=False)
    try:
        yield
    except Refused as refusal:
        from sifund_ledger.exchange.template.marking import marked

        file = files[0]
        data = file_bytes(file, WORKBOOK)
        copy = marked(data, refusal.findings, file, language=output.language, calls=output.calls)
        save_bytes(copy, mark, option="--mark")
        raise
