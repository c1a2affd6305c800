"""The rules, their changes and the dates of a fiscal year as JSON and as CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.cli.law_text import certainty_words, checked_on, terms
from sifund_ledger.exchange.csv_forms import csv_text
from sifund_ledger.law import CONSOLIDATED_TO, VERSION, Formula, Rule, calendar, differences, rules_of

_LAW: Final = {"version": VERSION, "consolidated_to": CONSOLIDATED_TO.isoformat()}
_Cells = Mapping[str, Callable[[Rule, Language], object]]
_KNOWN: Final[_Cells] = {
    "citation": lambda rule, language: rule.cited,
    "sfs": lambda rule, language: rule.sfs,
    "certainty": lambda rule, language: rule.certainty.value,
    "certainty_told": certainty_words,
    "checked_on": lambda rule, language: checked_on(rule) or None,
}
_RULE: Final[_Cells] = {
    "name": lambda rule, language: rule.name,
    "says": lambda rule, language: rule.words(language),
    "formula": lambda rule, language: str(rule) if isinstance(rule, Formula) else "",
    "first_year": lambda rule, language: rule.first_year,
    "last_year": lambda rule, language: rule.last_year,
    "in_force_from": lambda rule, language: rule.in_force_from.isoformat() if rule.in_force_from else None,
    **_KNOWN,
}


@dataclass(frozen=True, slots=True)
class LawData:
    """What a command tells as data: as a tree, and as rows under the names of their columns."""

    tree: Mapping[str, Any]
    columns: Sequence[str]
    rows: Sequence[Mapping[str, object]]

    def text(self, form: str) -> str:
        """CSV with a row for each, or JSON."""
        if form == "json":
            return json.dumps({**self.tree, "law": _LAW}, ensure_ascii=False, indent=2)
        cells = ((row.get(column) for column in self.columns) for row in self.rows)
        lines = (["" if cell is None else str(cell) for cell in each] for each in cells)
        return csv_text("canonical", self.columns, lines).rstrip("\n")


def rules_data(year: int, language: Language) -> LawData:
    """Every rule of a fiscal year."""
    rules = rules_of(year)
    tree = {"year": year, "rules": [_whole(rule, year, language) for rule in rules]}
    return LawData(tree, [*_RULE], [_cells(_RULE, rule, language) for rule in rules])


def changes_data(year_a: int, year_b: int, language: Language) -> LawData:
    """What differs between two fiscal years; in rows before and after stand side by side."""
    listed, rows = [], []
    for change in differences(year_a, year_b):
        sides = (("before", change.before, year_a), ("after", change.after, year_b))
        listed.append({"kind": change.kind, **{side: _whole(rule, year, language) for side, rule, year in sides}})
        cells = {
            f"{side}_{column}": cell
            for side, rule, _ in sides
            for column, cell in _cells(_RULE, rule, language).items()
        }
        rows.append({"kind": change.kind, **cells})
    columns = ["kind", *(f"{side}_{column}" for side in ("before", "after") for column in _RULE)]
    return LawData({"years": [year_a, year_b], "changes": listed}, columns, rows)


def calendar_data(year: int, language: Language, *, federation: bool) -> LawData:
    """The dates of a fiscal year."""
    deadlines = [
        {
            "date": each.date.isoformat(),
            "what": each.what(language),
            "rule": each.rule.name,
            **_cells(_KNOWN, each.rule, language),
        }
        for each in calendar(year, federation=federation)
    ]
    return LawData({"year": year, "deadlines": deadlines}, ["date", "what", "rule", *_KNOWN], deadlines)


def _cells(named: _Cells, rule: Rule | None, language: Language) -> dict[str, object]:
    return {} if rule is None else {name: cell(rule, language) for name, cell in named.items()}


def _whole(rule: Rule | None, year: int, language: Language) -> dict[str, Any] | None:
    if rule is None:
        return None
    formula = None
    if isinstance(rule, Formula):
        found = terms(rule, year, language)
        formula = {
            "text": str(rule),
            "target": rule.target,
            "terms": [{"sign": sign or "+", "key": key, "label": label} for sign, label, key in found],
        }
    return {**_cells(_RULE, rule, language), "formula": formula}
