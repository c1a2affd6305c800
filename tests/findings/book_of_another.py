"""Two books of different entities are compared.

sv: Två böcker för olika organisationer jämförs.
"""

from situations import book_with_a_fund

from sifund_ledger import open_book
from sifund_ledger.audit import compare_books


def reproduce():
    return compare_books(book_with_a_fund(), open_book(create="Ale kommun", actor="ekonomi"))
