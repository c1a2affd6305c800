"""What becomes of projects, the goals they serve, and days to be kept (S21, S22, S26)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from sifund_ledger.fields.annotated import Day, Decided
from sifund_ledger.fields.composed import list_of
from sifund_ledger.fields.declared import Said
from sifund_ledger.fields.kinds import AMOUNT, DAY, NOT_NEGATIVE, TEXT, YEAR, Kind, Setting, name_of, unreadable
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.policy.parameters import PART
from sifund_ledger.funds.project.fields import Board, ProjectName
from sifund_ledger.funds.project.rules import own_boards
from sifund_ledger.ledger.commands import Command
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import ProgrammeState, known_project
from sifund_ledger.programme.choices import CostKind, Dated, Funding, GoalLevel, Status, Term
from sifund_ledger.programme.commands.fields import Actor, MaybeDecided, OnDay, project_is_known, said_of, word_of
from sifund_ledger.programme.events import (
    EffectCalculated,
    EffectLine,
    GoalLinked,
    GoalStated,
    ImplementationDecided,
    MilestoneSet,
)
from sifund_ledger.programme.goals import goals_of, path_to_top


def _status_fits(command: ImplementProject, state: ProgrammeState) -> Iterator[Finding]:
    """The whole is all of it, a part in between, phased out nothing."""
    status, share = Status(command.status), command.share
    fits = {Status.IMPLEMENTED: share == 1, Status.PARTLY: 0 < share < 1, Status.PHASED_OUT: share == 0}
    if not fits[status]:
        yield codes.STATUS_CONTRADICTS.at(command.project, project=command.project, status=status, share=share)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementProject(Command, sv="inför_projekt", cli="project implement", makes=ImplementationDecided):
    """State what becomes of a project in ordinary operations (implementering; S26): the share of its yearly cost that
    is made permanent, what is phased out for it, and how it is funded."""

    stored: ClassVar = {
        "phased_out": lambda record: record.event.phased_out,
        "phased_out_cost": lambda record: record.event.phased_out_ore,
    }
    rules: ClassVar = (project_is_known, own_boards, _status_fits)
    project: ProjectName
    board: Board
    status: Annotated[
        str, word_of("status", Bilingual("läge", "status"), Status), said_of("läge", Status)
    ]  # fmt: skip
    share: Annotated[Fraction, PART, Said("andel", "Andel av årskostnaden.", "The share of its yearly cost.")]
    yearly: Annotated[int, NOT_NEGATIVE, Said("årskostnad", "Projektets årskostnad.", "The project's yearly cost.")]
    from_year: Annotated[int, YEAR, Said("från_år", "Första året i ramen.", "The first year in the frame.")]
    day: OnDay
    decision: Decided
    phased_out: Annotated[str, TEXT, Said("avvecklar", "Det som avvecklas i stället.", "What is phased out.")] = ""
    phased_out_cost: Annotated[
        int, NOT_NEGATIVE, Said("avvecklad_kostnad", "Vad det kostade om året.", "What that cost a year.")
    ] = 0
    funding: Annotated[
        str, word_of("funding", Bilingual("finansiering", "funding"), Funding), said_of("finansiering", Funding)
    ] = Funding.APPROPRIATION.value  # fmt: skip

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """What is made permanent, rounded down to whole öre, and the fiscal year of the day."""
        permanent = self.yearly * self.share.numerator // self.share.denominator
        return {"ore": permanent, "phased_out_ore": self.phased_out_cost, "year": self.day.year}


GoalName = Annotated[
    str, name_of(Bilingual("mål", "goal"), Bilingual("Målet", "The goal"), '"Fler klarar skolan"'),
    Said("mål", "Målets namn.", "The goal's name."),
]  # fmt: skip
Indicator = Annotated[str, TEXT, Said("indikator", "Hur det visar sig.", "How it shows.")]


def _under_a_higher(command: StateGoal, state: ProgrammeState) -> Iterator[Finding]:
    """The goal above it is known, of a higher level, and not below it."""
    parent = command.parent
    if not parent:
        return
    known = goals_of(state)
    if parent != command.goal and parent not in known:
        yield codes.GOAL_UNKNOWN.at(parent, goal=parent)
        return
    path = [parent, *path_to_top(known, parent)]
    if command.goal in path:
        through = " → ".join(path[: path.index(command.goal) + 1])
        yield codes.GOAL_CIRCLE.at(command.goal, goal=command.goal, path=through)
    elif GoalLevel(known[parent].level).rank >= GoalLevel(command.level).rank:
        values: dict[str, Any] = {"level": GoalLevel(command.level), "above": GoalLevel(known[parent].level)}
        yield codes.GOAL_LEVEL_UNFIT.at(command.goal, goal=command.goal, parent=parent, **values)


def _above_those_below(command: StateGoal, state: ProgrammeState) -> Iterator[Finding]:
    """A goal that is stated anew stays of a higher level than those under it."""
    level = GoalLevel(command.level)
    for each in goals_of(state).values():
        below = GoalLevel(each.level)
        if each.parent == command.goal != each.goal and below.rank <= level.rank:
            yield codes.GOAL_LEVEL_UNFIT.at(each.goal, goal=each.goal, parent=command.goal, level=below, above=level)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateGoal(Command, sv="ange_mål", cli="goal set", makes=GoalStated):
    """Set a goal (mål): strategic, tactical or operative, under the goal of a higher level that it serves."""

    rules: ClassVar = (_under_a_higher, _above_those_below)
    goal: GoalName
    level: Annotated[
        str, word_of("goal_level", Bilingual("nivå", "level"), GoalLevel), said_of("nivå", GoalLevel)
    ]  # fmt: skip
    day: OnDay
    first_year: Annotated[int, YEAR, Said("första_år", "Första året som målet gäller.", "Its first year.")]
    last_year: Annotated[int, YEAR, Said("sista_år", "Sista året som målet gäller.", "Its last year.")]
    parent: Annotated[str, TEXT, Said("under", "Målet ovanför.", "The goal above it.")] = ""
    indicator: Indicator = ""
    owner: Annotated[str, TEXT, Said("ägare", "Den som svarar för målet.", "Who answers for it.")] = ""
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The fiscal year of its day."""
        return {"year": self.day.year}


def _goal_known(command: LinkGoal, state: ProgrammeState) -> Iterator[Finding]:
    if command.goal not in goals_of(state):
        yield codes.GOAL_UNKNOWN.at(command.goal, goal=command.goal)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGoal(Command, sv="koppla_mål", cli="goal link", makes=GoalLinked):
    """State that a project contributes to a goal (koppling till mål), as an indicator shows."""

    rules: ClassVar = (project_is_known, _goal_known)
    goal: GoalName
    project: ProjectName
    day: OnDay
    indicator: Indicator = ""
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The fiscal year of its day."""
        return {"year": self.day.year}


def _about_something(command: SetMilestone, state: ProgrammeState) -> Iterator[Finding]:
    if command.about not in goals_of(state) and not known_project(state, command.about):
        yield codes.PROJECT_NOT_KNOWN.at(command.about, project=command.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMilestone(Command, sv="sätt_delmål", cli="goal milestone", makes=MilestoneSet):
    """State a day to be kept of a project or a goal (delmål, utvärdering, rapport), and when it was reached."""

    rules: ClassVar = (_about_something,)
    about: Annotated[
        str, name_of(Bilingual("avser", "about"), Bilingual("Det som avses", "What it is about"), '"Navigator"'),
        Said("avser", "Projektet eller målet.", "The project or the goal."),
    ]  # fmt: skip
    milestone: Annotated[
        str, name_of(Bilingual("delmål", "milestone"), Bilingual("Delmålet", "The milestone"), '"Halvtid"'),
        Said("delmål", "Vad som ska vara gjort.", "What is to be done."),
    ]  # fmt: skip
    due: Annotated[date, DAY, Said("senast", "Dagen då det ska vara gjort.", "The day by which it is to be done.")]
    what: Annotated[
        str, word_of("dated", Bilingual("slag", "kind"), Dated), said_of("slag", Dated)
    ] = Dated.MILESTONE.value  # fmt: skip
    reached: Annotated[Day | None, Said("nått", "Dagen då det var gjort.", "The day on which it was done.")] = None
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The fiscal year in which it is due."""
        return {"year": self.due.year}


def _line(value: Any, place: str, setting: Setting) -> EffectLine:
    parts: Any = [each.strip() for each in value.split(":")] if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or len(parts) != 5:
        raise unreadable(_LINE.words, value, place, _LINE.example)
    year, actor, kind, term, ore = parts
    return (
        YEAR.read(year, place, setting), TEXT.read(actor, place, setting), _COST.read(kind, place, setting),
        _TERM.read(term, place, setting), AMOUNT.read(ore, place, setting),
    )  # fmt: skip


_COST = word_of("cost_kind", Bilingual("slag av kostnad", "kind of cost"), CostKind)
_TERM = word_of("term", Bilingual("sikt", "term"), Term)
_LINE = Kind(
    "effect_line",
    Bilingual("effektrad", "effect line"),
    _line,
    '"2022:Skola:avoided:short:100000"',
    {"type": "string"},
    many=Bilingual("effektrader", "effect lines"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculateEffect(Command, sv="beräkna_effekt", cli="project effect", makes=EffectCalculated):
    """State a calculation of a project's effects (effektkalkyl): year, actor, kind of cost, term and amount."""

    rules: ClassVar = (project_is_known,)
    project: ProjectName
    lines: Annotated[
        tuple[EffectLine, ...], list_of(_LINE),
        Said("rader", "år:aktör:slag:sikt:belopp; undviken eller tillkommande kostnad, intäkt; kort eller lång sikt.",
             "year:actor:avoided, added or income:short or long:amount."),
    ]  # fmt: skip
    by: Actor
    day: OnDay
    decision: MaybeDecided = None

    def values(self, state: ProgrammeState) -> dict[str, Any]:
        """The fiscal year of its day."""
        return {"year": self.day.year}


COMMANDS: tuple[type[Command], ...] = (ImplementProject, StateGoal, LinkGoal, SetMilestone, CalculateEffect)
