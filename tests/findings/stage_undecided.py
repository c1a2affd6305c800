"""An application is rejected, and no decision is named.

sv: En ansökan avslås, och inget beslut anges.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.reach_stage("Bryggan", "rejected", day="2014-05-02", by="KF", reason="Går inte att räkna på")
