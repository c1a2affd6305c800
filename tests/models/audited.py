"""No false alarm: a book recorded by commands gives an audit no error, nor the ledger that fits it a difference."""

from __future__ import annotations

from models.snapshots import assert_goes_on
from sifund_ledger import Book
from sifund_ledger.audit import audit
from sifund_ledger.exchange import given_ledger, read_general_ledger
from sifund_ledger.findings import Severity
from sifund_ledger.testing import ledger_of, mapping_of_ledger, roles_of_ledger

OF_FILES = {"SIE_RECORD_MISSING", "LEDGER_OPENING_DIFFERS", "LEDGER_YEARS_GAP", "LEDGER_NO_YEAR"}
"""What drawn books give ledgers that no municipality has: a year without anything, a fund that was there before."""


def assert_sound(book: Book, *excused: str) -> None:
    """Every check of every tier, and the checkpoint of its head; with the general ledger that the book fits. From
    snapshots at some of its records it comes to the same."""
    documents = ledger_of(book)
    ledger = (
        given_ledger(read_general_ledger(*documents), mapping_of_ledger(), roles_of_ledger()) if documents else None
    )
    report = audit(book, checkpoints=[str(book.checkpoint)], ledger=ledger)
    grave = [each.finding for each in report.findings if each.finding.severity is Severity.ERROR]
    errors = [each.text() for each in grave if each.code not in excused]
    assert errors == [], "\n".join(errors)
    assert all(run.found is not None for run in report.checks)
    records = [*book.records()]
    assert_goes_on(records, {len(records) // 2 + 1, len(records)})
    for run in report.checks if ledger is not None else ():
        against = [each.finding for each in run.found or () if run.check.of_ledger]
        assert [each.text() for each in against if each.code not in {*OF_FILES, *excused}] == []
