"""A fund is made without a name.

sv: En fond inrättas utan namn.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund(" ", policy=presets.tomelilla_earmark, decision=KF)
