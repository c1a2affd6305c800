"""A project is settled after the last year in which it is repaid, with claims that nobody collected in time.

sv: Ett projekt slutavräknas efter det sista år då det återförs, med krav som inte drevs in i tid.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book = book_with_repayments(repayment_basis="plan", end="2014-12-31", end_limit_years_hard=3)
    book.settle("Tidigt", frame_year=2018, decision=LATER)
    return book.warnings
