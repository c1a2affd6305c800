"""An event of one's own posts one side of a movement; the library's events cannot.

sv: En egen händelse bokför bara ena sidan av en förändring; bibliotekets egna händelser kan inte göra det.
"""

from datetime import date

from sifund_ledger import Posting
from sifund_ledger.ledger.accounts import FREE_EQUITY, earmark
from sifund_ledger.ledger.entries import EntryDraft, entry_faults


def reproduce():
    return entry_faults(EntryDraft(2013, date(2013, 4, 22), "Öronmärkning", (Posting(earmark(FREE_EQUITY), 1000),)))
