"""On which line each key of a TOML or JSON document stands, for findings that point at it.

The scanner reads documents that their parser has accepted, so it follows brackets, quotes and separators and judges
nothing. Where it loses its way it says so by giving no lines, never wrong ones.
"""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""Keys and indexes (from 0) from the root: ``("year", 0, "net_result")``."""


@dataclass(frozen=True, slots=True)
class Positions:
    """The line of each key, and the keys that an object of JSON has twice, with the line of the later."""

    lines: dict[Path, int] = field(default_factory=dict)
    repeated: tuple[tuple[Path, int], ...] = ()

    def line(self, path: Path) -> int | None:
        """The line (from 1) of a key, or else of the nearest thing around it; ``None`` where nothing is known."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return None


def find_positions(text: str, *, is_json: bool) -> Positions:
    """The lines of all keys of a valid document.

    >>> find_positions('a = 1\\n[[year]]\\nb.c = "x"', is_json=False).lines
    {('a',): 1, ('year',): 2, ('year', 0): 2, ('year', 0, 'b'): 3, ('year', 0, 'b', 'c'): 3}
    """
    scanner = _Scanner(text)
    try:
        if is_json:
            scanner.value(())
        else:
            scanner.toml()
    except (LookupError, ValueError, RecursionError):
        return Positions()
    return Positions(scanner.lines, tuple(scanner.repeated))


_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*+")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*+"|'[^']*+'""")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|""?(?!"))*+"""(?:""?(?!"))?' r"|'''(?:[^']|''?(?!'))*+'''(?:''?(?!'))?"
    r'|"(?:[^"\\]|\\.)*+"' r"|'[^']*+'",
    re.DOTALL,
)  # fmt: skip
_SCALAR = re.compile(r"[^,\]}\n#]++")


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
        self._blank()
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                prefix = self._header("[[", "]]")
            elif self.text[self.at] == "[":
                prefix = self._header("[", "]")
            else:
                self._pair(prefix)
            self._blank()

    def _header(self, opening: str, closing: str) -> Path:
        line = self._line()
        self._take(opening)
        keys = self._keys()
        self._take(closing)
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            self.lines.setdefault(path, line)
            # Below a list of tables a header speaks of its last table.
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, keys[-1])
        self.lines.setdefault(path, line)
        if opening == "[[":
            index = self._counts.get(path, 0)
            self._counts[path] = index + 1
            path = (*path, index)
            self.lines.setdefault(path, line)
        return path

    def _pair(self, prefix: Path) -> None:
        """A key, ``=`` or ``:``, and its value; a dotted key names tables on the way."""
        line = self._line()
        keys = self._keys()
        path = prefix
        for key in keys:
            path = (*path, key)
            self.lines.setdefault(path, line)
        if path in self._given:
            self.repeated.append((path, line))
        self._given.add(path)
        if self.text[self.at] not in "=:":
            raise ValueError(self.at)
        self.at += 1
        self.value(path)

    def value(self, path: Path) -> None:
        self._blank()
        character = self.text[self.at]
        if character == "{":
            self._members("}", path)
        elif character == "[":
            self._members("]", path)
        else:
            pattern = _STRING if character in "\"'" else _SCALAR
            self.at = self._match(pattern).end()

    def _members(self, closing: str, path: Path) -> None:
        self.at += 1
        index = 0
        self._blank()
        while self.text[self.at] != closing:
            if closing == "}":
                self._pair(path)
            else:
                self.lines.setdefault((*path, index), self._line())
                self.value((*path, index))
                index += 1
            self._blank()
            if self.text[self.at] == ",":
                self.at += 1
                self._blank()
        self.at += 1

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._blank()
            match = self._match(_KEY)
            self.at = match.end()
            keys.append(_unquoted(match[0]))
            self._blank()
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(self.at)
        return match

    def _take(self, expected: str) -> None:
        self._blank()
        if not self.text.startswith(expected, self.at):
            raise ValueError(self.at)
        self.at += len(expected)

    def _blank(self) -> None:
        self.at = self._match(_BLANK).end()

    def _line(self) -> int:
        return bisect_right(self._ends, self.at - 1) + 1


def _unquoted(key: str) -> str:
    if key.startswith("'"):
        return key[1:-1]
    if not key.startswith('"'):
        return key
    if "\\" not in key:
        return key[1:-1]
    try:
        return str(json.loads(key))
    except ValueError:
        return next(iter(tomllib.loads(f"{key} = 1")))
