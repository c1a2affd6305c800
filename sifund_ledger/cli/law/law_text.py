"""The rules, their changes and the dates of a fiscal year as text for a terminal, and the words for them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final, get_args

from sifund_ledger.amounts import Language
from sifund_ledger.cli.output import heading
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.deadlines import calendar
from sifund_ledger.law.rows import row_name
from sifund_ledger.law.rules import CONSOLIDATED_TO, SIGNS, Certainty, Formula, Rule
from sifund_ledger.law.tables import Change, Kind, differences, rules_of
from sifund_ledger.table import Column, ColumnKind, Row, Table

_WIDTH: Final = 100
_WORDS: Final = {
    "rules": Bilingual("Regler för räkenskapsåret {year}", "Rules of the fiscal year {year}"),
    "consolidated": Bilingual(
        f"Lagtext konsoliderad till och med {CONSOLIDATED_TO}. Orden är våra, inte lagens.",
        f"Statutes consolidated to {CONSOLIDATED_TO}. The words are ours, not the statutes'.",
    ),
    "years": Bilingual("räkenskapsår", "fiscal years"),
    "place": Bilingual("Lagrum", "Paragraph"),
    "no place": Bilingual("inget lagrum", "no paragraph"),
    "worded": Bilingual("lydelse enligt", "as worded by"),
    "in force": Bilingual("i kraft", "in force"),
    "practice": Bilingual("Utan lagrum", "Without a paragraph"),
    "sure": Bilingual("Säkerhet", "How sure"),
    "checked": Bilingual("kontrollerad", "checked"),
    "own rows": Bilingual("Kommunens egna rader", "Rows of its own"),
    "changes": Bilingual("Skillnader i reglerna från {a} till {b}", "Differences between the rules of {a} and {b}"),
    "none": Bilingual("Inga skillnader.", "No differences."),
    "changed": Bilingual("Ändrade", "Changed"),
    "added": Bilingual("Tillkomna", "New"),
    "removed": Bilingual("Upphörda", "Ended"),
    "moved": Bilingual(
        "Samma innehåll, på annan plats eller med annan beteckning", "The same, in another place or name"
    ),
    "more": Bilingual("Ny term", "New term"),
    "less": Bilingual("Borttagen term", "Term taken away"),
    "calendar": Bilingual("Datum för räkenskapsåret {year}", "Dates of the fiscal year {year}"),
    "date": Bilingual("Dag", "Date"),
    "rule": Bilingual("Regel", "Rule"),
    "what": Bilingual("Vad", "What"),
}


def _word(key: str, language: Language, **values: object) -> str:
    return _WORDS[key].words(language).format(**values)


def certainty_words(rule: Rule, language: Language) -> str:
    """How a rule is known, with its mark; in Swedish without the mark where that is an English word.

    >>> from sifund_ledger.law import rule_of
    >>> certainty_words(rule_of("EQ-0", 2012), "en"), certainty_words(rule_of("AUTH", 2024), "en")
    ('UNVERIFIED: not verified against the statute', 'the statute has been read (S)')
    """
    known, mark = rule.certainty.words(language), rule.certainty.value
    if rule.certainty is not Certainty.UNVERIFIED:
        return f"{known} ({mark})"
    return known if language == "sv" else f"{mark}: {known}"


def checked_on(rule: Rule) -> str:
    """The day a rule was checked as ISO 8601; empty for one that has not been verified."""
    return "" if rule.certainty is Certainty.UNVERIFIED else rule.checked_on.isoformat()


def terms(rule: Rule, year: int, language: Language) -> list[tuple[str, str, str]]:
    """The terms of a formula: sign, what it is called in the year's statement, and its key; none for other rules."""
    if not isinstance(rule, Formula):
        return []
    found = [("", _label(rule.start, year, language), rule.start)]
    found += [(SIGNS[sign], _label(key, year, language), key) for key, sign in rule.terms]
    return [*found, ("±", _word("own rows", language), "other_adjustments")] if rule.own_rows else found


def _label(code: str, year: int, language: Language) -> str:
    """What a row is called, without the word that says its sign: the sign stands before it.

    >>> _label("realised_gains", 2024, "en")
    'All realised gains on disposals'
    """
    bare = row_name(code, year, language).removeprefix("Less ")
    return bare[:1].upper() + bare[1:]


def _place(rule: Rule, language: Language) -> str:
    """The paragraph with its SFS number, the act that gave it its wording where that is another, and since when.

    >>> from sifund_ledger.law import rule_of
    >>> _place(rule_of("CAP-1", 2024), "en")
    'KL (2017:725) 11:14, as worded by SFS 2023:642, in force 2024-01-01'
    """
    if rule.citation is None:
        return _word("no place", language)
    worded = "" if rule.sfs in str(rule.citation) else f", {_word('worded', language)} SFS {rule.sfs}"
    return f"{rule.cited}{worded}, {_word('in force', language)} {rule.in_force_from}"


def _wrapped(text: str, indent: str, first: str | None = None) -> str:
    kept_together = text.replace(" %", "\u00a0%")
    return textwrap.fill(
        kept_together, _WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent,
        break_on_hyphens=False,
    )  # fmt: skip


def rules_text(year: int, language: Language) -> str:
    """Every rule of a fiscal year, in the order of a statement."""
    head = heading(_word("rules", language, year=year))
    parts = ["\n".join(_rule(rule, year, language)) for rule in rules_of(year)]
    return "\n\n".join([f"{head}\n{_word('consolidated', language)}", *parts])


def _rule(rule: Rule, year: int, language: Language) -> Iterator[str]:
    yield f"{rule.name}  ({_word('years', language)} {rule.span})"
    yield _wrapped(rule.words(language), "  ")
    yield from _formula(rule, year, language)
    yield f"  {_word('place', language)}: {_place(rule, language)}"
    if rule.practice:
        yield _wrapped(f"{_word('practice', language)}: {rule.practice.words(language)}", "  ")
    yield f"  {_word('sure', language)}: {_sure(rule, language)}"


def _sure(rule: Rule, language: Language) -> str:
    day = checked_on(rule)
    known = certainty_words(rule, language)
    return f"{known}; {_word('checked', language)} {day}" if day else known


def _formula(rule: Rule, year: int, language: Language) -> Iterator[str]:
    for sign, name, key in terms(rule, year, language):
        yield f"    {sign or ' '} {name} ({key})"
    if isinstance(rule, Formula):
        yield f"    = {_label(rule.target, year, language)} ({rule.target})"


def changes_text(year_a: int, year_b: int, language: Language) -> str:
    """What differs between two fiscal years: what is changed, new, ended, and what has only moved."""
    parts = [heading(_word("changes", language, a=year_a, b=year_b))]
    by_kind: dict[Kind, list[Change]] = {kind: [] for kind in get_args(Kind)}
    for change in differences(year_a, year_b):
        by_kind[change.kind].append(change)
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
        yield _wrapped(sides[0][0].words(language), "  ")
    for rule, year in sides:
        text = _place(rule, language)
        if kind != "moved":
            text = f"{rule.words(language)} [{text}]"
        if rule.certainty is Certainty.UNVERIFIED:
            text += f" ({certainty_words(rule, language)})"
        yield _wrapped(text, " " * 8, f"  {year}: ")
    if kind == "changed":
        yield from _terms_that_differ(sides, language)


def _terms_that_differ(sides: list[tuple[Rule, int]], language: Language) -> Iterator[str]:
    (before, year_a), (after, year_b) = sides
    if not (isinstance(before, Formula) and isinstance(after, Formula)):
        return
    old, new = terms(before, year_a, language), terms(after, year_b, language)
    for word, found, others in (("less", old, new), ("more", new, old)):
        known = {(sign, key) for sign, _, key in others}
        for sign, name, key in found:
            if (sign, key) not in known:
                yield f"  {_word(word, language)}: {sign} {name} ({key})"


def calendar_text(year: int, language: Language, *, federation: bool) -> str:
    """The dates of a fiscal year, in order of time."""
    rows = []
    for deadline in calendar(year, federation=federation):
        what = deadline.what(language)
        if deadline.rule.certainty is not Certainty.STATUTE:
            what += f" ({certainty_words(deadline.rule, language)})"
        rows.append(Row((deadline.date, deadline.rule.name, deadline.paragraph, what)))
    kinds = {"date": ColumnKind.DAY, "rule": ColumnKind.TEXT, "place": ColumnKind.TEXT, "what": ColumnKind.TEXT}
    columns = tuple(Column(key, _word(key, language), kind) for key, kind in kinds.items())
    return Table(_word("calendar", language, year=year), columns, tuple(rows), language=language).text()
