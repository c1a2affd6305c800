"""A rule as a reader is told it: its formula in words with signs, its years, its place in the law, how sure it is."""

from __future__ import annotations

from typing import Final, Literal

from sifund_ledger.amounts import Language
from sifund_ledger.law import Certainty, Change, Formula, Rule, row_name

Kind = Literal["changed", "added", "removed", "moved"]
KINDS: Final[tuple[Kind, ...]] = ("changed", "added", "removed", "moved")

_SIGNS: Final = {1: "+", -1: "−"}
_CERTAINTY: Final[dict[Certainty, tuple[str, str]]] = {
    Certainty.STATUTE: ("lagtexten är läst", "the statute has been read"),
    Certainty.SECONDARY: ("en andrahandskälla är läst, inte lagtexten", "a secondary source has been read"),
    Certainty.INFERENCE: ("slutsats ur lagtexten eller god sed", "inferred from the statute or good practice"),
    Certainty.UNVERIFIED: ("inte bekräftad mot lagtexten", "not verified against the statute"),
}


def certainty_told(rule: Rule, language: Language) -> str:
    """How a rule is known, spelled out with its mark.

    >>> from sifund_ledger.law import rule_of
    >>> certainty_told(rule_of("AUTH", 2012), "en"), certainty_told(rule_of("AUTH", 2024), "en")
    ('UNVERIFIED: not verified against the statute', 'the statute has been read (S)')
    """
    told, mark = _CERTAINTY[rule.certainty][0 if language == "sv" else 1], rule.certainty.value
    return f"{mark}: {told}" if rule.certainty is Certainty.UNVERIFIED else f"{told} ({mark})"


def checked_on(rule: Rule) -> str:
    """The day a rule was checked as ISO 8601; empty for one that has not been verified."""
    return "" if rule.certainty is Certainty.UNVERIFIED else rule.checked_on.isoformat()


def years_told(rule: Rule) -> str:
    """The fiscal years of a rule, first to last.

    >>> from sifund_ledger.law import rule_of
    >>> years_told(rule_of("BKR-2", 2024)), years_told(rule_of("DIS-1", 2033)), years_told(rule_of("BKR-3", 2034))
    ('2024–2033', '2033', '2034–')
    """
    if rule.first_year == rule.last_year:
        return str(rule.first_year)
    return f"{rule.first_year}–{rule.last_year or ''}"


def place_told(rule: Rule, language: Language) -> str:
    """The paragraph with its SFS number, the act that gave it its wording where that is another, and since when.

    >>> from sifund_ledger.law import rule_of
    >>> place_told(rule_of("CAP-1", 2024), "en")
    'KL (2017:725) 11:14, as worded by SFS 2023:642, in force 2024-01-01'
    """
    swedish = language == "sv"
    if rule.citation is None:
        return "inget lagrum" if swedish else "no paragraph"
    place = rule.cited
    if rule.sfs not in place:
        place += f", {'lydelse enligt' if swedish else 'as worded by'} SFS {rule.sfs}"
    return f"{place}, {'i kraft' if swedish else 'in force'} {rule.in_force_from}"


def formula_line(rule: Rule) -> str:
    """A formula in the keys of the figures file, on one line; empty for a rule that is none.

    >>> from sifund_ledger.law import rule_of
    >>> formula_line(rule_of("BKR-1", 2014))
    'balance_requirement_result = result_after_adjustments − reserve_allocated + reserve_used'
    """
    if not isinstance(rule, Formula):
        return ""
    terms = "".join(f" {_SIGNS[sign]} {key}" for key, sign in rule.terms)
    own = " ± other_adjustments" if rule.own_rows else ""
    return f"{rule.target} = {rule.start}{terms}{own}"


def terms_told(rule: Rule, year: int, language: Language) -> list[tuple[str, str, str]]:
    """The terms of a formula: sign, what it is called in the year's statement, and its key; none for other rules."""
    if not isinstance(rule, Formula):
        return []
    told = [("", label(rule.start, year, language), rule.start)]
    told += [(_SIGNS[sign], label(key, year, language), key) for key, sign in rule.terms]
    if rule.own_rows:
        told.append(("±", "Kommunens egna rader" if language == "sv" else "Rows of its own", "other_adjustments"))
    return told


def label(code: str, year: int, language: Language) -> str:
    """What a row is called, without the word that says its sign: the sign stands before it.

    >>> label("realised_gains", 2024, "en")
    'All realised gains on disposals'
    """
    name = row_name(code, year, language)
    bare = name.removeprefix("Less ")
    return bare[:1].upper() + bare[1:]


def kind_of(change: Change) -> Kind:
    """Whether a rule is new, has ended, says something else, or says the same in another place or under another name.

    >>> from sifund_ledger.law import differences
    >>> [kind_of(change) for change in differences(2033, 2034)][:3]
    ['moved', 'removed', 'removed']
    """
    before, after = change.before, change.after
    if before is None:
        return "added"
    if after is None:
        return "removed"
    return "moved" if before.sv == after.sv and formula_line(before) == formula_line(after) else "changed"
