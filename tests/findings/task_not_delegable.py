"""The council hands over what it must decide itself.

sv: Fullmäktige delegerar det som den själv måste besluta.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.delegate("social", "set_aside", to="KS", decision=KF)
