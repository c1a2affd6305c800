"""The rules, their changes and the dates of a fiscal year as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.cli.law_told import certainty_told, checked_on, formula_line, kind_of, terms_told
from sifund_ledger.exchange.csv_forms import guarded
from sifund_ledger.law import CONSOLIDATED_TO, VERSION, Deadline, Formula, Rule, calendar, differences, rules_of

_LAW: Final = {"version": VERSION, "consolidated_to": CONSOLIDATED_TO.isoformat()}
_RULE_COLUMNS: Final = (
    "name", "says", "formula", "first_year", "last_year", "in_force_from", "citation", "sfs", "certainty",
    "certainty_told", "checked_on",
)  # fmt: skip
_CALENDAR_COLUMNS: Final = ("date", "what", "rule", "citation", "sfs", "certainty", "certainty_told", "checked_on")


def rules_json(year: int, language: Language) -> str:
    """Every rule of a fiscal year as JSON text."""
    rules = [_rule(rule, year, language) for rule in rules_of(year)]
    return _json({"year": year, "law": _LAW, "rules": rules})


def rules_csv(year: int, language: Language) -> str:
    """Every rule of a fiscal year as CSV text, a row for each."""
    return _csv(_RULE_COLUMNS, (_flat(rule, year, language) for rule in rules_of(year)))


def changes_json(year_a: int, year_b: int, language: Language) -> str:
    """What differs between two fiscal years as JSON text."""
    changes = [
        {
            "kind": kind_of(change),
            "before": None if change.before is None else _rule(change.before, year_a, language),
            "after": None if change.after is None else _rule(change.after, year_b, language),
        }
        for change in differences(year_a, year_b)
    ]
    return _json({"years": [year_a, year_b], "law": _LAW, "changes": changes})


def changes_csv(year_a: int, year_b: int, language: Language) -> str:
    """What differs between two fiscal years as CSV text: a row for each rule, before and after side by side."""
    sides = [f"{side}_{column}" for side in ("before", "after") for column in _RULE_COLUMNS]
    rows = []
    for change in differences(year_a, year_b):
        row: dict[str, object] = {"kind": kind_of(change)}
        for side, rule, year in (("before", change.before, year_a), ("after", change.after, year_b)):
            flat = {} if rule is None else _flat(rule, year, language)
            row |= {f"{side}_{column}": value for column, value in flat.items()}
        rows.append(row)
    return _csv(("kind", *sides), rows)


def calendar_json(year: int, language: Language, *, federation: bool) -> str:
    """The dates of a fiscal year as JSON text."""
    deadlines = [_deadline(each, language) for each in calendar(year, federation=federation)]
    return _json({"year": year, "law": _LAW, "deadlines": deadlines})


def calendar_csv(year: int, language: Language, *, federation: bool) -> str:
    """The dates of a fiscal year as CSV text, a row for each."""
    return _csv(_CALENDAR_COLUMNS, (_deadline(each, language) for each in calendar(year, federation=federation)))


def _rule(rule: Rule, year: int, language: Language) -> dict[str, Any]:
    told: dict[str, Any] = _flat(rule, year, language)
    told["formula"] = _formula(rule, year, language) if isinstance(rule, Formula) else None
    return told


def _flat(rule: Rule, year: int, language: Language) -> dict[str, object]:
    return {
        "name": rule.name,
        "says": rule.says(language),
        "formula": formula_line(rule),
        "first_year": rule.first_year,
        "last_year": rule.last_year,
        "in_force_from": rule.in_force_from.isoformat() if rule.in_force_from else None,
        **_known(rule, language),
    }


def _known(rule: Rule, language: Language) -> dict[str, object]:
    return {
        "citation": rule.cited,
        "sfs": rule.sfs,
        "certainty": rule.certainty.value,
        "certainty_told": certainty_told(rule, language),
        "checked_on": checked_on(rule) or None,
    }


def _formula(rule: Formula, year: int, language: Language) -> dict[str, Any]:
    return {
        "text": formula_line(rule),
        "target": rule.target,
        "terms": [
            {"sign": sign or "+", "key": key, "label": label} for sign, label, key in terms_told(rule, year, language)
        ],
    }


def _deadline(deadline: Deadline, language: Language) -> dict[str, object]:
    return {
        "date": deadline.date.isoformat(),
        "what": deadline.what(language),
        "rule": deadline.rule.name,
        **_known(deadline.rule, language),
    }


def _json(tree: dict[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _csv(columns: Sequence[str], rows: Iterable[dict[str, object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue().rstrip("\n")


def _cell(value: object) -> object:
    return guarded(value) if isinstance(value, str) else value
