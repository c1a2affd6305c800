"""Preliminary vouchers have gone out, and the council has not decided.

sv: Preliminära verifikationer har gått ut, och fullmäktige har inte beslutat.
"""

from situations import book_with_costs

from sifund_ledger.exchange import export_preliminary, export_vouchers, parse_mapping

MAPPING = parse_mapping('[accounts]\nfree_equity = "2010"\nfund_available = "2071"\nfund_committed = "2072"\n')


def reproduce():
    book = book_with_costs()
    out = export_preliminary(list(book.records()), book.proposed_records(2013), 2013, MAPPING)
    return export_vouchers(list(book.records()), 2013, MAPPING, exported=out.marks)
