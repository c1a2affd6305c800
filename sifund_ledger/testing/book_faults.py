"""Faults planted in a sound book (felinjektor): one of a named kind, and the check of an audit that must find it.

Most are what is left by somebody who rewrites the journal and every hash in it: the chain is whole, and no rule was
asked. ``planting`` says how; to add a kind, declare it in ``journal_faults`` or ``rule_faults``. A test plants each,
and the page on audits lists it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sifund_ledger.ledger.records import Record
from sifund_ledger.testing import journal_faults, rule_faults
from sifund_ledger.testing.planting import Planted

BOOK_FAULTS: Final = {fault.name: fault for fault in (*journal_faults.FAULTS, *rule_faults.FAULTS)}
"""Every kind of fault that can be planted in a book, by name."""


def plant(name: str, records: Iterable[Record]) -> Planted:
    """Plant one fault of a named kind in the records of :func:`~sifund_ledger.testing.sound_book`.

    Raises ``KeyError`` for an unknown kind, ``LookupError`` where the book has no record that it could be planted in.

    >>> from sifund_ledger.audit import audit
    >>> from sifund_ledger.testing import sound_book
    >>> planted = plant("body_forged", sound_book().records())
    >>> [found.finding.code for found in audit(planted.store).check("authority").found]
    ['DECISION_WITHOUT_AUTHORITY']
    """
    return BOOK_FAULTS[name].plant(tuple(records))
