"""The audit of a book (granskning): named checks in three tiers, what each found, and what was not examined.

``deciding`` asks the rules of every command once more, ``audited`` reads a book for it, ``check`` says what a check is,
and the five modules that end in ``_checks`` declare them; ``registry`` has them all. ``given_ledger`` is the general
ledger that a book is held against, and ``held_against`` has them side by side. ``printed`` audits a table that is not
ours, without a book; ``changes`` says what has happened since a checkpoint, or between two copies. It knows every room
below it and records nothing. To add a check, declare it beside those of its kind, with its name in ``words``, its
finding where no room has one for it, and a fault that it finds in ``testing``.
"""

from __future__ import annotations

from sifund_ledger.audit.auditing import audit
from sifund_ledger.audit.changes import ChangedAmount, Changes, compare_books
from sifund_ledger.audit.check import Check, CheckRun, Found, Tier
from sifund_ledger.audit.given_ledger import GivenLedger
from sifund_ledger.audit.printed import PrintedAudit, audit_printed
from sifund_ledger.audit.report import AuditReport
from sifund_ledger.boundary import checked_names

__all__ = [
    "AuditReport", "ChangedAmount", "Changes", "Check", "CheckRun", "Found", "GivenLedger", "PrintedAudit", "Tier",
    "audit", "audit_printed", "compare_books",
]  # fmt: skip

checked_names(globals())
