"""The rules, their changes and the dates of a fiscal year as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.cli.law_told import (
    KINDS,
    Kind,
    certainty_told,
    checked_on,
    formula_line,
    kind_of,
    label,
    place_told,
    terms_told,
    years_told,
)
from sifund_ledger.law import CONSOLIDATED_TO, Certainty, Change, Formula, Rule, calendar, differences, rules_of
from sifund_ledger.table import Column, ColumnKind, Row, Table

_WIDTH: Final = 100
_WORDS: Final[dict[str, tuple[str, str]]] = {
    "rules": ("Regler för räkenskapsåret {year}", "Rules of the fiscal year {year}"),
    "consolidated": (
        f"Lagtext konsoliderad till och med {CONSOLIDATED_TO}. Orden är våra, inte lagens.",
        f"Statutes consolidated to {CONSOLIDATED_TO}. The words are ours, not the statutes'.",
    ),
    "years": ("räkenskapsår", "fiscal years"),
    "place": ("Lagrum", "Paragraph"),
    "sure": ("Säkerhet", "How sure"),
    "checked": ("kontrollerad", "checked"),
    "changes": ("Skillnader i reglerna från {a} till {b}", "Differences between the rules of {a} and {b}"),
    "none": ("Inga skillnader.", "No differences."),
    "changed": ("Ändrade", "Changed"),
    "added": ("Tillkomna", "New"),
    "removed": ("Upphörda", "Ended"),
    "moved": ("Samma innehåll, på annan plats eller med annan beteckning", "The same, in another place or name"),
    "more": ("Ny term", "New term"),
    "less": ("Borttagen term", "Term taken away"),
    "calendar": ("Datum för räkenskapsåret {year}", "Dates of the fiscal year {year}"),
    "date": ("Dag", "Date"),
    "rule": ("Regel", "Rule"),
    "what": ("Vad", "What"),
}


def _word(key: str, language: Language, **values: object) -> str:
    return _WORDS[key][0 if language == "sv" else 1].format(**values)


def _heading(text: str) -> str:
    return f"{text}\n{'═' * len(text)}"


def _wrapped(text: str, indent: str, first: str | None = None) -> str:
    kept_together = text.replace(" %", "\u00a0%")
    return textwrap.fill(
        kept_together, _WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent,
        break_on_hyphens=False,
    )  # fmt: skip


def rules_text(year: int, language: Language) -> str:
    """Every rule of a fiscal year, in the order of a statement."""
    head = _heading(_word("rules", language, year=year))
    parts = ["\n".join(_rule(rule, year, language)) for rule in rules_of(year)]
    return "\n\n".join([f"{head}\n{_word('consolidated', language)}", *parts])


def _rule(rule: Rule, year: int, language: Language) -> Iterator[str]:
    yield f"{rule.name}  ({_word('years', language)} {years_told(rule)})"
    yield _wrapped(rule.says(language), "  ")
    yield from _formula(rule, year, language)
    yield f"  {_word('place', language)}: {place_told(rule, language)}"
    yield f"  {_word('sure', language)}: {_sure(rule, language)}"


def _sure(rule: Rule, language: Language) -> str:
    day = checked_on(rule)
    told = certainty_told(rule, language)
    return f"{told}; {_word('checked', language)} {day}" if day else told


def _formula(rule: Rule, year: int, language: Language) -> Iterator[str]:
    for sign, name, key in terms_told(rule, year, language):
        yield f"    {sign or ' '} {name} ({key})"
    if isinstance(rule, Formula):
        yield f"    = {label(rule.target, year, language)} ({rule.target})"


def changes_text(year_a: int, year_b: int, language: Language) -> str:
    """What differs between two fiscal years: what is changed, new, ended, and what has only moved."""
    parts = [_heading(_word("changes", language, a=year_a, b=year_b))]
    by_kind: dict[Kind, list[Change]] = {kind: [] for kind in KINDS}
    for change in differences(year_a, year_b):
        by_kind[kind_of(change)].append(change)
    for kind, changes in by_kind.items():
        if changes:
            title = _word(kind, language)
            parts.append(f"{title}\n{'─' * len(title)}")
            parts += ["\n".join(_change(change, kind, (year_a, year_b), language)) for change in changes]
    return "\n\n".join(parts if len(parts) > 1 else [*parts, _word("none", language)])


def _change(change: Change, kind: Kind, years: tuple[int, int], language: Language) -> Iterator[str]:
    sides = [(rule, year) for rule, year in zip((change.before, change.after), years, strict=True) if rule is not None]
    yield " → ".join(dict.fromkeys(rule.name for rule, _ in sides))
    if kind == "moved":
        yield _wrapped(sides[0][0].says(language), "  ")
    for rule, year in sides:
        text = place_told(rule, language)
        if kind != "moved":
            text = f"{rule.says(language)} [{text}]"
        if rule.certainty is Certainty.UNVERIFIED:
            text += f" ({certainty_told(rule, language)})"
        yield _wrapped(text, " " * 8, f"  {year}: ")
    if kind == "changed":
        yield from _terms_that_differ(sides, language)


def _terms_that_differ(sides: list[tuple[Rule, int]], language: Language) -> Iterator[str]:
    (before, year_a), (after, year_b) = sides
    if not (formula_line(before) and formula_line(after)):
        return
    old, new = terms_told(before, year_a, language), terms_told(after, year_b, language)
    for word, terms, others in (("less", old, new), ("more", new, old)):
        known = {(sign, key) for sign, _, key in others}
        for sign, name, key in terms:
            if (sign, key) not in known:
                yield f"  {_word(word, language)}: {sign} {name} ({key})"


def calendar_text(year: int, language: Language, *, federation: bool) -> str:
    """The dates of a fiscal year, in order of time."""
    rows = []
    for deadline in calendar(year, federation=federation):
        what = deadline.what(language)
        if deadline.rule.certainty is not Certainty.STATUTE:
            what += f" ({certainty_told(deadline.rule, language)})"
        rows.append(Row((deadline.date, deadline.rule.name, deadline.paragraph, what)))
    kinds = {"date": ColumnKind.DAY, "rule": ColumnKind.TEXT, "place": ColumnKind.TEXT, "what": ColumnKind.TEXT}
    columns = tuple(Column(key, _word(key, language), kind) for key, kind in kinds.items())
    return Table(_word("calendar", language, year=year), columns, tuple(rows), language=language).text()
