"""An application is rejected without a reason.

sv: En ansökan avslås utan skäl.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.reach_stage("Bryggan", "rejected", day="2014-05-02", by="KF", decision="KF 2014-05-02 § 8")
