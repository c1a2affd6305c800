"""What is due is asked for before the plan's first year.

sv: Det som ska återföras efterfrågas före planens första år.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book_with_repayments().repay("Tidigt", "SN", effect_year=2015, frame_year=2015, decision=LATER)
