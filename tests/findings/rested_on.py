"""A grant is taken back though a release of it is recorded, which a later grant would bear.

sv: Ett beviljande återtas trots att en återlämning vilar på det, som ett senare beviljande skulle bära.
"""

from situations import KF, book_with_a_fund, record_of

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.release("Navigator", sek("4 000 000"), year=2013, decision=KF)
    book.grant("social", "Navigator", sek("4 000 000"), board="BUN", financing="ur fonden", decision=KF)
    book.correct(record_of(book, "granted"), reason="Fel belopp")
