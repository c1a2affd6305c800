"""Where a finding is in a file (plats): ``figures.toml:4: year[2014].equity`` for what the fields call a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.exchange.structured.documents import Document
from sifund_ledger.exchange.structured.positions import Path
from sifund_ledger.fields.findings import FIELD_MISSING
from sifund_ledger.findings import Finding, printable
from sifund_ledger.wording import InFile

_STEP: Final = re.compile(r"[.\[]|$")
_NAME: Final = re.compile(r"(?<![^.])\w+")
"""A name in a path, at its beginning or after a dot: names of boards and years stand after a blank."""
_LONGEST_KEY: Final = 40
_YEARS: Final = ("year", "år")
_IN_TOML: Final = InFile("toml")
_CELL: Final = re.compile(r"(?P<sheet>'(?:[^']|'')+'|[^'!]+)!(?P<column>[A-Z]{1,3})(?P<row>\d+)")


@dataclass(frozen=True, slots=True)
class Places:
    """The file's name, and by a path as the fields have it (``year[1].equity``) the line, and the path as it is shown.

    A list's items are counted from 1; what has a year is shown by it. In a workbook a cell stands for the line.
    ``file`` says in which language the keys are, and how values are written; ``swedish`` has keys by English names.
    """

    name: str
    known: Mapping[str, tuple[int | str | None, str]] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    file: InFile = _IN_TOML
    swedish: Mapping[str, str] = field(default_factory=dict)

    def of(self, path: str) -> str:
        """``NAME:LINE: path``, with the line of the path or of what encloses it."""
        for step in reversed(list(_STEP.finditer(path))):
            # An item that the file does not have is nowhere, not at its list.
            if step[0] != "[" and path[: step.start()] in self.known:
                line, shown = self.known[path[: step.start()]]
                line = self._of_part(path[: step.start()], path[step.start() :]) or line
                where = f"{self.name}:{line}" if line else self.name
                return f"{where}: {shown}{self._spelt(path[step.start() :])}"
        return f"{self.name}: {self._spelt(path)}" if path else self.name

    def _spelt(self, rest: str) -> str:
        """What the file does not have of a path, under the names that it would have there."""
        if self.file.language != "sv":
            return rest
        return _NAME.sub(lambda name: self.swedish.get(name[0], name[0]), rest)

    def _of_part(self, known: str, rest: str) -> int | str | None:
        """The line of a value within a mapping, which the fields call ``event[1].plan Skola 2017``."""
        field, *names = rest.split(" ")
        for path in ((field, " ".join(names[:-1]), *names[-1:]), (field, " ".join(names)), (field,)):
            part = known + ".".join(filter(None, path))
            if names and part in self.known:
                return self.known[part][0]
        return None

    def order_of(self, place: str) -> tuple[int, ...]:
        """Where a place stands in the order of the file: by its line, or by sheet, row and column; first without.

        >>> places = Places("f.xlsx", sheets=("Uppgifter", "'Egna rader'"))
        >>> places.order_of("f.xlsx:'Egna rader'!AB7: year[2014]"), places.order_of("f.xlsx")
        ((1, 7, 28), (0,))
        """
        where = place.removeprefix(f"{self.name}:")
        line = where.partition(":")[0]
        if line.isdigit():
            return (int(line),)
        cell = _CELL.match(where)
        if cell is None or cell["sheet"] not in self.sheets:
            return (0,)
        column = 0
        for letter in cell["column"]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return self.sheets.index(cell["sheet"]), int(cell["row"]), column

    def placed(self, finding: Finding) -> Finding:
        """The finding at its place in the file, in the words of the file."""
        path = finding.place
        if finding.kind is FIELD_MISSING and path not in self.known and self.file.language == "sv":
            # What is missing brings its own name, also where the fields of its table are not among the file's.
            swedish, english = dict(finding.values)["key"]
            path = re.sub(rf"(?<![^.]){re.escape(english)}$", swedish, path)
        return finding.at_place(self.of(path)).in_file(self.file)


def places_in(document: Document, english: Mapping[str, str], *, by_year: bool = True) -> Places:
    """The places of a document's keys and items; ``english`` has the names of Swedish keys.

    What has a year is shown by it, unless ``by_year`` is false because several items of a list may have the same.

    >>> from sifund_ledger.exchange.structured.positions import Positions
    >>> tree = {"år": [{"år": 2014, "eget_kapital": "1"}, {}]}
    >>> positions = Positions({("år", 0, "eget_kapital"): 4})
    >>> document = Document(tree, "f.toml", positions)
    >>> places = places_in(document, {"år": "year", "eget_kapital": "equity"})
    >>> places.of("år[1].eget_kapital"), places.of("year[2014].equity"), places.of("år[2].slag")
    ('f.toml:4: år[2014].eget_kapital', 'f.toml:4: år[2014].eget_kapital', 'f.toml: år[2].slag')
    """
    known: dict[str, tuple[int | str | None, str]] = {}
    in_english: dict[str, str] = {}
    positions, met = document.positions, set[object]()
    for path, read, shown, plain in _walk(document.tree, (), "", "", "", english, by_year):
        met.add(path[-1])
        known[read] = (positions.line(path), shown)
        known.setdefault(plain, known[read])
        in_english[read] = plain
    for path, line in positions.lines.items() if positions.sheets else ():
        # A cell that is empty has a place too, where something is missing.
        *above, last = path
        within = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in above).lstrip(".")
        if isinstance(last, str) and within in known:
            known.setdefault(f"{within}.{last}", (line, f"{known[within][1]}.{last}"))
            known.setdefault(f"{in_english[within]}.{last}", known[f"{within}.{last}"])
    file = InFile(document.form, document.language or _language_of(met, english))
    return Places(document.name, known, positions.sheets, file, {en: sv for sv, en in english.items()})


def _language_of(keys: Set[object], english: Mapping[str, str]) -> Language | None:
    """The language that most keys are in; ``None`` where none shows it."""
    differ = {sv: en for sv, en in english.items() if sv != en}
    swedish, others = len(keys & differ.keys()), len(keys & set(differ.values()))
    return ("sv" if swedish >= others else "en") if swedish or others else None


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
