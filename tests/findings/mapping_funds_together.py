"""Vouchers of two funds go out with a mapping that has one account for both.

sv: Verifikationer för två fonder går ut med en konteringsmall som har ett konto för båda.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek
from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    book = book_with_a_fund()
    book.create_fund("tidiga insatser", policy=book.fund("social").policy, decision=KF)
    book.set_aside("tidiga insatser", sek("1 000 000"), result_year=2011, decision=KF)
    mapping = VoucherMapping({"free_equity": "2070", "fund_available": "2071"})
    return export_vouchers(book.records(), 2011, mapping)
