"""A fund is made a second time.

sv: En fond inrättas en andra gång.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
