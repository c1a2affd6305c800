"""A project taken over half-way has used more than it was granted.

sv: Ett projekt som tas över halvvägs har tagit i anspråk mer än det beviljats.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund("ny", policy=presets.upplands_bro, decision=KF)
    book.open_project("ny", "P", board="BUN", granted=1, used=2, year=2014, decision=KF)
