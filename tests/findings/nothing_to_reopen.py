"""A project that runs is to be reopened.

sv: Ett pågående projekt ska öppnas igen.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().reopen_project("Navigator", reason="Fortsätter", decision=KF)
