"""A preview is opened within a batch."""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    with book.batch(), book.preview():
        pass
