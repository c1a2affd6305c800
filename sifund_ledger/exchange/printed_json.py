"""The audit of a printed table as JSON: what was read, the sums that were followed, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifund_ledger.amounts import DECIMAL_MARK, Language, canonical_amount
from sifund_ledger.audit.printed.auditing import PrintedAudit, results_of
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.exchange.statements.statement_json import finding_as_data
from sifund_ledger.findings import Finding, Severity
from sifund_ledger.table import word_of
from sifund_ledger.wording import Calls, in_python

if TYPE_CHECKING:
    from sifund_ledger.exchange.wire.audit import LawYear, PrintedShape, RunCheck

_CHECKS = {
    "printed_read": ("PRINTED_EMPTY", "PRINTED_AMOUNT_UNREAD", "PRINTED_ROW_UNCLEAR", "PRINTED_COLUMN_UNREAD",
                     "PRINTED_LABEL_UNKNOWN", "PRINTED_UNIT_UNKNOWN"),
    "printed_sums": ("PRINTED_DIFFERS", "PRINTED_ROUNDED"),
    "printed_book": ("PRINTED_BOOK_DIFFERS",),
}  # fmt: skip
"""The findings of each check; what is left is of the law."""


def printed_to_json(report: PrintedAudit, *, language: Language = "sv", calls: Calls = in_python) -> str:
    """The audit of a printed table (tryckt tabell) as JSON text; amounts are canonical, in the table's ``unit``.

    ``rows`` has every row with its ``role``, ``sums`` each amount that follows from others as printed and computed,
    ``years`` what the law gives of each year, ``findings`` as other results have them, each with its ``check``.
    ``calls`` says how a command that a finding names is called where the reader stands.

    >>> import json
    >>> from sifund_ledger.audit.printed import audit_printed
    >>> from sifund_ledger.exchange.printed_files import parse_printed
    >>> page = parse_printed("mkr;2015\\nÅrets resultat;563\\nÅrets balanskravsresultat;563\\n")
    >>> tree = json.loads(printed_to_json(audit_printed(page)))
    >>> tree["unit"], tree["rows"][0]["role"], tree["sums"][0]["difference"], tree["findings"]
    ('mkr', 'net_result', '0', [])
    """
    word_of(language, DECIMAL_MARK, "language")
    page = report.page

    def amount(ore: int | None) -> str | None:
        return None if ore is None else canonical_amount(ore, report.unit)

    tree: PrintedShape = {
        "printed": report.name,
        "unit": page.unit,
        "columns": [{"name": each.name, "year": each.year, "kind": each.kind.value} for each in page.columns],
        "rows": [
            {"label": row.label, "role": row.role and row.role.value, "amounts": [*map(amount, row.ore)]}
            for row in page.rows
        ],
        "sums": [
            {
                "label": page.rows[each.row].label, "column": page.columns[each.column].name,
                "printed": amount(each.printed_ore), "computed": amount(each.computed_ore),
                "difference": amount(each.ore),
            }
            for each in report.added.sums
        ],
        "years": [*_years(report)],
        "checks": [*_checks(report)],
        "findings": [
            {**finding_as_data(each, language, calls), "check": _check_of(each)} for each in report.findings
        ],
        "checkpoint": None,
    }  # fmt: skip
    return json_text(tree)


def _years(report: PrintedAudit) -> list[LawYear]:
    found: list[LawYear] = []
    for each in report.drawn:
        law: dict[str, str] = {}
        if each.statement is not None:
            for at, ore in results_of(report.page, each.column, each.statement):
                law[report.page.rows[at].label] = canonical_amount(ore, report.unit)
        found.append({"year": report.page.columns[each.column].year, "layout": each.layout.value, "law": law})
    return found


def _check_of(finding: Finding) -> str:
    return next((check for check, names in _CHECKS.items() if finding.code in names), "printed_law")


def _checks(report: PrintedAudit) -> list[RunCheck]:
    examined = {
        "printed_read": sum(1 for row in report.page.rows for ore in row.ore if ore is not None),
        "printed_sums": len(report.added.sums),
        "printed_law": len(report.drawn),
    }
    worse = {_check_of(each) for each in report.findings if each.severity is not Severity.NOTE}
    return [
        {"code": code, "tier": "always", "status": "found" if code in worse else "passed" if count else "empty",
         "examined": count}
        for code, count in examined.items()
    ]  # fmt: skip
