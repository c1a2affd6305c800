"""The shapes of audits (granskningar) in JSON: of a book, of a printed table, and what has changed in a book."""

from __future__ import annotations

from typing import Annotated, Final, TypedDict

from sifund_ledger.audit.check import Tier
from sifund_ledger.audit.printed.rows import Role
from sifund_ledger.exchange.wire.statement import FindingShape
from sifund_ledger.exchange.wire.values import Amount, Checkpoint, Instant, UnitWord, Words
from sifund_ledger.general_ledger.row_matching import DifferenceKind

STATUSES: Final = ("passed", "found", "empty", "not_examined")
StatusWord = Annotated[str, Words(STATUSES)]


class RunCheck(TypedDict):
    """A check that belongs to the tier, and how much it examined."""

    code: str
    tier: Annotated[str, Words(Tier)]
    status: StatusWord
    examined: int


class CheckShape(RunCheck):
    """The same of a book, with what it proves."""

    name: str
    proves: str
    citation: str


class Evidence(TypedDict):
    """What shows a finding: numbers of records, rows of the general ledger by file and line, amounts in kronor."""

    records: list[int]
    rows: list[str]
    amounts: dict[str, Amount]


class AuditFinding(FindingShape):
    """A finding of an audit, with the check that made it."""

    check: str
    evidence: Evidence
    material: bool


class PrintedFinding(FindingShape):
    """A finding of a printed table, with the check that made it."""

    check: str


class BothSides(TypedDict):
    """The amounts of both sides in kronor, debit positive; the difference is the ledger less the book."""

    book: Amount
    general_ledger: Amount
    difference: Amount


class DifferenceShape(BothSides):
    """Rows of the book and of the general ledger that differ."""

    kind: Annotated[str, Words(DifferenceKind)]
    entries: list[str]
    accounts: list[str]
    records: list[int]
    rows: list[str]


class RowCounts(TypedDict):
    """How many rows each side has, and how many are equal."""

    book: int
    general_ledger: int
    equal: int


class ReconciledShape(TypedDict):
    """A book held against the general ledger row by row."""

    years: list[int]
    rows: RowCounts
    differences: list[DifferenceShape]
    accounts: dict[str, BothSides]
    objects: dict[str, BothSides]


class ChangeRecord(TypedDict):
    """A record since the head that was asked for."""

    seq: int
    recorded_at: Instant
    event: str
    what: str
    decision: str
    actor: str


class ChangedAmountShape(TypedDict):
    """A printed amount of an earlier year that has changed, in kronor; null where the row was not there."""

    year: int
    table: str
    row: str
    before: Amount | None
    after: Amount | None
    records: list[int]


class ChangesShape(TypedDict):
    """What has changed in a book (ändringar)."""

    entity: str
    since: Checkpoint
    checkpoint: Checkpoint
    continues: bool
    records: list[ChangeRecord]
    changed: list[ChangedAmountShape]
    findings: list[FindingShape]


class AuditShape(TypedDict):
    """The report of an audit of a book (granskningsrapport)."""

    entity: str
    tier: Annotated[str, Words(Tier)]
    records: int
    checkpoint: Checkpoint
    materiality: Amount
    checks: list[CheckShape]
    findings: list[AuditFinding]
    against_ledger: ReconciledShape | None
    since: ChangesShape | None
    not_examined: list[str]


class PrintedColumn(TypedDict):
    """A column of a printed table, as it was read."""

    name: str
    year: int | None
    kind: str


class PrintedRow(TypedDict):
    """A row of a printed table, with the role that it was given."""

    label: str
    role: Annotated[str, Words(Role)] | None
    amounts: list[Amount | None]


class FollowedSum(TypedDict):
    """An amount that follows from others: as printed, as computed, and the difference."""

    label: str
    column: str
    printed: Amount | None
    computed: Amount | None
    difference: Amount | None


class LawYear(TypedDict):
    """What the law gives of a year, by the label that the table prints."""

    year: int | None
    layout: str
    law: dict[str, Amount]


class PrintedShape(TypedDict):
    """The audit of a printed table (tryckt tabell); amounts are in its unit, kronor where that is not known."""

    printed: str
    unit: UnitWord | None
    columns: list[PrintedColumn]
    rows: list[PrintedRow]
    sums: list[FollowedSum]
    years: list[LawYear]
    checks: list[RunCheck]
    findings: list[PrintedFinding]
    checkpoint: None
