"""S22 and K11: each project's way through the levels to a goal of the council, and the days to be kept on it."""

from __future__ import annotations

from datetime import date

from goal_trees import post_goals, with_goals
from programme_books import rows
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book

IDEAS = ("Navigator", "Utan mål", "Under orphan")
PATHS = {
    "Navigator": "Operativt 2 → Taktiskt 2 → Färre i utanförskap", "Utan mål": "missing", "Under orphan": "missing",
}  # fmt: skip


def with_projects() -> Book:
    book = with_goals()
    for name in IDEAS:
        book.reach_stage(name, "idea", day="2018-12-01", by="kurator")
    book.link_goal("Operativt 2", "Navigator", indicator="frånvaro", day="2018-12-02")
    book.link_goal("Operativt 7", "Under orphan", day="2018-12-02")
    book.set_milestone("Navigator", "Halvtid", due="2020-06-30", what="evaluation")
    book.set_milestone("Operativt 2", "Hälften", due="2021-12-31")
    book.set_milestone("Navigator", "Delårsrapport", due="2019-08-31", what="report", reached="2019-08-30")
    book.set_milestone("Navigator", "Rapport", due="2019-08-31", what="report", reached="2019-09-05")
    return book


def calendar(book: Book) -> dict[str, str]:
    return {row["milestone"]: row["state"] for row in rows(book.programme.calendar(on=date(2020, 7, 1), language="en"))}


def test_each_project_s_path_and_a_missed_milestone():
    book = with_projects()
    assert {row["project"]: row["path"] for row in rows(book.programme.goal_paths(language="en"))} == PATHS
    assert calendar(book) == {"Delårsrapport": "kept", "Rapport": "missed", "Halvtid": "missed", "Hälften": "to come"}
    book.set_milestone("Navigator", "Halvtid", due="2020-06-30", what="evaluation", reached="2020-06-01")
    assert calendar(book)["Halvtid"] == "kept"


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    printed = Printed(capsys)
    path = tmp_path / "bok.sifund"
    post_goals(path)
    for name in IDEAS:
        typed(path, "project stage", name, "--stage", "idé", "--day", "2018-12-01", "--by", "kurator")
    about = ("--project", "Navigator", "--indicator", "frånvaro", "--day", "2018-12-02")
    typed(path, "goal link", "Operativt 2", *about)
    typed(path, "goal link", "Operativt 7", "--project", "Under orphan", "--day", "2018-12-02")
    day = 'gör = "sätt_delmål"\navser = "{}"\ndelmål = "{}"\nsenast = {}\n'
    posted(
        path,
        day.format("Navigator", "Halvtid", "2020-06-30") + 'slag = "utvärdering"',
        day.format("Operativt 2", "Hälften", "2021-12-31"),
        day.format("Navigator", "Delårsrapport", "2019-08-31") + 'slag = "rapport"\nnått = 2019-08-30',
        day.format("Navigator", "Rapport", "2019-08-31") + 'slag = "rapport"\nnått = 2019-09-05',
    )
    assert recorded(path) == recorded(with_projects())
    assert {row["project"]: row["path"] for row in printed.page(path, "goal-paths")} == PATHS
    states = {row["milestone"]: row["state"] for row in printed.page(path, "calendar", "--day", "2020-07-01")}
    assert states == calendar(with_projects())
    assert [name for name, state in states.items() if state == "missed"] == ["Rapport", "Halvtid"]
