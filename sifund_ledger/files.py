"""Files read whole (filer): their bytes, and the rest of the collector while they become many values."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sifund_ledger.errors import UnreadableInput, reason_of
from sifund_ledger.findings import declared, error

FILE_UNREADABLE = error(
    "Filen kan inte läsas: {why}.",
    "The file cannot be read: {why}.",
    "Ange sökvägen till en fil som finns och som får läsas.",
    "Give the path of a file that exists and that you may read.",
)
CODES = declared(globals())


def file_bytes(path: str | os.PathLike[str], most: int = -1) -> bytes:
    """The content of a file, or as many bytes of it as are wanted. Raises ``UnreadableInput`` where there is none."""
    try:
        with Path(path).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise UnreadableInput([FILE_UNREADABLE.at(os.fspath(path), why=reason_of(error))]) from None


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
