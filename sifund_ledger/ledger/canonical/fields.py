r"""Fields, lines and values: the smallest parts of a record's canonical text, one by one and in columns.

A *line* is fields joined by tabs. Within a field a backslash is written ``\\``, a tab ``\t`` and a line feed ``\n``, so
that a line never holds a tab or a line feed of its own, and may itself be a field of another line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from operator import neg
from typing import Any, Final, TypeVar

from sifund_ledger.decisions import Decision, DecisionState

DEEPEST: Final = 12
"""How deep tuples may stand inside each other; every level doubles the backslashes."""

_SPECIAL = re.compile(r"[\\\t\n]")
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_MARKS: Final = {"\\": "\\\\", "\t": "\\t", "\n": "\\n"}
_CHARACTERS: Final = {"\\": "\\", "t": "\t", "n": "\n"}
WHOLE_NUMBER: Final = "0|-?[1-9][0-9]*"
_INTEGER = re.compile(WHOLE_NUMBER)
_FRACTION = re.compile(f"(?:{WHOLE_NUMBER})(?:/[1-9][0-9]*)?")


class Undecodable(ValueError):
    """Bytes that cannot be read as a record in canonical form."""


def escape(text: str) -> str:
    r"""The text with its backslashes, tabs and line feeds written as two characters each.

    >>> print(escape("a\tb"))
    a\tb
    """
    if "\t" in text or "\n" in text or "\\" in text:
        return _SPECIAL.sub(lambda match: _MARKS[match[0]], text)
    return text


def unescape(text: str) -> str:
    """The text that :func:`escape` made the field from."""
    if "\\" not in text:
        return text
    try:
        return _ESCAPED.sub(lambda match: _CHARACTERS[match[1]], text)
    except KeyError:
        raise Undecodable("a backslash is followed by neither backslash, t nor n") from None


def frame(parts: Iterable[str]) -> str:
    r"""Fields as a line.

    >>> print(frame(["KF", "", r"§ 45\46"]).replace("\t", "⇥"))
    KF⇥⇥§ 45\\46
    """
    return "\t".join(map(escape, parts))


def unframe(line: str) -> list[str]:
    r"""The fields of a line; a line without any tab has one. Raises :class:`Undecodable` for an unknown escape.

    >>> unframe("KF\t\t§ 45")
    ['KF', '', '§ 45']
    """
    fields = line.split("\t")
    return [unescape(field) for field in fields] if "\\" in line else fields


@lru_cache(maxsize=4096)
def encode_date(day: date) -> str:
    """A day as ISO 8601 has it; kept, because writing it costs more than looking it up."""
    return day.isoformat()


@lru_cache(maxsize=4096)
def decode_date(text: str) -> date:
    """The day that :func:`encode_date` made the text from."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise Undecodable("a day is not written YYYY-MM-DD")
    return day


@lru_cache(maxsize=1024)
def encode_decision(decision: Decision) -> str:
    """A decision as a line: body, date, paragraph, state, case number, where it is kept."""
    body, paragraph = decision.body, decision.paragraph
    return frame(
        (body, decision.date.isoformat(), paragraph, decision.state.value, decision.case_number, decision.kept_at)
    )


@lru_cache(maxsize=1024)
def decode_decision(line: str) -> Decision:
    """The decision that :func:`encode_decision` made the line from."""
    body, day, paragraph, state, case_number, kept_at = unframe(line)
    decision = Decision(body, decode_date(day), paragraph, DecisionState(state), case_number, kept_at)
    if encode_decision(decision) != line:
        raise Undecodable("a decision is not in canonical form")
    return decision


TAGS: Final[dict[type, str]] = {
    str: "s", int: "i", date: "d", Fraction: "q", bool: "b", type(None): "n", tuple: "t", Decision: "D"
}  # fmt: skip
"""The letter that stands before a value of each type."""


def encode_value(value: Any, depth: int = 0) -> str:
    """A value of an event: one letter for its type, then its text. Raises ``TypeError`` for any other type.

    >>> encode_value("Tomelilla"), encode_value(-150), encode_value(date(2013, 12, 31)), encode_value(None)
    ('sTomelilla', 'i-150', 'd2013-12-31', 'n')
    """
    tag = TAGS.get(type(value))
    if tag is None:
        raise TypeError(f"an event holds str, int, bool, date, Fraction, tuple, Decision or None, not {type(value)}")
    if tag in "sidq":
        return f"{tag}{value}"
    if tag == "t":
        if depth == DEEPEST:
            raise ValueError(f"tuples stand more than {DEEPEST} deep inside each other")
        return "t" + frame([encode_value(part, depth + 1) for part in value])
    if tag == "D":
        return "D" + encode_decision(value)
    return "n" if value is None else f"b{value:d}"


def _decode_integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise Undecodable(f"{text[:40]!r} is no whole number in canonical form")
    return int(text)


def _decode_fraction(text: str) -> Fraction:
    # Asked first, since Fraction would read 1e999999999 too, digit by digit.
    if _FRACTION.fullmatch(text) and str(fraction := Fraction(text)) == text:
        return fraction
    raise Undecodable(f"{text[:40]!r} is no fraction in lowest terms")


_DECODERS: Final[dict[str, Callable[[str], Any]]] = {
    "s": str,
    "i": _decode_integer,
    "d": decode_date,
    "q": _decode_fraction,
    "b": {"0": False, "1": True}.__getitem__,
    "n": {"": None}.__getitem__,
    "D": decode_decision,
}


def decode_value(text: str, depth: int = 0) -> Any:
    """The value that :func:`encode_value` made the text from. Raises :class:`Undecodable` for anything else."""
    tag, rest = text[:1], text[1:]
    if tag == "t":
        if depth == DEEPEST:
            raise Undecodable(f"tuples stand more than {DEEPEST} deep inside each other")
        if "\n" in rest:
            raise Undecodable("a line feed within a tuple is not escaped")
        return tuple([decode_value(part, depth + 1) for part in unframe(rest)]) if rest else ()
    try:
        return _DECODERS[tag](rest)
    except Undecodable:
        raise
    except (KeyError, ValueError):
        raise Undecodable(f"{text[:40]!r} is no value") from None


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
