"""Somebody joins a project that nobody has heard of.

sv: Någon går med i ett projekt som ingen har hört talas om.
"""

from situations import book_with_a_programme


def reproduce():
    book = book_with_a_programme()
    book.join_project("X", "Skola", day="2014-03-02")
