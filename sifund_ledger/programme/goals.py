"""Goals as a tree (målträd; S21, S22, K11): from operative to the council's, with orphans and each project's path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sifund_ledger.programme import events
from sifund_ledger.programme.application import ProgrammeState
from sifund_ledger.programme.choices import GoalLevel


def goals_of(state: ProgrammeState) -> dict[str, events.GoalStated]:
    """Every goal as last set, by its name."""
    return {event.goal: event for event, _ in state.programme.all_of(events.GoalStated)}


def path_to_top(goals: Mapping[str, events.GoalStated], goal: str) -> list[str]:
    """The goals above one, the nearest first; it ends where one has none above it, or would come again."""
    path: list[str] = []
    above = goals[goal].parent if goal in goals else ""
    while above and above in goals and above not in path:
        path.append(above)
        above = goals[above].parent
    return path


class PlacedGoal(NamedTuple):
    """A goal in the tree: how deep, whether it reaches a strategic goal, and what projects contribute to it."""

    goal: str
    level: GoalLevel
    depth: int
    indicator: str
    owner: str
    first_year: int
    last_year: int
    orphan: bool
    projects: tuple[str, ...]


def tree(state: ProgrammeState) -> Iterator[PlacedGoal]:
    """The goals in order: each strategic goal with what is below it, then the orphans."""
    goals = goals_of(state)
    links: dict[str, list[str]] = {}
    for event, _ in state.programme.all_of(events.GoalLinked):
        links.setdefault(event.goal, []).append(event.project)

    def below(name: str, depth: int) -> Iterator[PlacedGoal]:
        yield placed(name, depth)
        for each in goals.values():
            if each.parent == name:
                yield from below(each.goal, depth + 1)

    def placed(name: str, depth: int) -> PlacedGoal:
        goal = goals[name]
        level = GoalLevel(goal.level)
        tops = [name, *path_to_top(goals, name)]
        orphan = GoalLevel(goals[tops[-1]].level) is not GoalLevel.STRATEGIC
        return PlacedGoal(
            name, level, depth, goal.indicator, goal.owner, goal.first_year, goal.last_year, orphan,
            tuple(dict.fromkeys(links.get(name, ()))),
        )  # fmt: skip

    shown = set[str]()
    for each in sorted(goals.values(), key=lambda goal: GoalLevel(goal.level).rank):
        if not each.parent or each.parent not in goals:
            for one in below(each.goal, 0):
                shown.add(one.goal)
                yield one
    # A correction may leave goals that stand under each other: none of them reaches a strategic one.
    yield from (placed(name, 0) for name in goals if name not in shown)


class ProjectPath(NamedTuple):
    """A project's way to a goal of the council, by the goals that it is linked to; empty where there is none."""

    project: str
    path: tuple[str, ...]
    indicator: str

    @property
    def reaches(self) -> bool:
        """Whether it reaches a strategic goal."""
        return bool(self.path)


def paths(state: ProgrammeState) -> Iterator[ProjectPath]:
    """Each project's first path to a strategic goal (K11); projects of funds that have none are among them."""
    goals = goals_of(state)
    names = dict.fromkeys((*state.programme.projects(), *state.register.projects))
    for name in names:
        found, shown = tuple[str, ...](), ""
        for event, _ in state.programme.about(events.GoalLinked, name):
            path = [event.goal, *path_to_top(goals, event.goal)] if event.goal in goals else []
            if path and GoalLevel(goals[path[-1]].level) is GoalLevel.STRATEGIC:
                found, shown = tuple(path), event.indicator or goals[event.goal].indicator
                break
        yield ProjectPath(name, found, shown)


class Due(NamedTuple):
    """A day to be kept, and whether it was (delmål, utvärdering, rapport)."""

    about: str
    milestone: str
    what: str
    due: date
    reached: date | None
    missed: bool


def calendar(state: ProgrammeState, on: date) -> tuple[Due, ...]:
    """Every day to be kept as last stated, in order; missed where it has passed, or was reached too late."""
    latest = {
        (event.about, event.milestone): event for event, _ in state.programme.all_of(events.MilestoneSet)
    }  # fmt: skip
    dues = [
        Due(each.about, each.milestone, each.what, each.due, each.reached, (each.reached or on) > each.due)
        for each in latest.values()
    ]
    return tuple(sorted(dues, key=lambda each: (each.due, each.about, each.milestone)))
