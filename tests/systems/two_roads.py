"""The two roads to the same book: Python, and the command line or an events file; and what the command line prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from console import told

from sifund_ledger import Book, open_book
from sifund_ledger.cli.program import run


def recorded(book: Book | Path) -> list[tuple[Any, ...]]:
    """What a book has recorded, record by record, in memory or in a file."""
    if isinstance(book, Path):
        with open_book(book, actor="granskaren") as opened:
            return told(opened)
    return told(book)


def posted(path: Path, *events: str, decision: str = "", code: int = 0) -> None:
    """Post an events file, each event without its heading; the exit status is ``code``."""
    file = path.with_suffix(".toml")
    above = f'beslut = "{decision}"\n' if decision else ""
    file.write_text(above + "".join(f"[[händelse]]\n{event}\n" for event in events), encoding="utf-8")
    assert run(["post", str(path), str(file), "--actor", "ekonomi"]) == code


def typed(path: Path, command: str, *options: str, code: int = 0) -> None:
    """Type a command about a book; the exit status is ``code``."""
    assert run([*command.split(), str(path), *options, "--actor", "ekonomi"]) == code


class Printed:
    """What the command line prints of a book, table by table."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def tables(self, *arguments: str, code: int = 0) -> dict[str, list[dict[str, Any]]]:
        """The rows of each table that a command prints as JSON, in English; amounts in the table's unit, as text."""
        self.capsys.readouterr()
        assert run([*arguments, "-O", "json", "--lang", "en"]) == code
        return {each["code"]: each["rows"] for each in json.loads(self.capsys.readouterr().out)["tables"]}

    def page(self, path: Path, page: str, *options: str) -> list[dict[str, Any]]:
        """The rows of a page of the programme; the first table, where it has several."""
        return next(iter(self.tables("programme", "show", str(path), page, *options).values()))

    def errors(self) -> str:
        """What has been written to standard error since the last time."""
        return self.capsys.readouterr().err
