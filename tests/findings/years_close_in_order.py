"""A year is closed while the year before it is open.

sv: Ett år stängs medan året före är öppet.
"""

from situations import APPROVED, book_with_a_fund


def reproduce():
    book_with_a_fund().close_year(2013, decision=APPROVED)
