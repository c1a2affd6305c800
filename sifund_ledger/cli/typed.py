"""What is typed as an option and cannot be read (felskrivet alternativ): wrong usage, placed at the option."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.findings import FindingCode
from sifund_ledger.wording import InFile

TYPED: Final = InFile("option")
"""Marks what is found of an option: examples are written as they are typed."""


@contextmanager
def options_read(*rules: FindingCode, **others: str) -> Iterator[None]:
    """Read values of the options of the command that runs.

    What is refused is placed at the option of its name, or at that among ``others``: as
    :class:`~sifund_ledger.errors.UnreadableInput`, unless one of the ``rules`` refuses values that could be read.
    """
    try:
        yield
    except Refused as refusal:
        given = click.get_current_context().command.params
        options = {**{str(each.name): each.opts[-1] for each in given}, **others}
        found = []
        for finding in refusal.findings:
            name, dot, rest = finding.place.partition(".")
            option = options.get(finding.place) or (f"{options[name]}{dot}{rest}" if name in options else finding.place)
            found.append(finding.at_place(option).in_file(TYPED))
        raise (Refused if any(each.kind in rules for each in found) else UnreadableInput)(found) from None


def require_checkpoints(*checkpoints: str, option: str = "--checkpoint") -> None:
    """Raise :class:`~sifund_ledger.errors.UnreadableInput` for one of an option that cannot be read."""
    from sifund_ledger.ledger.journal.chain import Checkpoint

    with options_read(checkpoint=option):
        for text in checkpoints:
            Checkpoint.parse(text)
