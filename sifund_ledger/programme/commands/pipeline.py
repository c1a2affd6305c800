"""How far a project has come, and who takes part (skeden, deltagare; S13, S17, S18, S30)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from sifund_ledger.decisions import Organ, body_key
from sifund_ledger.fields.annotated import Reason
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import name_of
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.project.fields import ProjectName
from sifund_ledger.ledger.commands import Command
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import ProgrammeState, stages_of
from sifund_ledger.programme.choices import ENDED, Level, ParticipantKind, Stage
from sifund_ledger.programme.commands.fields import (
    Actor,
    AtLevel,
    Documents,
    MaybeDecided,
    OfBoard,
    OfOperation,
    OnDay,
    project_is_known,
    said_of,
    word_of,
)
from sifund_ledger.programme.eligibility import eligibility
from sifund_ledger.programme.events import ParticipantJoined, StageReached
from sifund_ledger.programme.roles import conflicts_of

_DECIDED: Final = (Stage.GRANTED, Stage.REJECTED)
_LEVELS: Final = {Organ.COUNCIL: Level.COUNCIL, Organ.EXECUTIVE_BOARD: Level.EXECUTIVE, Organ.BOARD: Level.BOARD}


def _in_order(command: ReachStage, state: ProgrammeState) -> Iterator[Finding]:
    """No stage comes before, by its day, what comes before it by its nature; a rejected one goes no further."""
    stage = Stage(command.stage)
    rank = [*Stage].index(stage)
    for each in stages_of(state, command.project):
        earlier = Stage(each.stage)
        if earlier in ENDED and earlier is not stage and rank > [*Stage].index(earlier):
            yield codes.STAGE_AFTER_END.at(command.project, project=command.project, stage=earlier, wanted=stage)
        elif [*Stage].index(earlier) < rank and each.day > command.day:
            values: dict[str, Any] = {"stage": stage, "day": command.day, "earlier": earlier, "earlier_day": each.day}
            yield codes.STAGE_BACKWARDS.at(command.project, project=command.project, **values)


def _decided(command: ReachStage, state: ProgrammeState) -> Iterator[Finding]:
    """What is granted or rejected is a decision, and a rejection has its reason."""
    stage = Stage(command.stage)
    if stage in _DECIDED and command.decision is None:
        yield codes.STAGE_UNDECIDED.at(command.project, project=command.project, stage=stage)
    if stage is Stage.REJECTED and not command.reason.strip():
        yield codes.STAGE_REASON_MISSING.at(command.project, project=command.project)


def _eligible(command: ReachStage, state: ProgrammeState) -> Iterable[Finding]:
    """What is applied for is held against the programme's rules; what is granted keeps those that refuse."""
    stage = Stage(command.stage)
    if stage in (Stage.APPLIED, Stage.GRANTED):
        return eligibility(state, command.project, refusing=stage is Stage.GRANTED, more=command)
    return ()


def _roles_apart(command: ReachStage, state: ProgrammeState) -> Iterable[Finding]:
    """Nobody both applies and prepares, or decides (I20; K3)."""
    return conflicts_of(state, command.project, command)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachStage(Command, sv="nå_skede", cli="project stage", makes=StageReached):
    """State that a project, or the idea of one, has reached a stage (skede), by whom and on which documents."""

    stored: ClassVar = {"documents": lambda record: record.event.papers}
    rules: ClassVar = (_in_order, _decided, _eligible, _roles_apart)
    project: ProjectName
    stage: Annotated[str, word_of("stage", Bilingual("skede", "stage"), Stage), said_of("skede", Stage)]
    day: OnDay
    by: Actor
    level: AtLevel | None = None
    board: OfBoard = ""
    operation: OfOperation = ""
    documents: Documents = ()
    reason: Reason = ""
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """Its documents, the fiscal year of its day, and at what level it was done: that of who decided, where a
        decision says so, else the administration's."""
        level = Level(self.level) if self.level else _LEVELS[self.decision.organ] if self.decision else None
        return {"papers": self.documents, "year": self.day.year, "level": (level or Level.ADMINISTRATION).value}


def _one_kind(command: JoinProject, state: ProgrammeState) -> Iterator[Finding]:
    """Who is a board in one place is not an actor outside the municipality in another."""
    name, kind = command.participant, ParticipantKind(command.as_what)
    outside = state.programme.outside(name)
    if kind is ParticipantKind.BOARD and outside is not None:
        yield codes.PARTICIPANT_ELSEWHERE.at(name, name=name, kind=kind, known=outside)
    elif kind is not ParticipantKind.BOARD and _is_board(state, name):
        yield codes.PARTICIPANT_ELSEWHERE.at(name, name=name, kind=kind, known=ParticipantKind.BOARD)


def _is_board(state: ProgrammeState, name: str) -> bool:
    register, key = state.register, body_key(name)
    if any(event.as_what == ParticipantKind.BOARD for event, _ in state.programme.joined(name)):
        return True
    boards = (board for each in register.projects.values() for board in (each.board, *each.boards) if each.grants)
    return any(body_key(board) == key for board in (*register.boards, *boards))


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinProject(Command, sv="delta", cli="project join", makes=ParticipantJoined):
    """State that a board, a unit of one, or another actor takes part in a project (deltagare)."""

    rules: ClassVar = (project_is_known, _one_kind)
    project: ProjectName
    participant: Annotated[
        str, name_of(Bilingual("deltagare", "participant"), Bilingual("Deltagaren", "The participant"), '"Skola"'),
        Said("deltagare", "Nämnden eller aktören.", "The board or the actor."),
    ]  # fmt: skip
    day: OnDay
    as_what: Annotated[
        str, word_of("participant_kind", Bilingual("slag", "kind"), ParticipantKind), said_of("slag", ParticipantKind)
    ] = ParticipantKind.BOARD.value  # fmt: skip
    operation: OfOperation = ""
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The fiscal year of the day."""
        return {"year": self.day.year}


COMMANDS: tuple[type[Command], ...] = (ReachStage, JoinProject)
