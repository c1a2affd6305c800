"""The stories of four towns as one events file each, and ``sifund``: record by record what Python makes of them."""

from __future__ import annotations

import importlib
from collections import deque
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import test_municipalities as in_python
from console import told

from sifund_ledger.cli.program import run
from sifund_ledger.store.opening import open_book

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def story_of(tell: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The book that a test in Python makes, at its end."""
    made: list[Any] = []
    new_book = in_python.new_book

    def keeping(**how: Any) -> Any:
        made.append(new_book(**how))
        return made[-1]

    monkeypatch.setattr(in_python, "new_book", keeping)
    tell()
    (book,) = made
    return book


def tomelilla() -> Any:
    """The contract's script and worked example D6, each year closed on the approval of its annual report."""
    story = importlib.import_module("year_end.tomelilla")
    book = story.tomelilla()
    story.close_before(book)
    story.year_end(book, grounds_decision=story.GROUNDS).post()
    book.close_year(2013, decision=story.APPROVAL)
    return book


TOWNS = {
    "orebro": lambda: deque(in_python.fourteen_years()),
    "ale": in_python.test_ale_the_reversal_fund_before_and_the_double_model_from_2017,
    "norrkoping": partial(in_python.test_norrkoping_repayments_stop_for_what_starts_after_2021, "a new version"),
}


@pytest.mark.parametrize("town", [*TOWNS, "tomelilla"])
def test_an_events_file_and_two_commands_give_the_records_of_python(town, tmp_path, monkeypatch, capsys):
    by_python = story_of(TOWNS[town], monkeypatch) if town in TOWNS else tomelilla()
    now = datetime(2030, 6, 30, tzinfo=UTC)
    monkeypatch.setitem(open_book.__kwdefaults__, "clock", lambda: now)
    path, actor = str(tmp_path / "town.sifund"), ["--actor", "ekonomi"]
    assert run(["init", path, "--entity", by_python.entity, *actor]) == 0
    assert run(["post", path, str(EXAMPLES / f"{town}.toml"), *actor]) == 0, capsys.readouterr().err
    with open_book(path) as by_file:
        ours, theirs = told(by_file), told(by_python)
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
        assert one == other, f"record {number}"
    assert len(ours) == len(theirs)
