"""A grant is made after the fund's period has ended.

sv: Medel beviljas efter att fondens period har slutat.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    policy = presets.budget_textbook.choose(window=(2009, 2012))
    book.create_fund("engångs", policy=policy, decision=KF)
    book.grant("engångs", "P", 1, board="BUN", financing="ur fonden", decision=KF)
