"""A use names a project that was never granted anything.

sv: Ett ianspråktagande gäller ett projekt som aldrig beviljats något.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    cost = sek("500 000")
    book = book_with_a_fund()
    book.use("social", cost, year=2014, project="Nattvandrarna", net_cost=cost, decision=KF)
