"""A project uses what a state grant has paid for already.

sv: Ett projekt tar i anspråk medel för det som ett statsbidrag redan har betalat.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.use("social", sek("900 000"), year=2014, project="Navigator", net_cost=sek("600 000"), decision=KF)
