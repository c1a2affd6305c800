"""Columns of texts read strictly, many at a time: whole numbers, amounts, digests, and whatever repeats itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import neg
from typing import TypeVar

from sifund_ledger.ledger.fields import Undecodable

_Value = TypeVar("_Value")


def read_each(read: Callable[[str], _Value], column: Sequence[str]) -> Iterator[_Value]:
    """What each text of a column stands for, read once for each text that occurs."""
    values = {text: read(text) for text in set(column)}
    return map(values.__getitem__, column)


def read_number(text: str) -> int:
    """A whole number. Raises :class:`Undecodable` where it is written in any other way than ``str`` does."""
    return read_numbers([text])[0]


def read_numbers(column: Sequence[str]) -> list[int]:
    """Whole numbers, each as :func:`read_number` reads it."""
    numbers = [*map(int, column)]
    if [*map(str, numbers)] != [*column]:
        raise Undecodable("a number is not in canonical form")
    return numbers


def read_running(column: Sequence[str]) -> Sequence[int]:
    """Numbers that as a rule follow each other: then they need only be written, which is quicker than to read them."""
    first = read_number(column[0])
    numbers = range(first, first + len(column))
    return numbers if [*map(str, numbers)] == [*column] else read_numbers(column)


def read_digest(text: str) -> bytes:
    """A digest in hexadecimal, or none."""
    return read_digests([text])[0] if text else b""


def read_digests(column: Sequence[str]) -> list[bytes]:
    """Digests in hexadecimal, lower case, of 32 bytes each. Raises :class:`Undecodable` for anything else."""
    written = "".join(column)
    digests = bytes.fromhex(written)
    if {*map(len, column)} != {64} or digests.hex() != written:
        raise Undecodable("a digest is not in canonical form")
    return [digests[i : i + 32] for i in range(0, len(digests), 32)]


def read_amounts(column: Sequence[str]) -> list[int]:
    """Whole numbers; where each second is the one before it with a minus sign, only half of them are to be read."""
    ones = column[::2]
    if [f"-{one}" for one in ones] != [*column[1::2]] or "0" in ones:
        return read_numbers(column)
    amounts = read_numbers(ones)
    return [*chain.from_iterable(zip(amounts, map(neg, amounts), strict=True))]
