"""The use of a closed project is taken back, and something is left of its grant.

sv: Ett avslutat projekts ianspråktagande återtas, och något blir kvar av bidraget.
"""

from situations import book_with_repayments, record_of


def reproduce():
    book = book_with_repayments()
    book.correct(record_of(book, "used"), reason="Fel belopp")
    return book.warnings
