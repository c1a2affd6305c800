"""A frame is carried over where the policy lets it lapse.

sv: En ram förs över trots att riktlinjen låter den förfalla.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book = book_with_repayments(year_end_carry_over=False, used=False)
    book.carry_over("Tidigt", 1, year=2014, decision=LATER)
