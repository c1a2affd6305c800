"""What the sheets of a workbook share (gemensamma delar): their names, texts, formats of days, and the first day."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final

from sifund_ledger.exchange.template.archive import Archive
from sifund_ledger.exchange.template.sheet import Sheet
from sifund_ledger.findings import Bilingual

_NO_SHEETS: Final = Bilingual("den har inga blad", "it has no sheets")
_DATES: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The built-in formats of days and times."""
_IN_FORMAT: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|e[+-]', re.IGNORECASE)
"""What has no meaning in a format but its own characters."""
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SharedParts:
    """What the sheets share: their names and parts, their texts, which formats are of days, and the first day."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.from_1904 = False
        self.texts: list[str] = []
        self.days: list[bool] = []
        main = self._targets("_rels/.rels", "").get("officeDocument", "xl/workbook.xml")
        folder = posixpath.dirname(main)
        self._related = self._by_id(f"{folder}/_rels/{posixpath.basename(main)}.rels", folder)
        self.sheets: list[tuple[Sheet, str]] = []
        archive.walk(main, self._in_book, lambda name: None)
        if not self.sheets:
            raise archive.unreadable(_NO_SHEETS)
        targets = self._kinds
        if "sharedStrings" in targets:
            self.texts = _texts(archive, targets["sharedStrings"])
        if "styles" in targets:
            self.days = _formats_of_days(archive, targets["styles"])

    def _in_book(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            key = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            if part := self._related.get(key):
                title = attributes.get("name", "")[:100]
                self.sheets.append((Sheet(title, attributes.get("state", "visible") != "visible"), part))

    def _targets(self, part: str, folder: str) -> dict[str, str]:
        self._by_id(part, folder)
        return self._kinds

    def _by_id(self, part: str, folder: str) -> dict[str, str]:
        """The parts that another names, by identity; by their kinds in ``_kinds``."""
        found: dict[str, str] = {}
        self._kinds: dict[str, str] = {}

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[attributes.get("Id", "")] = path
                self._kinds.setdefault(attributes.get("Type", "").rpartition("/")[2], path)

        if part.casefold() in self.archive.parts:
            self.archive.walk(part, start, lambda name: None)
        return found


def _texts(archive: Archive, part: str) -> list[str]:
    """The texts that cells share, without the pronunciation that stands beside Japanese ones."""
    texts: list[str] = []
    pieces: list[str] = []
    within: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        within.append(name)
        if len(within) > 100:
            raise archive.damaged(part)
        if name == "si":
            pieces.clear()

    def end(name: str) -> None:
        within.pop()
        if name == "si":
            texts.append(unescaped("".join(pieces)))
            archive.count_text(texts[-1])

    def text(data: str) -> None:
        if within[-1:] == ["t"] and "rPh" not in within:
            pieces.append(data)
            archive.count_text(data)

    archive.walk(part, start, end, text)
    return texts


def _formats_of_days(archive: Archive, part: str) -> list[bool]:
    """Whether each format of cells is one of days or times, in the order in which cells name them."""
    own: dict[str, bool] = {}
    formats: list[bool] = []
    within: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            own[attributes.get("numFmtId", "")] = is_of_days(attributes.get("formatCode", ""))
        elif name == "xf" and within and within[-1] == "cellXfs":
            number = attributes.get("numFmtId", "0")
            formats.append(own[number] if number in own else number.isdecimal() and int(number[:6]) in _DATES)
        if name != "xf":
            within.append(name)

    def end(name: str) -> None:
        if name != "xf" and within:
            within.pop()

    archive.walk(part, start, end)
    return formats


def is_of_days(code: str) -> bool:
    """Whether a number format shows a day or a time.

    >>> [is_of_days(code) for code in ("yyyy-mm-dd", '#,##0 "mkr"', "# ##0\\\\ [$kr-41D]", "[h]:mm", "General")]
    [True, False, False, True, False]
    """
    first = _IN_FORMAT.sub("", code[:1000]).partition(";")[0].lower()
    return any(letter in first for letter in "dmyhs")


def unescaped(text: str) -> str:
    """A text with the characters that its escapes stand for.

    >>> unescaped("a_x0009_b") == "a\\tb"
    True
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
