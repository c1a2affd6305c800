"""A decision that is recorded as repealed is mistyped: nothing rests on it.

sv: Ett beslut som registreras som upphävt är felskrivet: inget vilar på det.
"""

from situations import book_with_a_fund


def reproduce():
    book_with_a_fund().move_decision("KF 2013-04-22 § 54", "repealed")
