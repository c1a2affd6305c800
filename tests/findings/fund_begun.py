"""An opening balance is stated when the fund has movements already.

sv: En ingående balans anges när fonden redan har förändringar.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book_with_a_fund().open_fund("social", sek("1 000 000"), year=2014, decision=KF)
