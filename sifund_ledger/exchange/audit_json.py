"""The report of an audit as JSON: the shape that other systems rely on. Amounts are canonical kronor, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifund_ledger.amounts import DECIMAL_MARK, Language, canonical_amount
from sifund_ledger.audit.check import CheckRun, Found
from sifund_ledger.audit.report import AuditReport
from sifund_ledger.exchange.changes_json import changes_as_data
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.exchange.statements.statement_json import finding_as_data
from sifund_ledger.general_ledger.reconciled import Reconciliation
from sifund_ledger.table import word_of
from sifund_ledger.wording import Calls, in_python

if TYPE_CHECKING:
    from sifund_ledger.exchange.wire.audit import AuditFinding, AuditShape, BothSides, CheckShape, ReconciledShape


def audit_to_json(report: AuditReport, *, language: Language = "sv", calls: Calls = in_python) -> str:
    """An audit's report (granskningsrapport) as JSON text; messages in Swedish (``sv``) or English (``en``).

    ``checks`` has every check that belongs to the tier, ``findings`` each with its ``evidence``: the numbers of the
    records that show it, the rows of the general ledger by file and line, and its amounts in kronor. ``material`` says
    whether it reaches the materiality. ``against_ledger`` has what was held against the general ledger row by row.
    ``calls`` says how a command that a finding names is called where the reader stands.

    >>> import json
    >>> from sifund_ledger import open_book
    >>> from sifund_ledger.audit import audit
    >>> report = json.loads(audit_to_json(audit(open_book(create="Ale", actor="ekonomi")), language="en"))
    >>> report["checks"][0]["code"], report["checks"][0]["status"], report["findings"]
    ('chain', 'passed', [])
    """
    word_of(language, DECIMAL_MARK, "language")
    checks = {id(each): run.check.code for run in report.checks for each in run.found or ()}
    tree: AuditShape = {
        "entity": report.entity,
        "tier": report.tier.value,
        "records": report.records,
        "checkpoint": str(report.checkpoint),
        "materiality": canonical_amount(report.materiality_ore, "kr"),
        "checks": [_check(run, language) for run in report.checks],
        "findings": [_found(each, checks[id(each)], report, language, calls) for each in report.findings],
        "against_ledger": _reconciled(report.against_ledger) if report.against_ledger is not None else None,
        "since": changes_as_data(report.since, language, calls) if report.since is not None else None,
        "not_examined": [each.words(language) for each in report.not_examined],
    }
    return json_text(tree)


def _reconciled(rows: Reconciliation) -> ReconciledShape:
    """What was held against each other row by row; sums by account and by object as ``dimension:object``."""
    return {
        "years": [*rows.years],
        "rows": {"book": rows.booked, "general_ledger": rows.rows, "equal": rows.exact},
        "differences": [
            {
                "kind": each.kind.value,
                "entries": [*dict.fromkeys(row.entry for row in each.booked)],
                "accounts": [*each.accounts],
                "records": [*each.records],
                "rows": [*each.places],
                **_both(each.booked_ore, each.ledger_ore),
            }
            for each in rows.differences
        ],
        "accounts": {each.code: _both(each.booked_ore, each.ledger_ore) for each in rows.accounts},
        "objects": {each.code: _both(each.booked_ore, each.ledger_ore) for each in rows.objects},
    }


def _both(book: int, ledger: int) -> BothSides:
    return {
        "book": canonical_amount(book, "kr"),
        "general_ledger": canonical_amount(ledger, "kr"),
        "difference": canonical_amount(ledger - book, "kr"),
    }


def _check(run: CheckRun, language: Language) -> CheckShape:
    return {
        "code": run.check.code,
        "name": run.check.name.words(language),
        "tier": run.check.tier.value,
        "status": run.status,
        "examined": run.examined,
        "proves": run.check.proves.words(language),
        "citation": str(run.check.cites),
    }


def _found(found: Found, check: str, report: AuditReport, language: Language, calls: Calls) -> AuditFinding:
    amounts = {name: canonical_amount(ore, "kr") for name, ore in found.amounts}
    return {
        **finding_as_data(found.finding, language, calls),
        "check": check,
        "evidence": {"records": [*found.records], "rows": [*found.rows], "amounts": amounts},
        "material": report.is_material(found),
    }
