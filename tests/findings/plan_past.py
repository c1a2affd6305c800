"""A plan is asked for to a year that the book has a result of.

sv: En plan efterfrågas till ett år som boken redan har resultatet för.
"""

from situations import book_with_a_fund


def reproduce():
    with book_with_a_fund() as book:
        book.plan([], to=2013)
