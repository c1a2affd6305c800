"""An earmark is used directly, and the fund's policy asks for a project.

sv: En öronmärkning tas i anspråk direkt, och fondens riktlinje kräver ett projekt.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Policy, sek


def reproduce():
    book = book_with_a_fund()
    book.create_fund("integration", policy=Policy(name="egen riktlinje", source="KF 2013-04-22 § 44"), decision=KF)
    book.set_aside("integration", sek("3 000 000"), result_year=2012, decision=KF)
    book.use("integration", sek("1 000 000"), year=2013, decision=KF)
