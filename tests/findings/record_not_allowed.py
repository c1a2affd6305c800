"""Somebody rewrote a record, and made all hashes anew: a grant is decided after it was recorded.

sv: Någon har skrivit om en post och räknat om alla hashar: ett beviljande är beslutat efter att det registrerades.
"""

from pathlib import Path

from situations import rewritten_book

from sifund_ledger import Decision, open_book


def reproduce(folder: Path):
    open_book(rewritten_book(folder, 10, decision=Decision.parse("KF 2019-04-29 § 12")))
