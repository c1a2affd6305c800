"""A book is looked at, or written to, after it was closed.

sv: En bok läses, eller skrivs i, efter att den har stängts.
"""

from situations import book_with_a_fund


def reproduce():
    with book_with_a_fund() as book:
        pass
    book.fund("social")
