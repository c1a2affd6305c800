"""An event of one's own posts on an account of the general ledger, which is none of the chart's here.

sv: En egen händelse bokförs på ett konto i huvudboken som inte finns i kontoplanen här.
"""

from datetime import date

from sifund_ledger.ledger.accounts import FREE_EQUITY, earmark
from sifund_ledger.ledger.entries import EntryDraft, entry_faults, transfer


def reproduce():
    lines = transfer(earmark(FREE_EQUITY), earmark("2010"), 1000)
    return entry_faults(EntryDraft(2013, date(2013, 4, 22), "Öronmärkning", lines))
