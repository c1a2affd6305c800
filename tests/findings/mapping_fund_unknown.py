"""A fund is misspelled in the mapping, so that its account is never used.

sv: En fond är felstavad i konteringsmallen, så att dess konto aldrig används.
"""

from situations import book_with_a_fund

from sifund_ledger.exchange import VoucherMapping, export_vouchers


def reproduce():
    mapping = VoucherMapping({"free_equity": "2070", "fund_available": "2071", "fund_available.socail": "2075"})
    return export_vouchers(book_with_a_fund().records(), 2011, mapping)
