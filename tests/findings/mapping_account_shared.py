"""The mapping has one account for free equity and for the fund.

sv: Konteringsmallen har ett och samma konto för fritt eget kapital och för fonden.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    mapping = VoucherMapping({"free_equity": "2010", "fund_available": "2010"})
    return export_vouchers(book_with_a_fund().records(), 2011, mapping)
