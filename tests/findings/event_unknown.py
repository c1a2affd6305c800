"""A program records an event of its own in a book that was opened without the room it belongs to.

sv: Ett program registrerar en egen händelse i en bok som öppnades utan det rum den hör till.
"""

from dataclasses import dataclass
from typing import ClassVar

from situations import KF, book_with_a_fund

from sifund_ledger.ledger.records import Draft, Event


@dataclass(frozen=True, slots=True)
class GoalSet(Event):
    kind: ClassVar[str] = "goal_set"
    goal: str


def reproduce():
    book = book_with_a_fund()
    with book.batch() as batch:
        book._recorder.record(batch, [Draft(GoalSet("Fler i arbete"), KF)])
