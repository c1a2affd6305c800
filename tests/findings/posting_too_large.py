"""An event of one's own posts more than any municipality has; the library's events cannot.

sv: En egen händelse bokför mer än någon kommun har; bibliotekets egna händelser kan inte göra det.
"""

from datetime import date

from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
from sifund_ledger.ledger.entries import EntryDraft, entry_faults, transfer


def reproduce():
    lines = transfer(earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund="social"), 10**16)
    return entry_faults(EntryDraft(2013, date(2013, 4, 22), "Öronmärkning", lines))
