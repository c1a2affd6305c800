"""How the rows or the columns of a table add up (summering), by their codes.

A row set as a sum says so itself: it is the sum of the rows above it. What a table says beside that is declared here,
so that what rounding takes can be shown where a reader would miss it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Part(IntEnum):
    """What of an amount is a term: all of it, or only where it is above zero, or below."""

    BELOW = -1
    ALL = 0
    ABOVE = 1

    def of(self, ore: int) -> int:
        """What of an amount in öre is the term.

        >>> Part.ABOVE.of(-5), Part.BELOW.of(-5), Part.ALL.of(-5)
        (0, -5, -5)
        """
        return ore if self is Part.ALL or ore * self > 0 else 0


class Term(NamedTuple):
    """A term of a sum: the code of its row or column, 1 or −1, and what of it counts."""

    code: str
    sign: int = 1
    part: Part = Part.ALL


class Sum(NamedTuple):
    """A total by its code, and its terms. ``sign`` is −1 where the total is printed with its sign turned."""

    total: str
    terms: tuple[Term, ...]
    sign: int = 1


def sums(total: str, *terms: str, sign: int = 1) -> Sum:
    """A sum of whole amounts; the code of a term that is taken away begins with ``-``.

    >>> sums("left", "granted", "-used").terms[1]
    Term(code='used', sign=-1, part=<Part.ALL: 0>)
    """
    return Sum(total, tuple(Term(each.removeprefix("-"), -1 if each.startswith("-") else 1) for each in terms), sign)
