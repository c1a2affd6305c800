"""An application as its facts make it (ansökan): what is declared, who takes part, how far it has come. Öre.

The declaration decides, never words in a text: whether something is a general reinforcement is what was declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final, NamedTuple, Protocol

from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.programme import events
from sifund_ledger.programme.choices import ParticipantKind, Stage
from sifund_ledger.programme.state import Programme

_DECLARED: Final = tuple(
    spec.name for spec in fields(events.ApplicationDeclared) if spec.name not in ("project", "day", "year")
)


class ProgrammeState(Protocol):
    """What the programme asks of a book: its facts, its funds, and the day."""

    programme: Programme
    register: FundRegister
    balances: Balances
    today: date

    def closed(self, year: int) -> Any:
        """Why nothing more can be recorded in a year."""
        ...


class Participant(NamedTuple):
    """Who takes part: a board, or another actor, with the unit of it where that is said."""

    name: str
    kind: ParticipantKind
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """An application, as declared so far; what is not declared is ``None`` or empty."""

    project: str
    declared: dict[str, Any]
    participants: tuple[Participant, ...]
    stages: tuple[events.StageReached, ...]
    small_granted_ore: int
    """What other small projects of the fund were granted in the year that it was applied for."""

    def __getattr__(self, name: str) -> Any:
        if name in _DECLARED:
            return self.declared.get(name)
        raise AttributeError(name)

    @property
    def boards(self) -> tuple[str, ...]:
        """The boards that take part."""
        return tuple(dict.fromkeys(each.name for each in self.participants if each.kind is ParticipantKind.BOARD))

    @property
    def operations(self) -> int:
        """How many operations of boards take part: units of one board count each."""
        return len({(each.name, each.unit) for each in self.participants if each.kind is ParticipantKind.BOARD})

    def reached(self, *stages: Stage) -> date | None:
        """The first day of one of the stages."""
        days = [each.day for each in self.stages if each.stage in stages]
        return min(days, default=None)

    @property
    def months(self) -> int | None:
        """How many months it runs, begun ones counted; ``None`` where its days are not declared."""
        start, end = self.declared.get("start"), self.declared.get("end")
        if start is None or end is None:
            return None
        whole: int = (end.year - start.year) * 12 + end.month - start.month + (end.day >= start.day)
        return whole


def participants_of(state: ProgrammeState, project: str) -> tuple[Participant, ...]:
    """Who takes part in a project: who joined it, and who stands in its grants."""
    joined = [
        Participant(each.participant, ParticipantKind(each.as_what), each.operation)
        for each, _ in state.programme.about(events.ParticipantJoined, project)
    ]
    granted = state.register.project(project)
    pairs = granted.participants if granted else ()
    return tuple(dict.fromkeys((*joined, *(Participant(board, ParticipantKind.BOARD, unit) for board, unit in pairs))))


def declared_of(state: ProgrammeState, project: str) -> dict[str, Any]:
    """What is declared of a project, later declarations over earlier ones."""
    declared: dict[str, Any] = {}
    for event, _ in state.programme.about(events.ApplicationDeclared, project):
        declared |= {name: value for name in _DECLARED if (value := getattr(event, name)) not in (None, "", ())}
    return declared


def stages_of(state: ProgrammeState, project: str) -> tuple[events.StageReached, ...]:
    """The stages that a project has reached, in order of their days."""
    reached = (event for event, _ in state.programme.about(events.StageReached, project))
    return tuple(sorted(reached, key=lambda each: each.day))


def application_of(state: ProgrammeState, project: str, more: Any = None) -> Application:
    """The application of a project, as it stands; ``more`` is a stage that is to be reached."""
    declared = declared_of(state, project)
    stages = (*stages_of(state, project), *([] if more is None else [more]))
    days = [each.day for each in stages if each.stage == Stage.APPLIED]
    days += [each.day for each, _ in state.programme.about(events.ApplicationDeclared, project)][-1:]
    year = (days[0] if days else state.today).year
    small = sum(_small_granted(state, project, declared.get("fund", ""), year)) if declared.get("small") else 0
    return Application(project, declared, participants_of(state, project), stages, small)


def _small_granted(state: ProgrammeState, project: str, fund: str, year: int) -> Iterator[int]:
    for name in state.programme.projects():
        others = declared_of(state, name) if name != project else {}
        if others.get("small") and others.get("fund", "") == fund:
            granted = any(each.stage == Stage.GRANTED and each.day.year == year for each in stages_of(state, name))
            yield others.get("sought_ore", 0) if granted else 0


def known_project(state: ProgrammeState, project: str) -> bool:
    """Whether a project is known, as an idea, an application or a project of a fund."""
    facts = (events.StageReached, events.ApplicationDeclared)
    return state.register.project(project) is not None or any(
        any(True for _ in state.programme.about(kind, project)) for kind in facts
    )
