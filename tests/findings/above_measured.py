"""A board is asked for more than it has been measured to save.

sv: En nämnd ska återföra mer än vad den enligt mätningen har sparat.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book = book_with_repayments(clawback_mode="automatic_measured")
    book.repay("Tidigt", "SN", 1, effect_year=2017, frame_year=2017, decision=LATER)
