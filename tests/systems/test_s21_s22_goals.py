"""S21, S22 and K11: goals at three levels, orphans named, cycles refused; projects' paths to a goal of the council."""

from __future__ import annotations

import pytest
from programme_books import fund_book, rows

from sifund_ledger import Refused

YEARS = {"day": "2018-11-01", "first_year": 2019, "last_year": 2022}


def with_goals() -> object:
    """One goal of the council, three tactical, twelve operative, of which one has nothing above it."""
    book = fund_book(year=2018)
    book.state_goal("Färre i utanförskap", level="strategic", indicator="andel unga som varken", owner="KF", **YEARS)
    for number in range(1, 4):
        book.state_goal(f"Taktiskt {number}", level="tactical", parent="Färre i utanförskap", **YEARS)
    for number in range(1, 13):
        above = "" if number == 7 else f"Taktiskt {(number - 1) % 3 + 1}"
        book.state_goal(f"Operativt {number}", level="operative", parent=above, **YEARS)
    return book


def test_one_orphan_is_named():
    tree = rows(with_goals().programme.goals(language="en"))
    assert len(tree) == 16
    assert [row["goal"] for row in tree if row["remark"]] == ["Operativt 7"]
    assert [row["level"] for row in tree if row["goal"] == "Taktiskt 1"] == ["tactical"]


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


def test_each_project_s_path_and_a_missed_milestone():
    book = with_goals()
    for name in ("Navigator", "Utan mål", "Under orphan"):
        book.reach_stage(name, "idea", day="2018-12-01", by="kurator")
    book.link_goal("Operativt 2", "Navigator", indicator="frånvaro", day="2018-12-02")
    book.link_goal("Operativt 7", "Under orphan", day="2018-12-02")
    paths = {row["project"]: row["path"] for row in rows(book.programme.goal_paths(language="en"))}
    assert paths == {
        "Navigator": "Operativt 2 → Taktiskt 2 → Färre i utanförskap", "Utan mål": "missing", "Under orphan": "missing",
    }  # fmt: skip
    book.set_milestone("Navigator", "Halvtid", due="2020-06-30", what="evaluation")
    book.set_milestone("Operativt 2", "Hälften", due="2021-12-31")
    book.set_milestone("Navigator", "Delårsrapport", due="2019-08-31", what="report", reached="2019-08-30")
    book.set_milestone("Navigator", "Rapport", due="2019-08-31", what="report", reached="2019-09-05")
    states = {row["milestone"]: row["state"] for row in _calendar(book)}
    assert states == {"Delårsrapport": "kept", "Rapport": "missed", "Halvtid": "missed", "Hälften": "to come"}
    book.set_milestone("Navigator", "Halvtid", due="2020-06-30", what="evaluation", reached="2020-06-01")
    assert {row["milestone"]: row["state"] for row in _calendar(book)}["Halvtid"] == "kept"


def _calendar(book):
    from datetime import date

    return rows(book.programme.calendar(on=date(2020, 7, 1), language="en"))
