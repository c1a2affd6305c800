"""What has changed in a book as JSON: the records since a head, and the printed amounts that have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifund_ledger.amounts import DECIMAL_MARK, Language, canonical_amount
from sifund_ledger.audit.changes import Changes
from sifund_ledger.book.record_names import words_of
from sifund_ledger.exchange.escapes import json_text
from sifund_ledger.exchange.statements.statement_json import finding_as_data
from sifund_ledger.table import word_of
from sifund_ledger.wording import Calls, in_python

if TYPE_CHECKING:
    from sifund_ledger.exchange.wire.audit import ChangesShape


def changes_to_json(changes: Changes, *, language: Language = "sv", calls: Calls = in_python) -> str:
    """What has changed in a book (ändringar) as JSON text; amounts are canonical kronor.

    ``continues`` says whether the newer book goes on from the older; ``records`` are those since, ``changed`` the
    printed amounts of earlier years that have changed, each with the numbers of the records that did it. ``calls``
    says how a command that a finding names is called where the reader stands.

    >>> import json
    >>> from sifund_ledger import open_book
    >>> from sifund_ledger.audit import compare_books
    >>> book = open_book(create="Ale kommun", actor="ekonomi")
    >>> json.loads(changes_to_json(compare_books(book, book)))["continues"]
    True
    """
    word_of(language, DECIMAL_MARK, "language")
    return json_text(changes_as_data(changes, language, calls))


def changes_as_data(changes: Changes, language: Language, calls: Calls = in_python) -> ChangesShape:
    """The same as a tree."""

    def kronor(ore: int | None) -> str | None:
        return None if ore is None else canonical_amount(ore, "kr")

    return {
        "entity": changes.entity,
        "since": str(changes.since),
        "checkpoint": str(changes.head),
        "continues": not changes.findings,
        "records": [
            {
                "seq": record.seq, "recorded_at": f"{record.recorded_at:%Y-%m-%dT%H:%M:%SZ}",
                "event": record.event.kind, "what": words_of(record).words(language),
                "decision": str(record.decision or ""), "actor": record.actor,
            }
            for record in changes.records
        ],
        "changed": [
            {
                "year": each.year, "table": each.table.words(language), "row": each.label.words(language),
                "before": kronor(each.before_ore), "after": kronor(each.after_ore), "records": [*each.records],
            }
            for each in changes.changed
        ],
        "findings": [finding_as_data(each, language, calls) for each in changes.findings],
    }  # fmt: skip
