"""Texts that repeat, each kept once and known by its number (textregister)."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice


class Interned(defaultdict[str, int]):
    """A table of texts in the order they were first met; its keys by position are the table.

    >>> table = Interned()
    >>> [table[text] for text in ("Löner", "Hyra", "Löner")], list(table), table.since(1)
    ([0, 1, 0], ['Löner', 'Hyra'], ['Hyra'])
    """

    def __init__(self) -> None:
        super().__init__()
        self.default_factory = self.__len__  # a new text gets the next number, and no function of Python is called

    def since(self, count: int) -> list[str]:
        """The texts beyond the first so many."""
        return [*islice(reversed(self), max(0, len(self) - count))][::-1]
