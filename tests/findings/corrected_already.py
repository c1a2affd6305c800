"""A record is corrected a second time.

sv: En post rättas en andra gång.
"""

from situations import KF, book_with_a_fund, record_of


def reproduce():
    book = book_with_a_fund()
    granted = record_of(book, "granted")
    book.correct(granted, reason="Fel nämnd", decision=KF)
    book.correct(granted, reason="Fel nämnd", decision=KF)
