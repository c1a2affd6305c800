"""An annual report is said to be approved before its year has ended.

sv: En årsredovisning anges vara godkänd innan året är slut.
"""

from situations import book_with_a_fund

from sifund_ledger import Decision


def reproduce():
    book = book_with_a_fund()
    book.close_year(2011, decision=Decision.parse("KF 2011-12-15 § 7"))
