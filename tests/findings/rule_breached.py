"""An application is handed in that breaches a rule of the fund's programme.

sv: En ansökan lämnas in som bryter mot en av fondens programregler.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.reach_stage("Bryggan", "applied", day="2014-04-02", by="rektor")
    return book.warnings
