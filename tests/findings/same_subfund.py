"""A transfer names the same sub-fund twice.

sv: En överföring anger samma delfond två gånger.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.transfer("social", 1, from_subfund="", to_subfund="", decision=KF)
