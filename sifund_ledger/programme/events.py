"""The facts of the programme (programmets händelser): stated, dated, corrected as other records; none posts anything.

``year`` is the fiscal year of the day that a fact is of. Amounts are öre.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar

from sifund_ledger.ledger.records import Event, events_in

RuleText = tuple[str, str, str, bool]
"""A rule's code, its value as text, its source, and whether a breach is refused."""
EffectLine = tuple[int, str, str, str, int]
"""A year, an actor, a kind of cost, a term, and öre: positive for what is gained."""


class _Fact(Event):
    """What every fact is: counted beside the accounts, so that it can be corrected."""

    __slots__ = ()
    counted: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ProgrammeAdopted(_Fact):
    """The rules of eligibility of a fund (programregler), as adopted, from a day on."""

    kind: ClassVar[str] = "programme_adopted"
    decided: ClassVar[bool] = True
    fund: str
    programme: str
    rules: tuple[RuleText, ...]
    valid_from: date
    year: int


@dataclass(frozen=True, slots=True)
class StageReached(_Fact):
    """A project, or the idea of one, has reached a stage (skede): by whom, at what level, and on which documents."""

    kind: ClassVar[str] = "stage_reached"
    project: str
    stage: str
    day: date
    by: str
    level: str
    board: str
    operation: str
    papers: tuple[str, ...]
    reason: str
    year: int


@dataclass(frozen=True, slots=True)
class ParticipantJoined(_Fact):
    """Somebody takes part in a project from a day on (deltagare): a board or its unit, or another actor."""

    kind: ClassVar[str] = "participant_joined"
    project: str
    participant: str
    as_what: str
    operation: str
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class ApplicationDeclared(_Fact):
    """What an application declares (ansökans uppgifter); a later declaration adds to an earlier, and takes its place.

    What is not declared is ``None``, or an empty text; ``ages`` are none, or the lowest and the highest.
    """

    kind: ClassVar[str] = "application_declared"
    project: str
    fund: str
    sought_ore: int | None
    effort_ore: int | None
    co_financing_ore: int | None
    effect_ore: int | None
    start: date | None
    end: date | None
    first_effect: int | None
    effect_until: int | None
    ages: tuple[int, ...]
    reinforcement: bool | None
    is_new: bool | None
    calculable: bool | None
    measurable: bool | None
    small: bool | None
    exit_plan: str
    endorsed_by: str
    steering: str
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class CostEstimated(_Fact):
    """What a project is expected to cost in a year (beräknad årskostnad; S12); every estimate stands, in order."""

    kind: ClassVar[str] = "cost_estimated"
    project: str
    fund: str
    ore: int
    reason: str
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class ImplementationDecided(_Fact):
    """What becomes of a project in ordinary operations (implementering; S26): ``ore`` is what of its yearly cost is
    made permanent, ``phased_out_ore`` what ordinary operations no longer cost, from a year on."""

    kind: ClassVar[str] = "implementation_decided"
    decided: ClassVar[bool] = True
    project: str
    board: str
    status: str
    share: Fraction
    yearly_ore: int
    ore: int
    phased_out: str
    phased_out_ore: int
    funding: str
    from_year: int
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class GoalStated(_Fact):
    """A goal (mål), at a level, under a goal of the level above, with its indicator; a later one takes its place."""

    kind: ClassVar[str] = "goal_stated"
    goal: str
    level: str
    parent: str
    indicator: str
    owner: str
    first_year: int
    last_year: int
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class GoalLinked(_Fact):
    """A project contributes to a goal (koppling till mål), as shown by an indicator."""

    kind: ClassVar[str] = "goal_linked"
    project: str
    goal: str
    indicator: str
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class MilestoneSet(_Fact):
    """A day to be kept (delmål, utvärdering, rapport) of a project or a goal; ``reached`` once it is."""

    kind: ClassVar[str] = "milestone_set"
    about: str
    milestone: str
    what: str
    due: date
    reached: date | None
    year: int


@dataclass(frozen=True, slots=True)
class EffectCalculated(_Fact):
    """A calculation of a project's effects (effektkalkyl), year by actor by kind of cost; the latest counts."""

    kind: ClassVar[str] = "effect_calculated"
    project: str
    by: str
    lines: tuple[EffectLine, ...]
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class ContractSigned(_Fact):
    """An outcome contract about a project (utfallskontrakt; S23): its terms. A loan and a liability in the accounts,
    and never an earmark: nothing of it is posted here."""

    kind: ClassVar[str] = "contract_signed"
    decided: ClassVar[bool] = True
    project: str
    investor: str
    ore: int
    guarantee: Fraction
    of_saving: Fraction
    cap: Fraction
    of_excess: Fraction
    condition: str
    assessor: str
    day: date
    year: int


@dataclass(frozen=True, slots=True)
class OutcomeAssessed(_Fact):
    """What a contract's activity has saved in all, and whether its condition is met (utfall): ``ore`` is what the
    municipality pays for it by the contract, in all; the latest assessment counts."""

    kind: ClassVar[str] = "outcome_assessed"
    project: str
    saved_ore: int
    met: bool
    ore: int
    by: str
    day: date
    year: int


EVENTS = events_in(globals())
