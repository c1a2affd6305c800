"""An event of one's own posts an entry that does not say what it concerns.

sv: En egen händelse bokför en verifikation utan att säga vad den gäller.
"""

from datetime import date

from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
from sifund_ledger.ledger.entries import EntryDraft, entry_faults, transfer


def reproduce():
    lines = transfer(earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund="social"), 1000)
    return entry_faults(EntryDraft(2013, date(2013, 4, 22), " ", lines))
