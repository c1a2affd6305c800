"""A closed project would use more of its grant.

sv: Ett avslutat projekt skulle ta mer av sitt bidrag i anspråk.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.close_project("Navigator", year=2013, decision=KF)
    book.use("social", 1, year=2013, project="Navigator", net_cost=1, decision=KF)
