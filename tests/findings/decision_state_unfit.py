"""A decision that has been taken is made a proposal again.

sv: Ett beslut som har fattats görs åter till ett förslag.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.move_decision(KF, "proposed")
