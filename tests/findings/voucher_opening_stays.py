"""The vouchers of the year are exported in which the book took a fund over.

sv: Verifikationerna exporteras för det år då boken tog över en fond.
"""

from situations import book_with_repayments

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    mapping = VoucherMapping({"free_equity": "2070", "fund_available": "2071", "fund_committed": "2072"})
    return export_vouchers(book_with_repayments().records(), 2014, mapping)
