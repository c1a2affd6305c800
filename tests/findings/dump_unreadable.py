"""A dump of a book was cut.

sv: En dump av en bok är avbruten.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange.dump import dump_lines
from sifund_ledger.exchange.dump.restoring import parse_dump


def reproduce():
    lines = list(dump_lines(book_with_a_fund().store.scan()))
    parse_dump("\n".join(lines[:-1]).encode(), "ale.jsonl")
