"""A project uses its grant in a year before it was granted.

sv: Ett projekt tar sitt bidrag i anspråk ett år innan det beviljades.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book_with_a_fund().use("social", 1, year=2012, project="Navigator", net_cost=1, decision=KF)
