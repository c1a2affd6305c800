"""A book is to be made of a dump without its free texts.

sv: En bok ska göras av en dump utan fritexter.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange.dump import dump_lines
from sifund_ledger.exchange.dump.restoring import parse_dump


def reproduce():
    lines = dump_lines(book_with_a_fund().store.scan(), notes=False)
    parse_dump("\n".join(lines).encode(), "ale.jsonl").require_notes("ale.jsonl")
