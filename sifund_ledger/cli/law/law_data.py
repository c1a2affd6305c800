"""The rules, their changes and the dates of a fiscal year as JSON and as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.cli.law.law_text import certainty_words, checked_on, terms
from sifund_ledger.exchange.csv_forms import csv_text
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.law.deadlines import Deadline, calendar
from sifund_ledger.law.regimes import VERSION
from sifund_ledger.law.rules import CONSOLIDATED_TO, Formula, Rule
from sifund_ledger.law.tables import differences, rules_of

if TYPE_CHECKING:
    from sifund_ledger.exchange.wire.law import (
        CalendarShape,
        DeadlineShape,
        FormulaShape,
        Known,
        LawConsolidated,
        RuleChange,
        RuleChangesShape,
        RuleShape,
        RulesShape,
    )

_LAW: Final[LawConsolidated] = {"version": VERSION, "consolidated_to": CONSOLIDATED_TO.isoformat()}
_KNOWN: Final = ("citation", "sfs", "certainty", "certainty_told", "checked_on")
_RULE_COLUMNS: Final = ("name", "says", "formula", "first_year", "last_year", "in_force_from", *_KNOWN, "practice")
_CALENDAR_COLUMNS: Final = ("date", "what", "rule", *_KNOWN)


def rules_data(year: int, language: Language, form: str) -> str:
    """Every rule of a fiscal year, as CSV with a row for each, or as JSON."""
    rules = rules_of(year)
    if form == "csv":
        return _csv(_RULE_COLUMNS, (_flat(rule, language) for rule in rules), language)
    tree: RulesShape = {"year": year, "law": _LAW, "rules": [_whole(rule, year, language) for rule in rules]}
    return json_text(tree)


def changes_data(year_a: int, year_b: int, language: Language, form: str) -> str:
    """What differs between two fiscal years; as CSV a row for each rule, before and after side by side."""
    changes = differences(year_a, year_b)
    if form == "csv":
        columns = [f"{side}_{column}" for side in ("before", "after") for column in _RULE_COLUMNS]
        rows = (
            {"kind": change.kind} | _side("before", change.before, language) | _side("after", change.after, language)
            for change in changes
        )
        return _csv(("kind", *columns), rows, language)
    listed: list[RuleChange] = [
        {
            "kind": change.kind,
            "before": None if change.before is None else _whole(change.before, year_a, language),
            "after": None if change.after is None else _whole(change.after, year_b, language),
        }
        for change in changes
    ]
    tree: RuleChangesShape = {"years": [year_a, year_b], "law": _LAW, "changes": listed}
    return json_text(tree)


def _side(side: str, rule: Rule | None, language: Language) -> dict[str, Any]:
    return {f"{side}_{column}": value for column, value in _flat(rule, language).items()} if rule else {}


def calendar_data(year: int, language: Language, form: str, *, federation: bool) -> str:
    """The dates of a fiscal year, as CSV with a row for each, or as JSON."""
    deadlines = [_deadline(each, language) for each in calendar(year, federation=federation)]
    if form == "csv":
        return _csv(_CALENDAR_COLUMNS, map(dict, deadlines), language)
    tree: CalendarShape = {"year": year, "law": _LAW, "deadlines": deadlines}
    return json_text(tree)


def _flat(rule: Rule, language: Language) -> dict[str, Any]:
    """A rule as a row of CSV has it."""
    return {**_whole(rule, None, language), "formula": str(rule) if isinstance(rule, Formula) else ""}


def _formula(rule: Formula, year: int, language: Language) -> FormulaShape:
    found = terms(rule, year, language)
    return {
        "text": str(rule),
        "target": rule.target,
        "terms": [{"sign": sign or "+", "key": key, "label": label} for sign, label, key in found],
    }


def _whole(rule: Rule, year: int | None, language: Language) -> RuleShape:
    """A rule; without a ``year`` the terms of its sum are left out, since they have the names of a year."""
    formula = None if year is None or not isinstance(rule, Formula) else _formula(rule, year, language)
    return {
        "name": rule.name,
        "says": rule.words(language),
        "formula": formula,
        "first_year": rule.first_year,
        "last_year": rule.last_year,
        "in_force_from": rule.in_force_from.isoformat() if rule.in_force_from else None,
        **_known(rule, language),
        "practice": rule.practice.words(language) if rule.practice else "",
    }


def _known(rule: Rule, language: Language) -> Known:
    return {
        "citation": rule.cited,
        "sfs": rule.sfs,
        "certainty": rule.certainty.value,
        "certainty_told": certainty_words(rule, language),
        "checked_on": checked_on(rule) or None,
    }


def _deadline(deadline: Deadline, language: Language) -> DeadlineShape:
    return {
        "date": deadline.date.isoformat(),
        "what": deadline.what(language),
        "rule": deadline.rule.name,
        **_known(deadline.rule, language),
    }


def _csv(columns: tuple[str, ...], rows: Iterable[dict[str, Any]], language: Language) -> str:
    lines = (["" if (cell := row.get(column)) is None else str(cell) for column in columns] for row in rows)
    return csv_text("sv" if language == "sv" else "canonical", columns, lines).replace("\r\n", "\n").rstrip("\n")
