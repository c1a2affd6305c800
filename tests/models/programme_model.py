"""A model of the programme (programmets modell): what was stated, in a list; all else is worked out anew from it.

Each command says with which codes it is to be refused; rules of eligibility are not modelled, and may refuse besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

_STAGES: Final = ("idea", "prepared", "applied", "granted", "rejected", "running", "closed", "evaluated")
_LEVELS: Final = ("strategic", "tactical", "operative")


class ProgrammeModel:
    """The facts of a programme by the number of their record, and the projects that have a grant."""

    def __init__(self) -> None:
        self.facts: dict[int, tuple[str, dict[str, Any]]] = {}
        self.granted: set[str] = set()

    def of(self, kind: str, **about: Any) -> Iterator[dict[str, Any]]:
        """What stands of a kind, in order."""
        for stated, fact in self.facts.values():
            if stated == kind and all(fact[name] == value for name, value in about.items()):
                yield fact

    def knows(self, project: str) -> set[str]:
        """No code where a project is known: as an idea, an application or a project of a fund."""
        stated = any(True for kind in ("stage", "declared") for _ in self.of(kind, project=project))
        return set() if stated or project in self.granted else {"PROJECT_NOT_KNOWN"}

    def stage(self, project: str, stage: str, day: date, reason: str, *, decided: bool) -> set[str]:
        """In order by nature and day; what is granted or rejected is decided, and a rejection has its reason."""
        codes, rank = set[str](), _STAGES.index(stage)
        for each in self.of("stage", project=project):
            before = _STAGES.index(each["stage"])
            if each["stage"] == "rejected" and rank > before:
                codes.add("STAGE_AFTER_END")
            elif before < rank and each["day"] > day:
                codes.add("STAGE_BACKWARDS")
        if stage in ("granted", "rejected") and not decided:
            codes.add("STAGE_UNDECIDED")
        if stage == "rejected" and not reason:
            codes.add("STAGE_REASON_MISSING")
        return codes

    def is_outside(self, name: str) -> bool:
        """Whether somebody takes part as anything but a board."""
        return any(each["as_what"] != "board" for each in self.of("joined", who=name))

    def join(self, project: str, who: str, kind: str) -> set[str]:
        """A known project; and nobody is a board here and another actor there."""
        boards = {each["who"] for each in self.of("joined", as_what="board")} | (
            {"Skola", "Social"} if self.granted else set()
        )
        elsewhere = self.is_outside(who) if kind == "board" else who in boards
        return self.knows(project) | ({"PARTICIPANT_ELSEWHERE"} if elsewhere else set())

    def goals(self) -> dict[str, dict[str, Any]]:
        """Each goal as last stated."""
        return {each["goal"]: each for each in self.of("goal")}

    def above(self, goal: str) -> list[str]:
        """The goals above one that stands, until there is none, or one comes again."""
        goals, path = self.goals(), [goal]
        while (parent := goals[path[-1]]["parent"]) in goals and parent not in path:
            path.append(parent)
        return path[1:]

    def state_goal(self, goal: str, parent: str, level: str) -> set[str]:
        """Under one that is there, of a higher level and not below it; above those under it."""
        goals, rank, codes = self.goals(), _LEVELS.index(level), set[str]()
        if parent and parent not in goals and parent != goal:
            codes.add("GOAL_UNKNOWN")
        elif parent and (parent == goal or goal in self.above(parent)):
            codes.add("GOAL_CIRCLE")
        elif parent and _LEVELS.index(goals[parent]["level"]) >= rank:
            codes.add("GOAL_LEVEL_UNFIT")
        under = [each for each in goals.values() if each["parent"] == goal != each["goal"]]
        if any(_LEVELS.index(each["level"]) <= rank for each in under):
            codes.add("GOAL_LEVEL_UNFIT")
        return codes

    def orphans(self) -> set[str]:
        """The goals that reach no strategic one."""
        goals = self.goals()
        return {name for name in goals if goals[[name, *self.above(name)][-1]]["level"] != "strategic"}

    # Tables

    def pipeline(self) -> dict[str, tuple[Any, ...]]:
        """By project the first day of an idea, a preparation, an application, and of a decision, a grant before any."""
        table = {}
        for project in dict.fromkeys(each["project"] for each in self.of("stage")):
            first = {
                stage: min((each["day"] for each in self.of("stage", project=project, stage=stage)), default=None)
                for stage in _STAGES
            }
            table[project] = (first["idea"], first["prepared"], first["applied"], first["granted"] or first["rejected"])
        return table

    def estimates(self) -> dict[tuple[str, int], tuple[int, int, int]]:
        """By project and year the first estimate, the last, and how many times it was changed."""
        listed: dict[tuple[str, int], list[int]] = {}
        for each in self.of("estimate"):
            listed.setdefault((each["project"], each["year"]), []).append(each["ore"])
        return {key: (ores[0], ores[-1], len(ores) - 1) for key, ores in listed.items()}

    def participation(self) -> set[tuple[str, str, str]]:
        """Project, who takes part, and which unit; those of a grant among them."""
        joined = {(each["project"], each["who"], each["operation"]) for each in self.of("joined")}
        return joined | {(project, "Skola", "Elevhälsan") for project in self.granted}

    def calendar(self) -> dict[str, tuple[date, date | None]]:
        """By what a milestone is about its day as last stated, and when it was reached."""
        return {each["about"]: (each["due"], each["reached"]) for each in self.of("milestone")}
