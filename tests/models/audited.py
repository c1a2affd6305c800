"""No false alarm: of a book that was recorded by commands an audit finds no error."""

from __future__ import annotations

from sifund_ledger import Book
from sifund_ledger.audit import audit
from sifund_ledger.findings import Severity


def assert_sound(book: Book) -> None:
    """Every check of every tier, and the checkpoint of its head."""
    report = audit(book, checkpoints=[str(book.checkpoint)])
    errors = [each.finding.text() for each in report.findings if each.finding.severity is Severity.ERROR]
    assert errors == []
    assert all(run.found is not None for run in report.checks)
