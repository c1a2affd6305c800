"""A goal is put under itself.

sv: Ett mål läggs under sig självt.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    about = {"day": "2014-01-02", "first_year": 2014, "last_year": 2018}
    book.state_goal("A", level="tactical", parent="A", **about)
