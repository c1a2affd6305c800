"""The rules, their changes and the dates of a fiscal year as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.cli.law_text import certainty_words, checked_on, terms
from sifund_ledger.exchange.csv_forms import guarded
from sifund_ledger.law import CONSOLIDATED_TO, VERSION, Deadline, Formula, Rule, calendar, differences, rules_of

_LAW: Final = {"version": VERSION, "consolidated_to": CONSOLIDATED_TO.isoformat()}
_RULE_COLUMNS: Final = (
    "name", "says", "formula", "first_year", "last_year", "in_force_from", "citation", "sfs", "certainty",
    "certainty_told", "checked_on",
)  # fmt: skip
_CALENDAR_COLUMNS: Final = ("date", "what", "rule", "citation", "sfs", "certainty", "certainty_told", "checked_on")


def rules_data(year: int, language: Language, form: str) -> str:
    """Every rule of a fiscal year, as CSV with a row for each, or as JSON."""
    rules = rules_of(year)
    if form == "csv":
        return _csv(_RULE_COLUMNS, (_flat(rule, language) for rule in rules))
    return _json({"year": year, "law": _LAW, "rules": [_whole(rule, year, language) for rule in rules]})


def changes_data(year_a: int, year_b: int, language: Language, form: str) -> str:
    """What differs between two fiscal years; as CSV a row for each rule, before and after side by side."""
    changes = differences(year_a, year_b)
    if form == "csv":
        sides = [f"{side}_{column}" for side in ("before", "after") for column in _RULE_COLUMNS]
        rows: list[dict[str, object]] = []
        for change in changes:
            row: dict[str, object] = {"kind": change.kind}
            for side, rule in (("before", change.before), ("after", change.after)):
                row |= {f"{side}_{column}": value for column, value in (_flat(rule, language) if rule else {}).items()}
            rows.append(row)
        return _csv(("kind", *sides), rows)
    listed = [
        {
            "kind": change.kind,
            "before": _whole(change.before, year_a, language) if change.before else None,
            "after": _whole(change.after, year_b, language) if change.after else None,
        }
        for change in changes
    ]
    return _json({"years": [year_a, year_b], "law": _LAW, "changes": listed})


def calendar_data(year: int, language: Language, form: str, *, federation: bool) -> str:
    """The dates of a fiscal year, as CSV with a row for each, or as JSON."""
    deadlines = [_deadline(each, language) for each in calendar(year, federation=federation)]
    if form == "csv":
        return _csv(_CALENDAR_COLUMNS, deadlines)
    return _json({"year": year, "law": _LAW, "deadlines": deadlines})


def _whole(rule: Rule, year: int, language: Language) -> dict[str, Any]:
    formula = None
    if isinstance(rule, Formula):
        found = terms(rule, year, language)
        formula = {
            "text": str(rule),
            "target": rule.target,
            "terms": [{"sign": sign or "+", "key": key, "label": label} for sign, label, key in found],
        }
    return {**_flat(rule, language), "formula": formula}


def _flat(rule: Rule, language: Language) -> dict[str, object]:
    return {
        "name": rule.name,
        "says": rule.words(language),
        "formula": str(rule) if isinstance(rule, Formula) else "",
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
        "certainty_told": certainty_words(rule, language),
        "checked_on": checked_on(rule) or None,
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
        cells = (row.get(column) for column in columns)
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue().rstrip("\n")
