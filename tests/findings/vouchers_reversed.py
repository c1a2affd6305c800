"""A preliminary voucher has gone out, and the council decides another amount.

sv: En preliminär verifikation har gått ut, och fullmäktige beslutar ett annat belopp.
"""

from situations import APPROVED, book_with_costs

from sifund_ledger import sek
from sifund_ledger.exchange import export_preliminary, export_vouchers, parse_mapping

MAPPING = parse_mapping('[accounts]\nfree_equity = "2010"\nfund_available = "2071"\nfund_committed = "2072"\n')


def reproduce():
    book = book_with_costs()
    out = export_preliminary(list(book.records()), book.proposed_records(2013), 2013, MAPPING)
    book.use("social", sek("900 000"), year=2013, project="Navigator", decision=APPROVED)
    for year in (2011, 2012, 2013):
        book.close_year(year, decision=APPROVED)
    return export_vouchers(list(book.records()), 2013, MAPPING, exported=out.marks)
