"""The policy of a fund (riktlinje): the parameters that change postings, amounts or refusals."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any


class SetAsideSource(StrEnum):
    """Where a set-aside comes from (medelskälla; ruling R13): the surplus of a named year, or accumulated equity."""

    SURPLUS = "surplus"
    ACCUMULATED_EQUITY = "accumulated_equity"


class Recognition(StrEnum):
    """In which year a set-aside is booked (ruling R26): the result's year, or the year it is decided."""

    RESULT_YEAR = "result_year"
    DECISION_YEAR = "decision_year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A fund's policy (riktlinje), as the council has adopted it.

    ``presentation`` is the layout of the municipality's own balanskravsutredning (ruling R34). ``set_aside_sources``
    says what may be set aside from; ``set_aside_above_surplus`` lets a set-aside exceed the year's surplus (R13).
    ``use_without_project`` lets an amount be used directly, without a grant (R14). ``overhead_in_net_cost`` lets
    internal overheads count in a project's net cost (R15); ``source`` says where the parameters were found.

    >>> Policy(name="egen riktlinje", source="KF 2020-05-25 § 61").recognition
    <Recognition.RESULT_YEAR: 'result_year'>
    """

    name: str
    source: str
    presentation: str = "strict"
    set_aside_sources: tuple[str, ...] = (SetAsideSource.SURPLUS.value, SetAsideSource.ACCUMULATED_EQUITY.value)
    set_aside_above_surplus: bool = False
    use_without_project: bool = False
    overhead_in_net_cost: bool = False
    recognition: Recognition = Recognition.RESULT_YEAR

    def __post_init__(self) -> None:
        object.__setattr__(self, "recognition", Recognition(self.recognition))
        object.__setattr__(self, "set_aside_sources", tuple(SetAsideSource(s).value for s in self.set_aside_sources))


def policy_to_values(policy: Policy) -> tuple[tuple[str, Any], ...]:
    """The policy as an event keeps it: every parameter by name."""
    return tuple((key, str(value) if isinstance(value, StrEnum) else value) for key, value in asdict(policy).items())


def policy_from_values(values: tuple[tuple[str, Any], ...]) -> Policy:
    """The policy that :func:`policy_to_values` made the values from."""
    known = {spec.name for spec in fields(Policy)}
    return Policy(**{key: value for key, value in values if key in known})
