"""A board is asked for more than its plan has left.

sv: En nämnd ska återföra mer än vad som återstår av dess plan.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.repay("Tidigt", "SN", sek("3 000 000"), effect_year=2017, frame_year=2017, decision=LATER)
