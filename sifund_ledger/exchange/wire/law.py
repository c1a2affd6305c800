"""The shapes of the rules in force (regler) in JSON, and of a finding explained."""

from __future__ import annotations

from typing import Annotated, TypedDict

from sifund_ledger.audit.check import Tier
from sifund_ledger.exchange.wire.statement import FindingShape
from sifund_ledger.exchange.wire.values import Day, SeverityWord, Words
from sifund_ledger.law.rules import Certainty


class LawConsolidated(TypedDict):
    """Which version of our rules, and the day through which the statutes were read."""

    version: str
    consolidated_to: Day


class Term(TypedDict):
    """A term of a sum: its sign, its key in the figures file, and what it is called."""

    sign: str
    key: str
    label: str


class FormulaShape(TypedDict):
    """A sum of the statement."""

    text: str
    target: str
    terms: list[Term]


class Known(TypedDict):
    """Where a rule stands, and how sure we are of it."""

    citation: str
    sfs: str
    certainty: Annotated[str, Words(Certainty)]
    certainty_told: str
    checked_on: Day | None


class RuleShape(Known):
    """A rule (regel), for the fiscal years that it applies to."""

    name: str
    says: str
    formula: FormulaShape | None
    first_year: int
    last_year: int | None
    in_force_from: Day | None
    practice: str


class DeadlineShape(Known):
    """A date of a fiscal year."""

    date: Day
    what: str
    rule: str


class RuleChange(TypedDict):
    """What differs of a rule between two years; null where one of them has none."""

    kind: str
    before: RuleShape | None
    after: RuleShape | None


class RulesShape(TypedDict):
    """The rules of a fiscal year: `sifund law show`."""

    year: int
    law: LawConsolidated
    rules: list[RuleShape]


class RuleChangesShape(TypedDict):
    """What differs between the rules of two fiscal years: `sifund law diff`."""

    years: list[int]
    law: LawConsolidated
    changes: list[RuleChange]


class CalendarShape(TypedDict):
    """The dates of a fiscal year: `sifund law calendar`."""

    year: int
    law: LawConsolidated
    deadlines: list[DeadlineShape]


class CodeShape(TypedDict):
    """A kind of finding, and the room of the library that it belongs to."""

    code: str
    severity: SeverityWord
    room: str


class CodesShape(TypedDict):
    """Every kind of finding: `sifund explain`."""

    codes: list[CodeShape]


class ExplainedShape(CodeShape):
    """A kind of finding in full, with an example that brings it about: `sifund explain CODE`."""

    meaning: str
    findings: list[FindingShape]
    example: str


class ExplainedCheck(TypedDict):
    """A check of an audit: what it proves, the findings that it makes, faults that it finds."""

    check: str
    name: str
    tier: Annotated[str, Words(Tier)]
    proves: str
    citation: str
    finds: list[str]
    faults: dict[str, str]
