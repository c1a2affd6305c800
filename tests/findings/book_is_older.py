"""The older copy is given as the newer one.

sv: Den äldre kopian anges som den nyare.
"""

from situations import book_with_a_fund

from sifund_ledger import sek
from sifund_ledger.audit import compare_books


def reproduce():
    older, newer = book_with_a_fund(), book_with_a_fund()
    newer.record_result(2014, sek("1 000 000"))
    return compare_books(newer, older)
