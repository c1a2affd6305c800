"""A program of its own writes a checkpoint that is not of the chain.

sv: Ett eget program skriver en kontrollpunkt som inte hör till kedjan.
"""

from situations import KF, book_with_a_fund

from sifund_ledger.ledger.events import CheckpointWritten
from sifund_ledger.ledger.records import Draft


def reproduce():
    book = book_with_a_fund()
    with book.batch() as batch:
        book._recorder.record(batch, [Draft(CheckpointWritten(2013, book.head.seq, "0" * 64), KF)])
