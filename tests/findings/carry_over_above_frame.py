"""More is carried over than the year's frame has left.

sv: Mer förs över än vad som återstår av årets ram.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book_with_a_fund().carry_over("Navigator", sek("5 000 000"), year=2013, decision=KF)
