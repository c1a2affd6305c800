"""A grant is lowered by more than is left of it.

sv: Ett bidrag sänks med mer än vad som återstår av det.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book_with_a_fund().amend_grant("Navigator", sek("-5 000 000"), reason="Mindre projekt", decision=KF)
