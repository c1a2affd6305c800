"""A fund that is a budget frame is to be dissolved in equity.

sv: En fond som är en budgetram ska lösas upp i eget kapital.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund("ram", policy=presets.sundsvall_2016, decision=KF)
    book.dissolve("ram", 1, reason="Avslutas", decision=KF)
