"""A project is linked to a goal that there is not.

sv: Ett projekt kopplas till ett mål som inte finns.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.link_goal("X", "Bryggan", day="2014-03-02")
