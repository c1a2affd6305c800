"""A decision is cited with a date after the day of recording, 30 June 2018.

sv: Ett beslut åberopas med ett datum efter registreringsdagen, 30 juni 2018.
"""

from situations import book_with_a_fund

from sifund_ledger import Decision, sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), result_year=2012, decision=Decision.parse("KF 2018-11-26 § 140"))
