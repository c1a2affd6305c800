"""A book is given to another entity.

sv: En bok ges till en annan kommun än den tillhör.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.open_entity("Simrishamns kommun")
