"""What was rejected is said to run.

sv: Det som avslagits sägs pågå.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    why = {"reason": "Går inte att räkna på", "decision": "KF 2014-05-02 § 8"}
    book.reach_stage("Bryggan", "rejected", day="2014-05-02", by="KF", **why)
    book.reach_stage("Bryggan", "running", day="2014-06-02", by="rektor")
