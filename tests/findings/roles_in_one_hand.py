"""Who applies has prepared the application too.

sv: Den som söker har också berett ansökan.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.reach_stage("Bryggan", "prepared", day="2014-03-02", by="rektor")
    book.reach_stage("Bryggan", "applied", day="2014-04-02", by="rektor")
    return book.warnings
