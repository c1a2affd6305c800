"""A web server opens a book in one thread and uses it in another.

sv: En webbtjänst öppnar en bok i en tråd och använder den i en annan.
"""

from concurrent.futures import ThreadPoolExecutor

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    with ThreadPoolExecutor(1) as other:
        other.submit(book.fund, "social").result()
