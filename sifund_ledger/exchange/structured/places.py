"""Where a finding is in a file (plats): ``figures.toml:4: year[2014].equity`` for what the fields call a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sifund_ledger.exchange.structured.positions import Path, Positions
from sifund_ledger.findings import Finding, printable

_STEP: Final = re.compile(r"[.\[]|$")
_LONGEST_KEY: Final = 40
_YEARS: Final = ("year", "år")


@dataclass(frozen=True, slots=True)
class Places:
    """The file's name, and by a path as the fields have it (``year[1].equity``) the line, and the path as it is shown.

    A list's items are counted from 1; what has a year is shown by it.
    """

    name: str
    known: Mapping[str, tuple[int | None, str]] = field(default_factory=dict)

    def of(self, path: str) -> str:
        """``NAME:LINE: path``, with the line of the path or of what encloses it."""
        for step in reversed(list(_STEP.finditer(path))):
            # An item that the file does not have is nowhere, not at its list.
            if step[0] != "[" and path[: step.start()] in self.known:
                line, shown = self.known[path[: step.start()]]
                where = f"{self.name}:{line}" if line else self.name
                return f"{where}: {shown}{path[step.start() :]}"
        return f"{self.name}: {path}" if path else self.name

    def line_in(self, place: str) -> int:
        """The line that a place in the file names, 0 where it names none."""
        line = place.removeprefix(f"{self.name}:").partition(":")[0]
        return int(line) if line.isdigit() else 0

    def placed(self, finding: Finding) -> Finding:
        """The finding at its place in the file."""
        return finding.at_place(self.of(finding.place))


def places_in(
    tree: object, name: str, positions: Positions, english: Mapping[str, str], *, by_year: bool = True
) -> Places:
    """The places of a tree's keys and items; ``english`` has the names of Swedish keys.

    What has a year is shown by it, unless ``by_year`` is false because several items of a list may have the same.

    >>> tree = {"år": [{"år": 2014, "eget_kapital": "1"}, {}]}
    >>> positions = Positions({("år", 0, "eget_kapital"): 4})
    >>> places = places_in(tree, "f.toml", positions, {"år": "year", "eget_kapital": "equity"})
    >>> places.of("år[1].eget_kapital"), places.of("year[2014].equity"), places.of("år[2].slag")
    ('f.toml:4: år[2014].eget_kapital', 'f.toml:4: år[2014].eget_kapital', 'f.toml: år[2].slag')
    """
    known: dict[str, tuple[int | None, str]] = {}
    for path, read, shown, plain in _walk(tree, (), "", "", "", english, by_year):
        known[read] = (positions.line(path), shown)
        known.setdefault(plain, known[read])
    return Places(name, known)


def _walk(
    node: object, path: Path, read: str, shown: str, plain: str, english: Mapping[str, str], by_year: bool
) -> Iterator[tuple[Path, str, str, str]]:
    """Every key and item below a node: its path, the path as read, as shown, and as shown with English keys."""
    if isinstance(node, dict):
        for key, child in node.items():
            dot = "." if path else ""
            said = printable(key, _LONGEST_KEY)
            below = (*path, key), f"{read}{dot}{key}", f"{shown}{dot}{said}", f"{plain}{dot}{english.get(key, said)}"
            yield below
            yield from _walk(child, *below, english, by_year)
    elif isinstance(node, list):
        for index, child in enumerate(node):
            at = f"[{(by_year and _year(child)) or index + 1}]"
            below = (*path, index), f"{read}[{index + 1}]", shown + at, plain + at
            yield below
            yield from _walk(child, *below, english, by_year)


def _year(item: object) -> int | None:
    years = [item[key] for key in _YEARS if key in item] if isinstance(item, dict) else []
    return next((year for year in years if type(year) is int and 0 < year.bit_length() < 32), None)
