"""Reports that can stand in an annual report (rapporter): made from the book's own tables, and nothing computed.

``document`` has what a report is before it has a form; ``year_package`` the package of a year and the page of a member
of the council, ``fund_life`` a fund and a project over their life, ``audit_document`` an audit, ``changes_document``
two copies of a book, ``printed_document`` that of a printed table, ``statement_document`` a statement without a book,
``documentation`` a book's vouchers, system and history. ``origins`` says where each figure comes from, ``charts``
draws, ``html`` makes the page, ``word`` the document, ``excel`` the workbook; ``printed`` is what they share. It knows
every room below it, reads books, and records nothing.

A new section gets its parts in ``year_package``; its words stand in ``words``, its origins in ``origins``. A new form
goes through the parts of ``document`` in a room of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sifund_ledger.lazy_names import loaded_when_asked

if TYPE_CHECKING:
    from sifund_ledger.report.audit_document import audit_report
    from sifund_ledger.report.changes_document import changes_report
    from sifund_ledger.report.document import Form, Report
    from sifund_ledger.report.documentation import processing_history, system_documentation, voucher_list
    from sifund_ledger.report.fund_life import fund_report, project_report
    from sifund_ledger.report.labels import Labels, parse_labels, read_labels
    from sifund_ledger.report.printed_document import printed_report
    from sifund_ledger.report.statement_document import statement_report
    from sifund_ledger.report.year_package import year_report

__all__ = [
    "Form", "Labels", "Report", "audit_report", "changes_report", "fund_report", "parse_labels", "printed_report",
    "processing_history", "project_report", "read_labels", "statement_report", "system_documentation", "voucher_list",
    "year_report",
]  # fmt: skip
_HOMES: Final = {
    "audit_document": ("audit_report",),
    "changes_document": ("changes_report",),
    "documentation": ("processing_history", "system_documentation", "voucher_list"),
    "document": ("Form", "Report"),
    "fund_life": ("fund_report", "project_report"),
    "labels": ("Labels", "parse_labels", "read_labels"),
    "printed_document": ("printed_report",),
    "statement_document": ("statement_report",),
    "year_package": ("year_report",),
}

if not TYPE_CHECKING:  # Jinja2 is asked for when a page is made, and what reads books when a report is
    __getattr__, __dir__ = loaded_when_asked(__name__, _HOMES)
