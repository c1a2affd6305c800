"""The whole law by fiscal year (regelverk): every table of rules, what holds in a year, what changes between two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from sifund_ledger.law.budget import BUDGET, PLAN
from sifund_ledger.law.council import AUTHORITY, REVIEW
from sifund_ledger.law.dates import DATES, INTERIM_COLUMNS
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS, RESTORATION
from sifund_ledger.law.equity import EQUITY_CARRIED, EQUITY_LAYOUT
from sifund_ledger.law.reserves import DISSOLUTION, EQUALISATION_USE, FLOW_CEILING, RESULT_RESERVE_USE, STOCK_CEILING
from sifund_ledger.law.result import (
    BALANCE_REQUIREMENT_RESULT,
    DECISIVE_RESULT,
    EARMARK_DISCLOSURE,
    RESULT_AFTER_ADJUSTMENTS,
    RESULT_AFTER_EQUALISATION,
)
from sifund_ledger.law.rules import Formula, Rule, holds, in_force

Kind = Literal["changed", "added", "removed", "moved"]

RULES: Final[tuple[tuple[Rule, ...], ...]] = (
    RESULT_AFTER_ADJUSTMENTS,
    BALANCE_REQUIREMENT_RESULT,
    RESULT_AFTER_EQUALISATION,
    DECISIVE_RESULT,
    FLOW_CEILING,
    STOCK_CEILING,
    EQUALISATION_USE,
    RESULT_RESERVE_USE,
    DISSOLUTION,
    EARMARK_DISCLOSURE,
    EXCEPTIONAL_GROUNDS,
    DEFICITS,
    RESTORATION,
    BUDGET,
    PLAN,
    EQUITY_CARRIED,
    EQUITY_LAYOUT,
    AUTHORITY,
    REVIEW,
    *DATES,
    INTERIM_COLUMNS,
)
"""Every table of dated rules, in the order of a statement; for each fiscal year at most one version of each holds."""


def rule_of(name: str, year: int) -> Rule:
    """The version of a named rule that holds for a fiscal year.

    Raises :class:`~sifund_ledger.errors.NoLawInForce` where none does, also for a name that there is not, and
    :class:`~sifund_ledger.errors.ConflictingLaw` where several do.

    >>> print(rule_of("CAP-1", 2012).citation)
    KL (1991:900), 2012:800 p. 2
    >>> rule_of("CAP-2", 2023)
    Traceback (most recent call last):
        ...
    sifund_ledger.errors.NoLawInForce: none of CAP-2 holds for the fiscal year 2023
    """
    versions = [rule for table in RULES for rule in table if rule.name == name]
    return in_force(versions, year, name)


def rules_of(year: int) -> tuple[Rule, ...]:
    """Every rule that holds for a fiscal year, in the order of a statement (årets regelverk); none before 1998.

    >>> [rule.name for rule in rules_of(2024)][:6]
    ['ÅRB-2', 'BKR-2', 'BKR-RUR', 'DEF-RESULT', 'CAP-1', 'CAP-2']
    """
    return tuple(in_force(table, year) for table in RULES if any(holds(rule, year) for rule in table))


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one rule from one fiscal year to another: ``None`` where it did not hold.

    A rule that has another version says either something else, or the same in another act or wording (``moved``).
    """

    before: Rule | None
    after: Rule | None

    @property
    def kind(self) -> Kind:
        """Whether a rule is new, has ended, says something else, or says the same in another place or name.

        >>> [change.kind for change in differences(2033, 2034)][:3]
        ['moved', 'removed', 'removed']
        """
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "moved" if _content(self.before) == _content(self.after) else "changed"

    @property
    def moved(self) -> bool:
        """Whether only the place in the law is another (same name and same text)."""
        before, after = self.before, self.after
        return bool(before and after and (before.name, before.text) == (after.name, after.text))


def _content(rule: Rule) -> tuple[object, str]:
    return rule.text, str(rule) if isinstance(rule, Formula) else ""


def differences(year_a: int, year_b: int) -> tuple[Change, ...]:
    """What differs between the rules of two fiscal years, in the order of a statement.

    >>> for change in differences(2033, 2034):
    ...     print(change.before and change.before.name, "→", change.after and change.after.name)
    BKR-2 → BKR-3
    BKR-RUR → None
    DEF-RESULT → None
    USE-RUR → None
    DIS-1 → None
    BUD-4 → BUD-4
    EQ-3 → EQ-3
    """
    changes = []
    for table in RULES:
        before, after = (next((rule for rule in table if holds(rule, year)), None) for year in (year_a, year_b))
        if before is not after:
            changes.append(Change(before, after))
    return tuple(changes)
