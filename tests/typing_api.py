"""The public API as a type checker sees it. mypy checks this file; nothing runs it.

A ``type: ignore`` marks a use that must be an error; with ``warn_unused_ignores`` mypy objects if it is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from moneyed import Money

import sifund_ledger
from sifund_ledger import (
    Account,
    BalanceRequirementStatement,
    Book,
    Checkpoint,
    Decision,
    DecisionState,
    Deficit,
    EquityNote,
    ExceptionalGround,
    Finding,
    Fund,
    FundAccount,
    Line,
    OpeningDeficit,
    OwnRow,
    Policy,
    Project,
    Record,
    Refused,
    Rounding,
    Severity,
    SifundError,
    Table,
    YearEnd,
    YearFigures,
    YearStatement,
    balance_requirement,
    from_ore,
    open_book,
    presets,
    round_ore,
    sek,
    split,
)


def amounts() -> None:
    exact: Money = sek("1 234 567,50")
    also: tuple[Money, ...] = (sek(10), sek(Decimal("0.5")), sek(exact), from_ore(150))
    parts: tuple[int, ...] = split(100, [1, 1, 1])
    rounded: int = round_ore(149, step=100, rounding=Rounding.HALF_EVEN)
    sek(0.1)  # type: ignore[arg-type]
    print(also, parts, rounded)


def statements() -> None:
    decision: Decision = Decision.parse("KF 2014-04-28 § 32", state="proposed")
    state: DecisionState = decision.state
    ground = ExceptionalGround(amount=sek(1), deficit_year=2013, reason="…", decision=decision)
    figures = YearFigures(
        year=2013,
        net_result=sek(-1),
        exceptional_grounds=(ground,),
        other_adjustments=(OwnRow(label="…", amount=sek(1)),),
    )
    statement: BalanceRequirementStatement = balance_requirement(
        [figures], entity="…", unit="tkr", opening_deficits=[OpeningDeficit(year=2012, left=sek(5))]
    )
    year: YearStatement = statement.year(2013)
    lines: Sequence[Line] = year.lines
    deficits: Sequence[Deficit] = year.deficits
    tables: tuple[Table, ...] = statement.tables("en")
    findings: tuple[Finding, ...] = statement.findings
    severity: Severity = findings[0].severity
    result: Money = year.balance_requirement_result
    balance_requirement([figures], unit="sek")  # type: ignore[arg-type]
    YearFigures(sek(1))  # type: ignore[arg-type,call-arg]
    figures.net_result = sek(2)  # type: ignore[misc]
    print(state, lines, deficits, tables, severity, result, str(statement.explain("net_result")))


def books() -> None:
    decision = Decision.parse("KF 2012-04-23 § 45")
    with open_book("tomelilla.sifund", create="Tomelilla kommun", actor="ekonomi") as opened:
        book: Book = opened
        note: EquityNote = book.record_result(2011, sek("18 000 000"))
        policy: Policy = presets.tomelilla_earmark
        fund: Fund = book.create_fund("social", policy=policy, decision=decision)
        account: FundAccount = fund.account()
        available: Money = fund.available
        project: Project = book.project("…")
        run: YearEnd = book.year_end(2013, YearFigures(net_result=sek(1)))
        recorded: Sequence[Record] = run.post()
        checkpoint: Checkpoint = run.close(decision)
        records: Iterator[Record] = book.records()
        accounts: list[Account] = [p.account for r in records if r.entry for p in r.entry.postings]
        book.set_aside("social", sek(1), result_year=2011)  # type: ignore[call-arg]
        book.use("social", 1.5, year=2013, decision=decision)  # type: ignore[arg-type]
        print(note, account, available, project, recorded, checkpoint, accounts)


def errors() -> None:
    try:
        sek("…")
    except Refused as refusal:
        findings: tuple[Finding, ...] = refusal.findings
        error: SifundError = refusal
        print(findings, error)
    version: str = sifund_ledger.__version__
    print(version)
