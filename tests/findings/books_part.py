"""Two copies of a book in which different things were recorded.

sv: Två kopior av en bok där olika saker har registrerats.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek
from sifund_ledger.audit import compare_books


def reproduce():
    one, other = book_with_a_fund(), book_with_a_fund()
    one.record_result(2014, sek("1 000 000"))
    other.set_aside("social", sek("1 000 000"), result_year=2012, decision=KF)
    return compare_books(one, other)
