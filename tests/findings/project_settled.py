"""A claim of a settled project is to be waived.

sv: Kravet på ett reglerat projekt ska efterskänkas.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book = book_with_repayments(repayment_basis="plan")
    book.settle("Tidigt", frame_year=2017, decision=LATER)
    book.waive("Tidigt", "SN", 1, reason="Omorganisation", decision=LATER)
