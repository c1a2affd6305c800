"""A project is settled a second time.

sv: Ett projekt regleras en andra gång.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book = book_with_repayments(repayment_basis="plan")
    book.settle("Tidigt", frame_year=2017, decision=LATER)
    book.settle("Tidigt", frame_year=2017, decision=LATER)
