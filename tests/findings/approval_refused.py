"""A year is closed whose annual report the council has not approved.

sv: Ett år stängs vars årsredovisning fullmäktige inte har godkänt.
"""

from situations import APPROVED, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.close_year(2011, decision=APPROVED, refused=True)
    return book.warnings
