"""What a state machine says of itself: which commands of a book it has, and which it has not."""

from __future__ import annotations

import re

from sifund_ledger.book.commands import all_commands


def assert_says_what_it_has(machine: type) -> None:
    """Its docstring names every command once: among what it has, or behind "It has not:"."""
    has, _, has_not = (machine.__doc__ or "").partition("It has not:")
    names = {command.name for command in all_commands()}
    had, left_out = (names & set(re.findall(r"\w+", part)) for part in (has, has_not))
    assert had | left_out == names
    assert not had & left_out
