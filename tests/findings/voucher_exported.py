"""The vouchers of a year are exported a second time.

sv: Ett års verifikationer exporteras en andra gång.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    book = book_with_a_fund()
    mapping = VoucherMapping({"free_equity": "2070", "fund_available": "2071"})
    first = export_vouchers(book.records(), 2011, mapping)
    export_vouchers(book.records(), 2011, mapping, exported=first.marks)
