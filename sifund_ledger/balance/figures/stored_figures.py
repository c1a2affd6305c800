"""Figures and opening deficits as the events of a book keep them (lagrad form): pairs of key and value, in öre.

These are canonical bytes: what an earlier version has stored must read back, and be written the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from moneyed import Money

from sifund_ledger.balance.figures.figure_items import OWN_ROWS, ExceptionalGround, OpeningDeficit, OwnRow
from sifund_ledger.balance.figures.figure_kinds import GroundEffect
from sifund_ledger.balance.figures.year_figures import FIGURES, YearFigures, figure_of
from sifund_ledger.decisions import Decision
from sifund_ledger.fields.kinds import DECISION
from sifund_ledger.money import from_ore, to_ore


def figures_to_values(figures: YearFigures) -> tuple[tuple[str, Any], ...]:
    """Figures as an event keeps them: what differs from an empty default; grounds have events of their own."""
    return tuple(
        (figure.name, _stored(value))
        for figure in FIGURES
        if figure.name != "exceptional_grounds"
        and ((value := figures.value(figure.name)) != figure.default or figure.default)
    ) + tuple((key, _stored(value)) for key, value in figures.more.items())


def _stored(value: Any) -> Any:
    if isinstance(value, Money):
        return to_ore(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decision):
        day, state = value.date.isoformat(), value.state.value
        return (value.body, day, value.paragraph, state, value.case_number, value.kept_at)
    if isinstance(value, OwnRow):
        return (value.label, value.ore, value.citation)
    return tuple(_stored(each) for each in value) if isinstance(value, tuple) else value


def figures_from_values(year: int, values: tuple[tuple[str, Any], ...], **more: Any) -> YearFigures:
    """The figures that :func:`figures_to_values` made the values from; ``more`` adds grounds and sources."""
    known = {figure.name for figure in FIGURES}
    read = {key: _read(key, value) for key, value in values if key in known}
    own = {key: from_ore(value) if type(value) is int else value for key, value in values if key not in known}
    return YearFigures(year=year, **read, **more, more=own)


def _read(key: str, value: Any) -> Any:
    kind = figure_of(key).kind
    if kind is OWN_ROWS:
        return tuple(OwnRow(label=label, amount=from_ore(ore), citation=cited) for label, ore, cited in value)
    if kind is DECISION:
        body, day, paragraph, state, case_number, kept_at = value
        return Decision(body, date.fromisoformat(day), paragraph, state, case_number, kept_at)
    return from_ore(value) if type(value) is int else value


def deficits_to_values(deficits: Iterable[OpeningDeficit]) -> tuple[Any, ...]:
    """Opening deficits as an event keeps them, their grounds among them; what a deficit was when it arose comes last,
    where it is known."""
    return tuple(
        (
            deficit.year,
            deficit.ore,
            deficit.due_year or 0,
            tuple((g.ore, g.effect.value, g.due_year or 0, g.reason, g.source, g.decision) for g in deficit.grounds),
            *(() if deficit.arisen_ore is None else (deficit.arisen_ore,)),
        )
        for deficit in deficits
    )


def deficits_from_values(values: tuple[Any, ...]) -> tuple[OpeningDeficit, ...]:
    """The opening deficits that :func:`deficits_to_values` made the values from."""
    return tuple(
        OpeningDeficit(
            year=year,
            left=from_ore(left),
            due_year=due or None,
            grounds=tuple(ground_from_values(year, *ground) for ground in grounds),
            arisen=from_ore(arisen[0]) if arisen else None,
        )
        for year, left, due, grounds, *arisen in values
    )


def ground_from_values(
    deficit_year: int, ore: int, effect: str, due_year: int, reason: str, source: str, decision: Decision
) -> ExceptionalGround:
    """An exceptional ground as it was stored, on the deficit of a year."""
    return ExceptionalGround(
        amount=from_ore(ore), deficit_year=deficit_year, effect=GroundEffect(effect), due_year=due_year or None,
        reason=reason, source=source, decision=decision,
    )  # fmt: skip
