"""Effect calculations as tables (effektkalkyler): who gains in which year, and alternatives per krona. Öre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from itertools import accumulate

from sifund_ledger.amounts import Language
from sifund_ledger.programme import events
from sifund_ledger.programme.application import ProgrammeState, application_of, declared_of
from sifund_ledger.programme.choices import CostKind, Term
from sifund_ledger.programme.tables import words
from sifund_ledger.table import Cell, Table


def own_boards(state: ProgrammeState, project: str) -> set[str]:
    """The municipality's own boards: those registered, that take part, or that a project's plan names."""
    granted = state.register.project(project)
    own = {*state.register.boards, *application_of(state, project).boards}
    return own | {granted.board, *granted.boards} if granted else own


def effects_table(state: ProgrammeState, project: str, language: Language) -> Table:
    """A project's latest calculation of effects: year by actor by kind of cost, and what can be clawed back: what the
    municipality's own boards gain, within the policy's horizon (K9)."""
    calculated, granted = state.programme.latest(events.EffectCalculated, project), state.register.project(project)
    boards, until = own_boards(state, project), state.register.repaid_until(granted) if granted else None
    rows = [
        (
            year, actor, CostKind(cost).said, Term(term).said, ore,
            words.YES if actor in boards and ore > 0 and (until is None or year <= until) else words.NO,
        )
        for year, actor, cost, term, ore in sorted(calculated.lines if calculated else ())
    ]  # fmt: skip
    remarks = () if rows else (words.NO_EFFECTS,)
    return words.EFFECTS.listing(rows, language, remarks=remarks, project=project)


def alternatives_table(state: ProgrammeState, projects: Iterable[str], language: Language) -> Table:
    """Projects with a calculation side by side: effect per krona, the year that it breaks even, who gains and pays.

    The cost is the whole effort where it is declared, else what is sought or granted.
    """
    rows = [row for name in projects if (row := _alternative(state, name)) is not None]
    return words.ALTERNATIVES.listing(rows, language)


def _alternative(state: ProgrammeState, name: str) -> tuple[Cell, ...] | None:
    calculated, declared = state.programme.latest(events.EffectCalculated, name), declared_of(state, name)
    if calculated is None:
        return None
    granted, boards = state.register.project(name), own_boards(state, name)
    cost = declared.get("effort_ore") or declared.get("sought_ore") or (granted.granted if granted else 0)
    by_actor, by_term, by_year = Counter[str](), Counter[str](), Counter[int]()
    for year, actor, _, term, ore in calculated.lines:
        by_actor[actor] += ore
        by_term[term] += ore
        by_year[year] += ore
    sums = accumulate(by_year[year] for year in sorted(by_year))
    even = next((year for year, ore in zip(sorted(by_year), sums, strict=True) if cost and ore >= cost), None)
    return (
        name, cost or None, by_term["short"], by_term["long"],
        sum(ore for actor, ore in by_actor.items() if actor in boards),
        Fraction(sum(by_year.values()), cost) if cost else None, even,
        ", ".join(actor for actor, ore in by_actor.items() if ore > 0),
        ", ".join(actor for actor, ore in by_actor.items() if ore < 0),
    )  # fmt: skip
