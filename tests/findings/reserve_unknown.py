"""A reserve is to be dissolved that the law does not know.

sv: En reserv som lagen inte känner till ska lösas upp.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().dissolve_reserve("buffert", 1, year=2014, decision=KF)
