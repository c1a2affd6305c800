"""Discharge is said to be decided before its year has ended.

sv: Ansvarsfrihet anges vara beslutad innan året är slut.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.decide_discharge(2011, decision="KF 2011-12-15 § 7")
