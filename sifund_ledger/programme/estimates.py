"""In-year estimates of projects' costs (beräknade årskostnader; S12): each kept, and held against the outcome."""

from __future__ import annotations

from typing import NamedTuple

from sifund_ledger.programme import events
from sifund_ledger.programme.application import ProgrammeState


class Estimated(NamedTuple):
    """What a project was expected to cost in a year, from the first estimate to the last, and what it did; öre."""

    project: str
    year: int
    estimates: tuple[events.CostEstimated, ...]
    outcome_ore: int | None

    @property
    def first_ore(self) -> int:
        """The first estimate."""
        return self.estimates[0].ore

    @property
    def last_ore(self) -> int:
        """The last estimate."""
        return self.estimates[-1].ore

    @property
    def changes(self) -> int:
        """How many times it was changed."""
        return len(self.estimates) - 1

    @property
    def against_first_ore(self) -> int | None:
        """The outcome less the first estimate."""
        return None if self.outcome_ore is None else self.outcome_ore - self.first_ore

    @property
    def against_last_ore(self) -> int | None:
        """The outcome less the last estimate."""
        return None if self.outcome_ore is None else self.outcome_ore - self.last_ore


def estimated(state: ProgrammeState, fund: str = "") -> tuple[Estimated, ...]:
    """Every project's estimates by year, of a fund or of all."""
    by_year: dict[tuple[str, int], list[events.CostEstimated]] = {}
    for event, _ in state.programme.all_of(events.CostEstimated):
        if not fund or event.fund == fund:
            by_year.setdefault((event.project, event.year), []).append(event)
    costs = state.register.costs
    return tuple(
        Estimated(*key, tuple(each), costs[key].net_ore if key in costs else None) for key, each in by_year.items()
    )


def available_for(state: ProgrammeState, fund: str, project: str, year: int) -> tuple[int, int]:
    """What a fund has for its projects, available and left of the grants of those estimated; and what the others are
    last expected to cost in the year; öre."""
    others = {each.project: each.last_ore for each in estimated(state, fund) if each.year == year}
    others.pop(project, None)
    pots = [state.register.pots[key] for key in state.register.pots if key[0] == fund]
    known = [state.register.project(name) for name in (project, *others)]
    left = sum(each.left for each in known if each is not None and each.fund == fund)
    return sum(pot.available for pot in pots) + left, sum(others.values())
