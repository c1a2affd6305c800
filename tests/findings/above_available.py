"""More is granted than is set aside and free in the fund.

sv: Mer beviljas än vad som är öronmärkt och ledigt i fonden.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.grant("social", "Nattvandrarna", sek("7 000 000"), board="SN", financing="ur fonden", decision=KF)
