"""Kinds of value in JSON (värden): canonical amounts, days, words of a few; what each looks like."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Final, NamedTuple

from sifund_ledger.amounts import ORE_PER_UNIT
from sifund_ledger.findings import Severity


class Text(NamedTuple):
    """Marks the annotation of a text: the pattern that it has, and what it is."""

    pattern: str
    about: str


class Words:
    """Marks the annotation of a text that is one of a few words, as they are declared elsewhere."""

    def __init__(self, words: type[StrEnum] | Iterable[str]) -> None:
        self.words: Final = tuple(str(word) for word in words)


class Others(NamedTuple):
    """Marks the annotation of a mapping that has the keys of a shape, and others whose values are of one type."""

    shape: type
    value: object


_CANONICAL: Final = r"(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])"

Amount = Annotated[str, Text(f"^{_CANONICAL}$", "exact decimal text: no exponent, no -0, no trailing zeros")]
"""An amount (belopp) in the unit that stands beside it; kronor where none does."""
Day = Annotated[str, Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day as ISO 8601 has it")]
Instant = Annotated[str, Text("^[0-9-]{10}T[0-9:]{8}(\\.[0-9]+)?Z$", "a time in UTC as ISO 8601 has it")]
Digest = Annotated[str, Text("^[0-9a-f]{64}$", "a hash in hexadecimal")]
Checkpoint = Annotated[str, Text("^([0-9]+:)?[0-9a-f]+$", "how many records, and how the hash of the last begins")]
UnitWord = Annotated[str, Words(ORE_PER_UNIT)]
SeverityWord = Annotated[str, Words(Severity)]
