"""A note is to be blotted out of a record that has none.

sv: En anteckning ska strykas ur en post som inte har någon.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().blot_note(1, decision=KF)
