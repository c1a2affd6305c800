"""A use states a net cost above the one that is reported of the project.

sv: Ett ianspråktagande anger en nettokostnad över den som är rapporterad för projektet.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.report_cost("social", "Navigator", sek("1 000 000"), year=2013, decision=KF)
    book.use("social", sek("1 000 000"), year=2013, project="Navigator", net_cost=sek("9 000 000"), decision=KF)
