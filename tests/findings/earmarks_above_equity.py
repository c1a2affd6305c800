"""More is set aside from accumulated equity than there is of it.

sv: Mer öronmärks ur det samlade egna kapitalet än vad som finns.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Policy, sek


def reproduce():
    book = book_with_a_fund()
    book.create_fund("integration", policy=Policy(name="egen riktlinje", source="KF 2013-04-22 § 44"), decision=KF)
    book.set_aside("integration", sek("500 000 000"), source="accumulated_equity", decision=KF)
