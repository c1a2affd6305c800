"""A grant exceeds what the budget has appropriated for its year.

sv: Ett bidrag överstiger vad budgeten har anvisat för året.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Decision, presets


def reproduce():
    book = book_with_a_fund()
    book.create_fund("ram", policy=presets.sundsvall_2016, decision=KF)
    book.grant("ram", "P", 1, board="BUN", financing="ur ramen", decision=Decision.parse("KF 2016-02-22 § 9"))
