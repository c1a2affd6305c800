"""A preview is opened within a batch.

sv: En förhandsvisning öppnas inuti en samling kommandon.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    with book.batch(), book.preview():
        pass
