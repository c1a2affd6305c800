"""The executive board's set-aside of this year is called history.

sv: Kommunstyrelsens öronmärkning i år läggs in som historik.
"""

from situations import book_with_a_fund

from sifund_ledger import Decision


def reproduce():
    decision = Decision.parse("KS 2018-03-06 § 31")
    book_with_a_fund().set_aside("social", 1, result_year=2011, as_history=True, decision=decision)
