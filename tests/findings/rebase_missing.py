"""A frame is lowered before it has been decided for other changes of cost.

sv: En ram sänks innan den har beslutats för andra kostnadsförändringar.
"""

from situations import LATER, book_with_repayments


def reproduce():
    book = book_with_repayments(clawback_mode="after_rebase")
    book.repay("Tidigt", "SN", effect_year=2017, frame_year=2017, decision=LATER)
