"""A program records in a journal of its own, under a key that it has used before.

sv: Ett program registrerar i en egen journal under en nyckel som det har använt förut.
"""

from situations import clock

from sifund_ledger.ledger.events import BatchKeyed
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import Draft


def reproduce():
    journal = Journal()
    for first in (1, 2):
        journal.record(
            Draft(BatchKeyed("överföring 17", "ekonomisystemet", first)), recorded_at=clock(), actor="ekonomi"
        )
