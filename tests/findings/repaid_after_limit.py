"""A frame is lowered after the last year in which its project is repaid.

sv: En ram sänks efter det sista år då projektet återförs.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book = book_with_repayments(end="2014-12-31", end_limit_years_hard=3)
    book.repay("Tidigt", "SN", 100, effect_year=2017, frame_year=2018, decision=LATER)
