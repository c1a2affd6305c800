"""The shapes of findings and of a balanskravsutredning (utredning) in JSON."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from sifund_ledger.balance.figures.figure_kinds import Presentation, StatementKind
from sifund_ledger.balance.statement.lines import LINE_CODES
from sifund_ledger.exchange.wire.values import Amount, SeverityWord, UnitWord, Words
from sifund_ledger.law.reserves import Reserve


class FindingShape(TypedDict):
    """A finding (iakttagelse): its code is stable, its texts are for people."""

    code: str
    severity: SeverityWord
    message: str
    place: str
    citation: str
    remedy: str


class FindingsShape(TypedDict):
    """What a command that is refused prints, and what a check comes to (iakttagelser)."""

    findings: list[FindingShape]


class LawVersion(TypedDict):
    """Which version of our rules was used."""

    version: str


class LineShape(TypedDict):
    """A line (rad): its amount has the sign it has in the sum."""

    code: Annotated[str, Words(LINE_CODES)]
    label: str
    amount: Amount
    citation: str


class DeficitPart(TypedDict):
    """A part of what is left of a deficit, with its own deadline."""

    amount: Amount
    due_year: int


class DeficitShape(TypedDict):
    """The deficit of a year (underskott): arisen = restored + waived + left, magnitudes; arisen is null where it is
    not known what it was."""

    year: int
    arisen: Amount | None
    restored: Amount
    waived: Amount
    extended: Amount
    left: Amount
    due_year: int | None
    overdue: bool
    parts: list[DeficitPart]


class CeilingsShape(TypedDict):
    """How much may be allocated to the reserve; null where it is unknown or does not apply."""

    reserve_flow: Amount | None
    reserve_stock: Amount | None
    reserve_proposed: Amount | None


class ReserveShape(TypedDict):
    """The account of a reserve in a year: opening + allocated - used - dissolved = closing."""

    reserve: Annotated[str, Words(Reserve)]
    opening: Amount | None
    allocated: Amount | None
    used: Amount | None
    dissolved: Amount | None
    closing: Amount | None


class BudgetShape(TypedDict):
    """A budget held against the law."""

    result: Amount
    reserves: Amount
    grounds: Amount
    shortfall: Amount
    balanced: bool


class YearShape(TypedDict):
    """A fiscal year of a statement; what is not computed is null."""

    year: int
    kind: Annotated[str, Words(StatementKind)]
    regime: str
    presentation: Annotated[str, Words(Presentation)]
    lines: list[LineShape]
    result_after_adjustments: Amount | None
    balance_requirement_result: Amount | None
    balance_requirement_result_after_equalisation_reserve: Amount | None
    presented_result_after_adjustments: Amount | None
    presented_result: Amount | None
    decisive_result: Annotated[str, Words(LINE_CODES)]
    deficits: list[DeficitShape]
    to_restore: Amount
    remaining_result: Amount
    ceilings: CeilingsShape
    findings: list[FindingShape]
    reserves: list[ReserveShape]
    budget: BudgetShape | None
    foreseen: Amount | None
    reserve_largest: Amount | None


class StatementShape(TypedDict):
    """A balanskravsutredning of one or many years; amounts are in the unit."""

    entity: str
    unit: UnitWord
    law: LawVersion
    years: list[YearShape]
    restated: NotRequired[list[YearShape]]
