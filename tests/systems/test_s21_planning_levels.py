"""S21: three levels of planning, each under the one above; orphans named, cycles and turned levels refused."""

from __future__ import annotations

import pytest
from goal_trees import YEARS, post_goals, with_goals
from programme_books import rows
from two_roads import Printed, recorded, typed

from sifund_ledger import Refused


def test_one_orphan_is_named():
    """1 goal of the council, 3 tactical, 12 operative; the seventh has nothing above it."""
    tree = rows(with_goals().programme.goals(language="en"))
    assert [sum(row["goal_level"] == level for row in tree) for level in ("strategic", "tactical", "operative")] == [
        1, 3, 12,
    ]  # fmt: skip
    assert [row["goal"] for row in tree if row["remark"]] == ["Operativt 7"]


def test_a_cycle_a_level_and_an_unknown_goal_are_refused():
    book = with_goals()
    with pytest.raises(Refused, match="GOAL_CIRCLE"):
        book.state_goal("Färre i utanförskap", level="strategic", parent="Operativt 1", **YEARS)
    with pytest.raises(Refused, match="GOAL_CIRCLE"):
        book.state_goal("Själv", level="operative", parent="Själv", **YEARS)
    with pytest.raises(Refused, match="GOAL_LEVEL_UNFIT"):
        book.state_goal("Nytt", level="tactical", parent="Operativt 1", **YEARS)
    with pytest.raises(Refused, match="GOAL_UNKNOWN"):
        book.state_goal("Nytt", level="operative", parent="Finns inte", **YEARS)


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    printed = Printed(capsys)
    path = tmp_path / "bok.sifund"
    post_goals(path)
    assert recorded(path) == recorded(with_goals())
    years = ("--day", "2018-11-01", "--first-year", "2019", "--last-year", "2022")
    typed(
        path, "goal set", "Färre i utanförskap", "--level", "strategiskt", "--parent", "Operativt 1", *years, code=2
    )  # fmt: skip
    assert "GOAL_CIRCLE" in printed.errors()
    tree = printed.page(path, "goals")
    assert [row["goal"] for row in tree if row["remark"]] == ["Operativt 7"]
    assert [row["level"] for row in tree[:3]] == [0, 1, 2]
