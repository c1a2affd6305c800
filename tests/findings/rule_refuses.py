"""An application is granted that the programme's rules do not let be.

sv: En ansökan beviljas som programreglerna inte tillåter.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.reach_stage("Bryggan", "granted", day="2014-05-02", by="KF", decision="KF 2014-05-02 § 8")
