"""A book is given to another entity."""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.open_entity("Simrishamns kommun")
