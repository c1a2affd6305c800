"""A new project is given the name of one that belongs to another board.

sv: Ett nytt projekt får samma namn som ett som hör till en annan nämnd.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.grant("social", "Navigator", sek("500 000"), board="SN", financing="ur fonden", decision=KF)
