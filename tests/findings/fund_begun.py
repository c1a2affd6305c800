"""An opening balance is stated when the fund has movements already."""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book_with_a_fund().open_fund("social", sek("1 000 000"), year=2014, decision=KF)
