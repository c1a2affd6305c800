"""A project uses more than is left of what it was granted.

sv: Ett projekt tar i anspråk mer än vad som återstår av beviljat belopp.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    cost = sek("4 500 000")
    book = book_with_a_fund()
    book.use("social", cost, year=2014, project="Navigator", net_cost=cost, decision=KF)
