"""A correction is taken back by another.

sv: En rättelse återtas genom en annan rättelse.
"""

from situations import KF, book_with_a_fund, record_of


def reproduce():
    book = book_with_a_fund()
    correction = book.correct(record_of(book, "granted"), reason="Fel belopp", decision=KF)
    book.correct(correction.seq, reason="Beloppet var rätt", decision=KF)
