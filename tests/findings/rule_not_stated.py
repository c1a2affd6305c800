"""An application does not state what a rule asks.

sv: En ansökan redovisar inte det som en regel kräver.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.reach_stage("Bryggan", "applied", day="2014-04-02", by="rektor")
    return book.warnings
