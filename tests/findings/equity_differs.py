"""The figures state another equity than the book's note closes the year with.

sv: Uppgifterna anger ett annat eget kapital än det som bokens not slutar året med.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    return book.year_end(2013, YearFigures(net_result=sek("-1 500 000"), equity=sek("421 000 000")))
