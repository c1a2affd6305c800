"""Somebody rewrote the postings of a record, and made all hashes anew.

sv: Någon har skrivit om en posts konteringar och räknat om alla hashar.
"""

from pathlib import Path

from situations import book_with_a_fund, rewritten_book

from sifund_ledger import open_book


def reproduce(folder: Path):
    last = [*book_with_a_fund().records()][-1]
    halved = tuple(posting._replace(ore=posting.ore // 2) for posting in last.entry.postings)
    open_book(rewritten_book(folder, last.seq, entry=last.entry._replace(postings=halved)))
