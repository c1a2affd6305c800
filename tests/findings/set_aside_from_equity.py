"""Something is set aside from accumulated equity, as the policy lets it.

sv: Något öronmärks ur det samlade egna kapitalet, vilket riktlinjen tillåter.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Policy, sek


def reproduce():
    book = book_with_a_fund()
    book.create_fund("integration", policy=Policy(name="egen riktlinje", source="KF 2013-04-22 § 44"), decision=KF)
    book.set_aside("integration", sek("5 000 000"), source="accumulated_equity", decision=KF)
    return book.warnings
