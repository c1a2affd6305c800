"""Who does what of a project (roller; S13, K3), and where one hand does two things that should be apart (I20)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final, NamedTuple

from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.programme import events
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import ProgrammeState, stages_of
from sifund_ledger.programme.choices import Stage
from sifund_ledger.written import cleaned


class Role(NamedTuple):
    """A role in a project, and its words."""

    code: str
    words: Bilingual


PROPOSER: Final = Role("proposer", Bilingual("förslagsställare", "proposer"))
PREPARER: Final = Role("preparer", Bilingual("beredare", "preparer"))
APPLICANT: Final = Role("applicant", Bilingual("sökande", "applicant"))
DECIDER: Final = Role("decider", Bilingual("beslutande", "decider"))
CALCULATOR: Final = Role("calculator", Bilingual("beräknare", "calculator"))
REVIEWER: Final = Role("reviewer", Bilingual("granskare", "reviewer"))
ROLES: Final = (PROPOSER, PREPARER, APPLICANT, DECIDER, CALCULATOR, REVIEWER)
_OF_STAGE: Final = {
    Stage.IDEA: PROPOSER,
    Stage.PREPARED: PREPARER,
    Stage.APPLIED: APPLICANT,
    Stage.GRANTED: DECIDER,
    Stage.REJECTED: DECIDER,
    Stage.EVALUATED: REVIEWER,
}
_APART: Final = frozenset(
    frozenset(pair)
    for pair in (
        (PREPARER.code, APPLICANT.code), (APPLICANT.code, DECIDER.code), (PREPARER.code, DECIDER.code),
        (APPLICANT.code, REVIEWER.code), (CALCULATOR.code, REVIEWER.code), (DECIDER.code, REVIEWER.code),
    )
)  # fmt: skip
"""The roles that one hand should not have together; who proposes may apply."""


class Conflict(NamedTuple):
    """One hand with two roles of a project that should be apart."""

    project: str
    actor: str
    one: Role
    other: Role


def hands_of(state: ProgrammeState, project: str, more: Any = None) -> dict[str, list[tuple[str, str]]]:
    """Who has each role of a project, with the unit: from its stages and its effect calculations; ``more`` is a stage
    that is to be reached."""
    hands: dict[str, list[tuple[str, str]]] = {}
    for each in (*stages_of(state, project), *([] if more is None else [more])):
        role = _OF_STAGE.get(Stage(each.stage))
        if role is not None:
            hands.setdefault(role.code, []).append((each.by, each.operation))
    for each, _ in state.programme.about(events.EffectCalculated, project):
        hands.setdefault(CALCULATOR.code, []).append((each.by, ""))
    return hands


def conflicts(state: ProgrammeState, project: str, more: Any = None) -> Iterator[Conflict]:
    """Where one hand, an office or a unit, has two roles that should be apart; each pair once."""
    hands = hands_of(state, project, more)
    for one, other in combinations(ROLES, 2):
        if frozenset((one.code, other.code)) not in _APART:
            continue
        same = [actor for actor, unit in hands.get(one.code, ()) if _is_among(actor, unit, hands.get(other.code, []))]
        if same:
            yield Conflict(project, same[0], one, other)


def _is_among(actor: str, unit: str, others: list[tuple[str, str]]) -> bool:
    key = cleaned(actor).casefold()
    return any(key == cleaned(other).casefold() or (unit and unit == of_unit) for other, of_unit in others)


def conflicts_of(state: ProgrammeState, project: str, more: Any = None) -> Iterator[Finding]:
    """What a stage that is to be reached makes of them, as findings; those that stood before are told already."""
    before = {(each.one, each.other) for each in conflicts(state, project)}
    for each in conflicts(state, project, more):
        if (each.one, each.other) not in before:
            yield codes.ROLES_IN_ONE_HAND.at(
                project, project=project, actor=each.actor, one=each.one.words, other=each.other.words
            )
