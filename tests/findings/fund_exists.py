"""A fund is made a second time."""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
