"""A program records in a journal of its own and names nobody; a book without an actor is read only.

sv: Ett program registrerar i en egen journal utan att ange vem som gör det; en bok utan utförare kan bara läsas.
"""

from situations import clock

from sifund_ledger.ledger.events import PeriodMoved
from sifund_ledger.ledger.journal.journal import Journal
from sifund_ledger.ledger.records import Draft


def reproduce():
    Journal().record(Draft(PeriodMoved(2013, "adjusting")), recorded_at=clock(), actor="")
