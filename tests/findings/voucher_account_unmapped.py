"""The mapping of vouchers lacks the account of a fund.

sv: Konteringsmallen saknar kontot för en fond.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    mapping = VoucherMapping({"free_equity": "2070"})
    export_vouchers(book_with_a_fund().records(), 2011, mapping)
