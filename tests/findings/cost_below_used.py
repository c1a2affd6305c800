"""A project's cost is reported below what has been used of its grant in the year.

sv: Ett projekts kostnad rapporteras till mindre än vad som har ianspråktagits under året.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.use("social", sek("900 000"), year=2013, project="Navigator", net_cost=sek("900 000"), decision=KF)
    book.report_cost("social", "Navigator", sek("600 000"), year=2013, decision=KF)
