"""A goal is put under one of its own level.

sv: Ett mål läggs under ett på samma nivå.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    about = {"day": "2014-01-02", "first_year": 2014, "last_year": 2018}
    book.state_goal("A", level="tactical", **about)
    book.state_goal("B", level="tactical", parent="A", **about)
