"""A decided voucher has gone out as a preliminary one before.

sv: En beslutad verifikation har redan gått ut preliminärt.
"""

from situations import APPROVED, book_with_costs

from sifund_ledger import sek
from sifund_ledger.exchange import export_preliminary, export_vouchers, parse_mapping

MAPPING = parse_mapping('[accounts]\nfree_equity = "2010"\nfund_available = "2071"\nfund_committed = "2072"\n')


def reproduce():
    book = book_with_costs()
    proposals, records = book.proposed_records(2013), list(book.records())
    out = export_preliminary(records, proposals, 2013, MAPPING)
    book.use("social", sek("1 000 000"), year=2013, project="Navigator", decision=APPROVED)
    return export_vouchers(list(book.records()), 2013, MAPPING, exported=out.marks)
