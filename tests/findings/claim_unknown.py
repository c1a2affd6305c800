"""A board that is not in the plan is to repay.

sv: En nämnd som inte står i planen ska återföra.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book_with_repayments().repay("Tidigt", "KFN", 1, effect_year=2017, frame_year=2017, decision=LATER)
