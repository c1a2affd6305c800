"""Files read whole (filer): their bytes, and the rest of the collector while they become many values."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sifund_ledger.errors import UnreadableInput, reason_of
from sifund_ledger.findings import declared, error

FILE_UNREADABLE = error(
    "Filen kan inte läsas: {why}.",
    "The file cannot be read: {why}.",
    "Ange sökvägen till en fil som finns och som får läsas.",
    "Give the path of a file that exists and that you may read.",
)
FILE_IS_WORKBOOK = error(
    "Filen är en arbetsbok från ett kalkylprogram, och här läses bara text.",
    "The file is a workbook of a spreadsheet program, and only text is read here.",
    "Spara en huvudbok eller saldolista som CSV i kalkylprogrammet; skriv uppgifter och roller i TOML.",
    "Save a ledger or a list of balances as CSV in that program; write figures and roles in TOML.",
)
CODES = declared(globals())

WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""The endings of what spreadsheet programs write."""
_OLD_WORKBOOK: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_IN_ARCHIVE: Final = (b"[Content_Types].xml", b"application/vnd.oasis.opendocument")
_BEGINNING: Final = 1 << 12


def file_bytes(path: str | os.PathLike[str], most: int = -1) -> bytes:
    """The content of a file of text, or as many bytes of it as are wanted.

    Raises ``UnreadableInput`` where there is none, and for a workbook.
    """
    try:
        with Path(path).open("rb") as file:
            return no_workbook(file.read(most), os.fspath(path))
    except (OSError, ValueError) as error:
        raise UnreadableInput([FILE_UNREADABLE.at(os.fspath(path), why=reason_of(error))]) from None


def no_workbook(data: bytes, name: str) -> bytes:
    """The same bytes; raises ``UnreadableInput`` where a spreadsheet program wrote them, whatever the file is called.

    >>> no_workbook(b"ver;datum", "j.csv")
    b'ver;datum'
    """
    beginning = data[:_BEGINNING]
    zipped = beginning.startswith(b"PK") and any(part in beginning for part in _IN_ARCHIVE)
    if zipped or beginning.startswith(_OLD_WORKBOOK):
        raise UnreadableInput([FILE_IS_WORKBOOK.at(name)])
    return data


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of cycles rest while many values are made that form none: walking them takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
