"""A project that runs is to be reopened."""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().reopen_project("Navigator", reason="Fortsätter", decision=KF)
