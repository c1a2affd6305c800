"""A book is held against the checkpoints of another.

sv: En bok hålls mot kontrollpunkterna för en annan.
"""

from situations import book_with_a_fund

from sifund_ledger.ledger.records import Head
from sifund_ledger.store.kept_checkpoints import checkpoints_of, keep_checkpoint, take_checkpoint


def reproduce(folder):
    keep_checkpoint(take_checkpoint(book_with_a_fund()), folder / "checkpoints.txt")
    checkpoints_of(folder / "checkpoints.txt", Head(1, bytes(32)))
