"""A project is settled in the frame of a year before it began.

sv: Ett projekt regleras i ramen för ett år innan det började.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book_with_repayments(repayment_basis="plan").settle("Tidigt", frame_year=2013, decision=LATER)
