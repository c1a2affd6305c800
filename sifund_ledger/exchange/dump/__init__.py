"""A whole book as JSON Lines, and back (dump): each record with its bytes and its hash, and in words for others."""

from sifund_ledger.exchange.dump.dumping import FORMAT, dump_lines
from sifund_ledger.exchange.dump.restoring import Dumped, read_dump

__all__ = ["FORMAT", "Dumped", "dump_lines", "read_dump"]
