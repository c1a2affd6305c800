"""A later version of a policy would apply before the one that is there.

sv: En senare version av en riktlinje skulle gälla tidigare än den som finns.
"""

from datetime import date

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    book = book_with_a_fund()
    policy = presets.tomelilla_earmark
    book.change_policy("social", policy=policy, valid_from=date(2016, 1, 1), decision=KF)
    book.change_policy("social", policy=policy, valid_from=date(2015, 1, 1), decision=KF)
