"""A project's use does not say what the project has cost.

sv: Ett projekt tar medel i anspråk utan uppgift om vad det har kostat.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.use("social", sek("500 000"), year=2014, project="Navigator", decision=KF)
