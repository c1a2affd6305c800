"""The vouchers of a year are exported in which no earmark moved.

sv: Verifikationerna exporteras för ett år då ingen öronmärkning ändrades.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    mapping = VoucherMapping({"free_equity": "2070", "fund_available": "2071"})
    return export_vouchers(book_with_a_fund().records(), 2012, mapping)
