"""The vouchers of a project go out, and the mapping does not say which code the general ledger has for it.

sv: Ett projekts verifikationer exporteras, och konteringsmallen saknar huvudbokens kod för det.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    mapping = VoucherMapping({"free_equity": "2070", "fund_available": "2071", "fund_committed": "2072"})
    return export_vouchers(book_with_a_fund().records(), 2013, mapping)
