"""Figures written as canonical JSON text, which reads back as equal figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from moneyed import Money

from sifund_ledger.amounts import Unit, canonical_amount
from sifund_ledger.balance.figures.figure import Figure
from sifund_ledger.balance.figures.year_figures import FIGURES, YearFigures
from sifund_ledger.balance.reserves.securities import EXCLUDED, OpeningExcluded
from sifund_ledger.decisions import Decision, DecisionState
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.exchange.statements.figures_file import FiguresFile, parse_figures
from sifund_ledger.fields.declared import Field, fields_of
from sifund_ledger.money import to_ore

_UNCLEAR: Final = re.compile(r'"-?[1-9][0-9]{0,2}\.[0-9]{3}"')
"""An amount whose point a reader may take for thousands."""


def write_figures(file: FiguresFile, *, table: Sequence[Figure] = FIGURES) -> str:
    """The figures as canonical JSON text: reading it gives an equal :class:`FiguresFile`.

    Amounts are decimal text in the file's unit, without exponent, trailing zeros or ``-0``; keys at their default are
    left out. The records of a book that amounts come from (``sources``) stay in the book. Raises
    :class:`~sifund_ledger.errors.UnreadableInput` for what no figures file can say, such as figures without a year.

    >>> from sifund_ledger.money import from_ore
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
    tree: dict[str, Any] = {"entity": file.entity, "entity_kind": file.entity_kind.value, "unit": file.unit}
    if file.opening_deficits is not None:
        tree["opening_deficits"] = [_written(each, file.unit) for each in file.opening_deficits]
    if file.opening_excluded is not None:
        tree["opening_excluded"] = _written(file.opening_excluded, file.unit)
    tree["year"] = [{"year": each.year, **_table(each, table or FIGURES, file.unit)} for each in file.years]
    text = json_text(tree)
    if _UNCLEAR.search(text):
        text = json_text({"decimal_mark": ".", **tree})
    parse_figures(text, format="json", name="figures.json", table=table)
    return text


def _table(owner: Any, declared: Iterable[Field], unit: Unit) -> dict[str, Any]:
    """What differs from the defaults, a decision with its state and where it is kept beside it."""
    tree: dict[str, Any] = {}
    for field in declared:
        value = owner.value(field.name) if isinstance(owner, YearFigures) else getattr(owner, field.name)
        if value == field.default:
            continue
        tree[field.name] = _written(value, unit)
        if isinstance(value, Decision):
            beside = {"state": value.state.value, "kept_at": value.kept_at}
            defaults = ("", DecisionState.DECIDED.value)
            tree |= {f"{field.name}_{key}": each for key, each in beside.items() if each not in defaults}
    return tree


def _written(value: Any, unit: Unit) -> Any:
    if isinstance(value, Money):
        return canonical_amount(to_ore(value), unit)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decision):
        return str(value)
    if isinstance(value, tuple):
        return [_written(each, unit) for each in value]
    if isinstance(value, str | int):
        return str(value) if isinstance(value, str) else value
    return _table(value, EXCLUDED if isinstance(value, OpeningExcluded) else fields_of(value.__class__), unit)
