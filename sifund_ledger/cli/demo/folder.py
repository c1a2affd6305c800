"""A folder of files and reports (mapp).

It is made whole elsewhere, and goes to where it is kept only when nothing there is in its way.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.output import BINARY
from sifund_ledger.cli.streams import save_bytes
from sifund_ledger.cli.years.reporting import REPORT_FORMATS, document_in
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.findings import Finding

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.report import Report

_DOCUMENTS: Final = tuple(each for each in REPORT_FORMATS if each == "html" or each in BINARY)
"""The formats of a report that can be handed to somebody."""


class Folder:
    """The folder as it is made: files are written one by one, and each says what it is."""

    def __init__(self, path: Path, language: Language) -> None:
        self.path, self.language = path, language
        self.missing: dict[str, Finding] = {}
        """What could not be made for want of a package, by its format."""

    def write(self, name: str, data: str | bytes) -> str:
        """Write a file by its path within the folder, which is given back."""
        file = self.path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return name

    def report(self, report: Report, name: str, formats: tuple[str, ...] = _DOCUMENTS) -> list[str]:
        """Write a report in each format that what is installed can make; the files' paths."""
        written = []
        for each in formats:
            if each in self.missing:
                continue
            try:
                data = document_in(report, each)
            except UnreadableInput as refusal:
                self.missing[each] = refusal.findings[0]
            else:
                written.append(self.write(f"{name}.{each}", data))
        return written

    def move_to(self, folder: Path) -> None:
        """Move it all to where it is kept. Raises where a file there has one of its names, and moves nothing then."""
        files = [each.relative_to(self.path) for each in sorted(self.path.rglob("*")) if each.is_file()]
        require_free(folder, files)
        for each in files:
            target = folder / each
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
            except (OSError, ValueError):
                raise Refused([codes.DEMO_FOLDER_IN_THE_WAY.at(str(folder), path=str(target.parent))]) from None
            save_bytes((self.path / each).read_bytes(), str(target), option="--keep")


def require_free(folder: Path, files: Iterable[Path | str]) -> None:
    """Refuse where a folder has a file of one of these names. Raises :class:`~sifund_ledger.Refused`."""
    if taken := [each for each in files if os.path.lexists(folder / each)]:
        raise Refused([codes.DEMO_FILE_IN_THE_WAY.at(str(folder / each)) for each in taken])
