"""An event of one's own posts an entry whose sides differ; the library's events cannot.

sv: En egen händelse bokför en verifikation som inte balanserar; bibliotekets egna händelser kan inte göra det.
"""

from datetime import date

from sifund_ledger import Posting
from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
from sifund_ledger.ledger.entries import EntryDraft, entry_faults


def reproduce():
    free, fund = earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund="social")
    return entry_faults(EntryDraft(2013, date(2013, 4, 22), "Öronmärkning", (Posting(free, 1000), Posting(fund, -999))))
