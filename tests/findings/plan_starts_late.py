"""Repayment is planned to begin later than the policy's years after the start.

sv: Återföringen planeras börja senare än riktlinjen tillåter efter projektets start.
"""

from situations import book_with_repayments, grant_tidigt

from sifund_ledger import sek


def reproduce():
    grant_tidigt(book_with_repayments(start_deadline_years=3), "Nytt", plan={"SN": {2018: sek("2 000 000")}})
