"""A plan was taken in full by the frame, and the measured effect is less.

sv: En plan togs i sin helhet ur ramen, och den uppmätta effekten är mindre.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.measure("Tidigt", "SN", sek("500 000"), effect_year=2017, decision=LATER)
    book.repay("Tidigt", "SN", effect_year=2017, frame_year=2017, decision=LATER)
    return book.clawback("Tidigt")
