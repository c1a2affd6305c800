"""Something is recorded on a decision that is still a proposal.

sv: Något registreras på ett beslut som fortfarande är ett förslag.
"""

from situations import book_with_a_fund

from sifund_ledger import Decision, sek


def reproduce():
    book = book_with_a_fund()
    proposed = Decision.parse("KF 2018-06-18 § 90", state="proposed")
    book.set_aside("social", sek("1 000 000"), result_year=2012, decision=proposed)
