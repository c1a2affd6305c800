"""Figures written as canonical JSON text, which reads back as equal figures."""

from __future__ import annotations

import json
from typing import Any, Final

from moneyed import Money

from sifund_ledger.amounts import Unit, canonical_amount
from sifund_ledger.balance.figures.year_figures import (
    BASES,
    STATEMENT_ROWS,
    ExceptionalGround,
    GroundEffect,
    Presentation,
    StatementKind,
    YearFigures,
)
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.exchange.figures import parse_figures
from sifund_ledger.exchange.figures_file import FiguresFile
from sifund_ledger.money import from_ore, to_ore

_ZERO: Final = from_ore(0)
_AMOUNTS: Final = ("net_result", *STATEMENT_ROWS, *BASES)


def write_figures(file: FiguresFile) -> str:
    """The figures as canonical JSON text: reading it gives an equal :class:`FiguresFile`.

    Amounts are decimal text in the file's unit, without exponent, trailing zeros or ``-0``; keys at their default are
    left out. The records of a book that amounts come from (``sources``) stay in the book. Raises
    :class:`~sifund_ledger.errors.UnreadableInput` for what no figures file can say, such as figures without a year.

    >>> print(write_figures(FiguresFile(entity="Malmö", unit="mkr", opening_deficits=(), years=(
    ...     YearFigures(year=2014, net_result=from_ore(-14_900_000_000)),))))
    {
      "entity": "Malmö",
      "entity_kind": "municipality",
      "unit": "mkr",
      "opening_deficits": [],
      "year": [
        {
          "year": 2014,
          "net_result": "-149"
        }
      ]
    }
    """
    unit = file.unit
    tree: dict[str, Any] = {"entity": file.entity, "entity_kind": file.entity_kind.value, "unit": unit}
    if file.opening_deficits is not None:
        tree["opening_deficits"] = [
            {
                "year": deficit.year,
                "left": _text(deficit.left, unit),
                **({} if deficit.due_year is None else {"due_year": deficit.due_year}),
                **({"grounds": [_ground_tree(each, unit) for each in deficit.grounds]} if deficit.grounds else {}),
            }
            for deficit in file.opening_deficits
        ]
    if file.opening_excluded is not None:
        excluded = file.opening_excluded
        tree["opening_excluded"] = {
            "unrealised_gains": _text(excluded.unrealised_gains, unit),
            "unrealised_losses": _text(excluded.unrealised_losses, unit),
        }
    tree["year"] = [_year_tree(figures, unit) for figures in file.years]
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    parse_figures(text, format="json", name="figures.json")
    return text


def _text(amount: Money, unit: Unit) -> str:
    return canonical_amount(to_ore(amount), unit)


def _year_tree(figures: YearFigures, unit: Unit) -> dict[str, Any]:
    tree: dict[str, Any] = {"year": figures.year}
    if figures.kind is not StatementKind.OUTCOME:
        tree["kind"] = figures.kind.value
    if figures.as_of is not None:
        tree["as_of"] = figures.as_of.isoformat()
    for key in _AMOUNTS:
        amount = getattr(figures, key)
        if key == "net_result" or (amount is not None and (key in BASES or amount != _ZERO)):
            tree[key] = _text(amount, unit)
    if figures.reserve_purpose:
        tree["reserve_purpose"] = figures.reserve_purpose
    if figures.reserve_decision is not None:
        tree |= _decision_tree(figures.reserve_decision, "reserve_decision")
    if figures.decisive_result != "after":
        tree["decisive_result"] = figures.decisive_result
    if figures.presentation is not Presentation.STRICT:
        tree["presentation"] = figures.presentation.value
    if figures.other_adjustments:
        tree["other_adjustments"] = [
            {
                "label": row.label,
                "amount": _text(row.amount, unit),
                **({"citation": row.citation} if row.citation else {}),
            }
            for row in figures.other_adjustments
        ]
    if figures.exceptional_grounds:
        tree["exceptional_grounds"] = [_ground_tree(each, unit) for each in figures.exceptional_grounds]
    return tree


def _decision_tree(decision: Decision, key: str) -> dict[str, Any]:
    """A decision under its key, with its state and where it is kept where they are told."""
    tree = {key: str(decision)}
    if decision.state is not DecisionState.DECIDED:
        tree[f"{key}_state"] = decision.state.value
    if decision.kept_at:
        tree[f"{key}_kept_at"] = decision.kept_at
    return tree


def _ground_tree(ground: ExceptionalGround, unit: Unit) -> dict[str, Any]:
    tree: dict[str, Any] = {"amount": _text(ground.amount, unit), "deficit_year": ground.deficit_year}
    if ground.effect is not GroundEffect.WAIVE:
        tree["effect"] = ground.effect.value
    tree |= {"reason": ground.reason, **_decision_tree(ground.decision, "decision")}
    if ground.source:
        tree["source"] = ground.source
    if ground.due_year is not None:
        tree["due_year"] = ground.due_year
    return tree
