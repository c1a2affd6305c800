"""On which line each key of a TOML or JSON document stands, for findings that point at it.

The scanner reads documents that their parser has accepted, so it follows brackets, quotes and separators and judges
nothing. Where it loses its way it says so by giving no lines, never wrong ones.
"""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Path = tuple[str | int, ...]
"""Keys and indexes (from 0) from the root: ``("year", 0, "net_result")``."""
CSV_ROWS: Final = ("csv",)
"""The sheets of a CSV file, which is a table: what is wrong with a cell of it is said once, at it."""


@dataclass(frozen=True, slots=True)
class Positions:
    """The line of each key, and the keys that an object of JSON has twice, with the line of the later.

    A workbook has cells instead of lines, ``Uppgifter!C7``, and ``sheets`` in their order.
    """

    lines: Mapping[Path, int | str] = field(default_factory=dict)
    repeated: tuple[tuple[Path, int], ...] = ()
    sheets: tuple[str, ...] = ()

    def line(self, path: Path) -> int | str | None:
        """The line (from 1) of a key, or else of the nearest thing around it; ``None`` where nothing is known."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return None


def find_positions(text: str, *, is_json: bool) -> Positions:
    """The lines of all keys of a valid document. Raises ``RecursionError`` where it is nested too deep.

    >>> find_positions('a = 1\\n[[year]]\\nb.c = "x"', is_json=False).lines
    {('a',): 1, ('year',): 2, ('year', 0): 2, ('year', 0, 'b'): 3, ('year', 0, 'b', 'c'): 3}
    """
    scanner = _Scanner(text)
    try:
        if is_json:
            scanner.value(())
        else:
            scanner.toml()
    except (LookupError, ValueError):
        return Positions()
    return Positions(scanner.lines, tuple(scanner.repeated))


_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*+")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*+"|'[^']*+'""")
_VALUE = re.compile(
    r'"""(?:[^"\\]|\\.|""?(?!"))*+"""(?:""?(?!"))?' r"|'''(?:[^']|''?(?!'))*+'''(?:''?(?!'))?"
    r'|"(?:[^"\\]|\\.)*+"' r"|'[^']*+'" r"""|[^"',\]}\n#][^,\]}\n#]*+""",
    re.DOTALL,
)  # fmt: skip
_OPENING, _CLOSING, _EQUALS = re.compile(r"\[\[?"), re.compile(r"\]\]?"), re.compile("[=:]")


class _Scanner:
    """One pass over a document; ``at`` is how far it has come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.repeated: list[tuple[Path, int]] = []
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._counts: dict[Path, int] = {}
        self._given: set[Path] = set()

    def toml(self) -> None:
        prefix: Path = ()
        while character := self._peek():
            if character == "[":
                prefix = self._header()
            else:
                self._pair(prefix)

    def _header(self) -> Path:
        line = self._line()
        is_list = self._next(_OPENING) == "[["
        *above, last = self._keys()
        self._next(_CLOSING)
        path: Path = ()
        for key in above:
            path = (*path, key)
            self.lines.setdefault(path, line)
            # Below a list of tables a header speaks of its last table.
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, last)
        self.lines.setdefault(path, line)
        if is_list:
            index = self._counts.get(path, 0)
            self._counts[path] = index + 1
            path = (*path, index)
            self.lines.setdefault(path, line)
        return path

    def _pair(self, prefix: Path) -> None:
        """A key, ``=`` or ``:``, and its value; a dotted key names tables on the way."""
        line, path = self._line(), prefix
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        if path in self._given:
            self.repeated.append((path, line))
        self._given.add(path)
        self._next(_EQUALS)
        self.value(path)

    def value(self, path: Path) -> None:
        opening = self._peek()
        if opening not in ("{", "["):
            self._next(_VALUE)
            return
        self.at += 1
        index = 0
        while (character := self._peek()) != {"{": "}", "[": "]"}[opening]:
            if character == ",":
                self.at += 1
            elif opening == "{":
                self._pair(path)
            else:
                self.lines.setdefault((*path, index), self._line())
                self.value((*path, index))
                index += 1
        self.at += 1

    def _keys(self) -> list[str]:
        keys = [_unquoted(self._next(_KEY))]
        while self._peek() == ".":
            self.at += 1
            keys.append(_unquoted(self._next(_KEY)))
        return keys

    def _peek(self) -> str:
        """The next character that is not blank; empty at the end."""
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.text[self.at : self.at + 1]

    def _next(self, pattern: re.Pattern[str]) -> str:
        self._peek()
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(self.at)
        self.at = match.end()
        return match[0]

    def _line(self) -> int:
        return bisect_right(self._ends, self.at - 1) + 1


def _unquoted(key: str) -> str:
    if key[0] == "'" or "\\" not in key:
        return key[1:-1] if key[0] in "\"'" else key
    try:
        return str(json.loads(key))
    except ValueError:
        return next(iter(tomllib.loads(f"{key} = 1")))
