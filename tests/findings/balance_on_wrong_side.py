"""A project's use is recorded in a year before it was granted anything.

sv: Ett projekts ianspråktagande registreras på ett år innan något hade beviljats.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    cost = sek("500 000")
    book.use("social", cost, year=2012, project="Navigator", net_cost=cost, decision=KF)
