"""``sifund`` in a folder of its own, and what a book's records say, however they came there."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sifund_ledger import Book, open_book
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run


class Console:
    """``sifund`` in a folder of its own."""

    def __init__(self, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        self.folder, self._captured = folder, capsysbinary

    def printed(self) -> tuple[str, str]:
        """What has been printed since it was asked last; a document among it is no text."""
        out, err = self._captured.readouterr()
        return out.decode("utf-8", "backslashreplace"), err.decode("utf-8", "backslashreplace")

    def __call__(self, line: str) -> tuple[int, str, str]:
        status = run(shlex.split(line))
        return status, *self.printed()

    def done(self, line: str) -> str:
        status, out, err = self(line)
        assert status == ExitCode.DONE, err
        return out

    def same_book(self, by_python: Book, *lines: str, path: str = "book.sifund") -> None:
        """Lines of commands, ``BOOK`` for the book's path, record what Python has recorded, record by record."""
        self.done(f"init {path} --entity {by_python.entity}")
        for line in "\n".join(lines).strip().splitlines():
            self.done(line.replace("BOOK", path))
        with open_book(path) as book:
            ours, theirs = told(book), told(by_python)
        for number, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
            assert one == other, f"record {number}:\n{one}\n{other}"
        assert len(ours) == len(theirs)


def row_of(printed: str, label: str) -> list[str]:
    """The figures of the first row of a printed table that begins with a label; of every column."""
    return next(
        re.split(r"\s{2,}", line.strip())[1:] for line in printed.splitlines() if line.strip().startswith(label)
    )


def told(book: Any) -> list[Any]:
    """What records say, but for the day of recording, salts, hashes, and that they came from a file."""
    return [
        (
            record.event if record.event.kind != "checkpoint_written" else replace(record.event, at_hash=""),
            record.decision, record.actor, record.note and record.note.text, record.entry,
        )
        for record in book.records() if record.event.kind != "batch_keyed"
    ]  # fmt: skip
