"""An event of one's own posts kronor with decimals instead of whole öre; the library's events cannot.

sv: En egen händelse bokför kronor med decimaler i stället för hela ören; bibliotekets egna händelser kan inte göra det.
"""

from datetime import date
from decimal import Decimal

from sifund_ledger.ledger.accounts import FREE_EQUITY, FUND_AVAILABLE, earmark
from sifund_ledger.ledger.entries import EntryDraft, entry_faults, transfer


def reproduce():
    lines = transfer(earmark(FREE_EQUITY), earmark(FUND_AVAILABLE, fund="social"), Decimal("10.50"))
    return entry_faults(EntryDraft(2013, date(2013, 4, 22), "Öronmärkning", lines))
