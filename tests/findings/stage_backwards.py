"""A stage is dated before the one that it follows on.

sv: Ett skede dateras före det som det följer på.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.reach_stage("Bryggan", "prepared", day="2014-03-02", by="ekonomichef")
    book.reach_stage("Bryggan", "applied", day="2014-03-01", by="rektor")
